import type { Operation, OperationName } from './operation.js';
import { isUlid } from './ulid.js';

export type Route =
  | {
      readonly kind: 'found';
      readonly operation: Operation;
      readonly params: Record<string, string>;
    }
  | { readonly kind: 'wrongMethod'; readonly allow: readonly string[] }
  | { readonly kind: 'unknown' };

/** Everything stands below this path, on any origin. */
export const basePath = '/api/v2';

/** Finds the operation of a request; parts of the path come back decoded. */
export function route(operations: readonly Operation[], method: string, pathname: string): Route {
  const allow: string[] = [];
  for (const operation of operations) {
    const params = matchPath(basePath + operation.path, pathname);
    if (params === null) continue;
    if (operation.method === method) return { kind: 'found', operation, params };
    allow.push(operation.method);
  }
  return allow.length > 0 ? { kind: 'wrongMethod', allow } : { kind: 'unknown' };
}

/** The operation of a route, as it stands in the record and in fault rules. */
export function toOperationName(found: Route): OperationName | null {
  return found.kind === 'found' ? found.operation.name : null;
}

function matchPath(path: string, pathname: string): Record<string, string> | null {
  const wanted = path.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return null;
  const params: [string, string][] = [];
  for (const [index, part] of wanted.entries()) {
    const text = decode(given[index] ?? '');
    if (text === null || text === '') {
      if (part !== '' || text === null) return null;
    } else if (part.startsWith('{')) params.push([part.slice(1, -1), toStoredCase(text)]);
    else if (part !== text) return null;
  }
  return Object.fromEntries(params);
}

/** ULIDs mean the same in either case; the platform stores and answers them in capitals. */
function toStoredCase(text: string): string {
  return isUlid(text) ? text.toUpperCase() : text;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
