import { checkBackend, type CheckResult } from '../../src/check-backend/checkBackend.js';
import { toLine } from '../../src/check-backend/report.js';

type Fetch = (request: Request) => Promise<Response>;

/** The results of `check-backend --write`, as `user-amelia`. */
export async function runChecks(url: string, fetch: Fetch): Promise<CheckResult[]> {
  const headers = [['X-Test-User', 'user-amelia']] as const;
  const results: CheckResult[] = [];
  for await (const result of checkBackend({ url, headers, fetch, write: true })) {
    results.push(result);
  }
  return results;
}

/** The lines of those that say something else than passed. */
export async function listNotPassed(url: string, fetch: Fetch): Promise<string[]> {
  const results = await runChecks(url, fetch);
  return results.filter(({ outcome }) => outcome.kind !== 'passed').map(toLine);
}

/** A `fetch` to another origin, as that of a proxy is to the page's. */
export function passOn(
  origin: string,
  change?: (headers: Headers, request: Request) => void,
): Fetch {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const { method, signal } = request;
    const headers = new Headers(request.headers);
    change?.(headers, request);
    const body = request.body === null ? null : await request.arrayBuffer();
    return fetch(origin + pathname + search, { method, headers, body, signal });
  };
}
