import type { PlatformOperation } from '../server/platform/platformFailure.js';
import { untilAborted } from '../server/runtime.js';
import type { PlatformSettings } from '../server/settings.js';

/** How one request to the platform ended. */
export type ExchangeResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly mediaType: string;
      readonly bytes: number;
      /** `undefined`: an empty body, or one that is no JSON. */
      readonly body: unknown;
      readonly isJson: boolean;
    }
  /** No answer, or one that broke off. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'timeout' };

export interface Exchange {
  readonly operation: PlatformOperation;
  readonly url: URL;
  readonly durationMs: number;
  readonly result: ExchangeResult;
}

export interface Recorder {
  /** The settings with a `fetch` that records what passes through it. */
  readonly platform: PlatformSettings;
  /** In the order in which they were sent; waits for answers that are still being read. */
  listExchanges(): Promise<readonly Exchange[]>;
}

/** Records each request and its whole answer beside the client, which sees them unchanged. */
export function createRecorder(platform: PlatformSettings, now: () => number): Recorder {
  const exchanges: Promise<Exchange>[] = [];
  const record = (text: string, result: Promise<ExchangeResult>): void => {
    const url = new URL(text);
    const operation = toOperation(url);
    const startedAt = now();
    exchanges.push(
      result.then((settled) => ({
        operation,
        url,
        durationMs: Math.round(now() - startedAt),
        result: settled,
      })),
    );
  };
  const fetch: PlatformSettings['fetch'] = (url, init) => {
    const response = platform.fetch(url, init).then((each) => ({ each, copy: each.clone() }));
    const signal = init.signal ?? undefined;
    const reading = response.then(({ copy }) => readResult(copy));
    // A `fetch` may not mind the signal.
    const read = signal === undefined ? reading : untilAborted(reading, signal);
    record(
      url,
      read.catch(() => toFailure(signal)),
    );
    return response.then(({ each }) => each);
  };
  return { platform: { ...platform, fetch }, listExchanges: () => Promise.all(exchanges) };
}

function toFailure(signal: AbortSignal | undefined): ExchangeResult {
  return { kind: signal?.aborted === true ? 'timeout' : 'broken' };
}

async function readResult(response: Response): Promise<ExchangeResult> {
  const text = await response.text();
  const { isJson, body } = parseJson(text);
  return {
    kind: 'answered',
    status: response.status,
    mediaType: (response.headers.get('content-type') ?? '').split(';', 1)[0] ?? '',
    bytes: new TextEncoder().encode(text).length,
    body,
    isJson: isJson || text.trim() === '',
  };
}

function parseJson(text: string): { isJson: boolean; body: unknown } {
  try {
    return { isJson: true, body: JSON.parse(text) };
  } catch {
    return { isJson: false, body: undefined };
  }
}

/** The reads that are made, by their path behind the organisation. */
const paths: readonly (readonly [PlatformOperation, RegExp])[] = [
  ['ListProjects', /^projects$/],
  ['GetProject', /^projects\/[^/]+$/],
  ['ListProjectConnectionTemplates', /^projects\/[^/]+\/connection-templates$/],
  ['ListEnvironmentConnections', /^projects\/[^/]+\/connections$/],
  ['ListConnections', /^connections$/],
  ['GetConnection', /^connections\/[^/]+$/],
  ['GetEndUser', /^users\/[^/]+$/],
  ['ListUserActivations', /^environment\/[^/]+\/users\/[^/]+\/activations$/],
];

function toOperation({ pathname }: URL): PlatformOperation {
  const path = pathname.replace(/^.*?\/o\/[^/]+\//, '');
  const found = paths.find(([, pattern]) => pattern.test(path));
  if (found === undefined) throw new Error(`check-platform makes no call of ${path}.`);
  return found[0];
}
