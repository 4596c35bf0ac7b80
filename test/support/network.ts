/** What a test can do to the link between the browser and the host. */
export interface Network {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Every request that the browser sent, as "METHOD path". */
  readonly requests: string[];
  /** Breaks the next request that matches: before the host saw it, or after it answered. */
  breakNext(match: RegExp, when: 'before' | 'after'): void;
  /** Breaks every request that matches, until the returned function is called. */
  breakUntilHealed(match: RegExp): () => void;
  /** Holds a request that matches, after letting `skip` of them pass, until the function is called. */
  holdNext(match: RegExp, skip?: number): () => void;
}

interface Rule {
  readonly match: RegExp;
  skip: number;
  readonly act: (send: () => Promise<Response>) => Promise<Response>;
}

/** A browser's network in one process: adds `Origin` as a browser does, then asks the handler. */
export function createNetwork(handle: (request: Request) => Promise<Response>): Network {
  const requests: string[] = [];
  const rules: Rule[] = [];
  const broken = new Set<RegExp>();

  async function fetch(url: string, init: RequestInit): Promise<Response> {
    const request = new Request(url, init);
    const { origin, pathname, search } = new URL(url);
    const call = `${request.method} ${pathname}${search}`;
    requests.push(call);
    if (request.method !== 'GET') request.headers.set('Origin', origin);
    if ([...broken].some((match) => match.test(call))) throw new TypeError('Failed to fetch');
    const index = rules.findIndex((rule) => rule.match.test(call) && rule.skip-- === 0);
    const [rule] = index === -1 ? [] : rules.splice(index, 1);
    const send = (): Promise<Response> => handle(request);
    return rule ? rule.act(send) : send();
  }

  return {
    fetch,
    requests,
    breakNext(match, when) {
      rules.push({
        match,
        skip: 0,
        async act(send) {
          if (when === 'after') await send();
          throw new TypeError('Failed to fetch');
        },
      });
    },
    breakUntilHealed(match) {
      broken.add(match);
      return () => void broken.delete(match);
    },
    holdNext(match, skip = 0) {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      rules.push({ match, skip, act: (send) => held.then(send) });
      return () => release();
    },
  };
}
