/** A part of the widget that is fetched when it is first needed. */
export interface LazyModule<T> {
  /** The part where it is here already: it is then shown without a wait. */
  readonly get: () => T | null;
  readonly load: () => Promise<T>;
  /** Fetches it ahead of need. A failure is shown when it counts. */
  readonly preload: () => void;
}

/** Fetches once. A failure is not kept, as `React.lazy` would: the user can try again. */
export function lazyModule<T>(fetchModule: () => Promise<T>): LazyModule<T> {
  let loading: Promise<T> | null = null;
  let loaded: T | null = null;

  function load(): Promise<T> {
    loading ??= fetchModule().then(
      (module) => (loaded = module),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  }

  return { get: () => loaded, load, preload: () => void load().catch(() => undefined) };
}
