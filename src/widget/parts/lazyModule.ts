/** A part of the widget that is fetched when it is first needed. */
export interface Chunk<T> {
  /** The part where it is here already: it is then shown without a wait. */
  readonly get: () => T | null;
  readonly load: () => Promise<T>;
}

/** Fetches once. A failure is not kept, as `React.lazy` would: the user can try again. */
export function lazyModule<T>(fetchChunk: () => Promise<T>): Chunk<T> {
  let loading: Promise<T> | null = null;
  let loaded: T | null = null;
  return {
    get: () => loaded,
    load() {
      loading ??= fetchChunk().then(
        (chunk) => (loaded = chunk),
        (error: unknown) => {
          loading = null;
          throw error;
        },
      );
      return loading;
    },
  };
}
