import { walkedPageMaxAgeMs } from './requestCache.js';
import type { Services } from './services.js';
import type { Caller } from './platform/platformCalls.js';
import type { PlatformConnection } from './platform/connectionShape.js';
import { PlatformFailure } from './platform/platformFailure.js';
import type { PlatformPage } from './platform/shapes.js';

/** The owner and system to list: both verified, since the platform lists everything without them. */
export interface ConnectionScope {
  readonly systemId: string;
  readonly endUserId: string;
}

/** The platform's own limit; a larger page is a smaller number of calls. */
export const largestPage = 100;

/**
 * Reads one page of the user's connections of a system. Concurrent equal reads share a request; a
 * search reuses the pages of the user's earlier search.
 */
export async function readConnections(
  { platform, connectionPages, walkedPages }: Services,
  { user, deadline }: Caller,
  { systemId, endUserId }: ConnectionScope,
  page: { readonly first: number; readonly after?: string | undefined },
  isSearch = false,
): Promise<PlatformPage<PlatformConnection>> {
  const [pages, maxAgeMs] = isSearch ? [walkedPages, walkedPageMaxAgeMs] : [connectionPages, 0];
  const query = { systemId, endUserId, ...page };
  const key = {
    user: user.externalId,
    arguments: [systemId, endUserId, page.first, page.after],
  };
  const found = await pages.read(key, { maxAgeMs, deadline }, (shared) =>
    platform.listConnections({ user, deadline: shared }, query),
  );
  return keepOwnSystem(found, { systemId });
}

/** Defends against a platform that ignores the filter. */
function keepOwnSystem(
  page: PlatformPage<PlatformConnection>,
  { systemId }: Pick<ConnectionScope, 'systemId'>,
): PlatformPage<PlatformConnection> {
  const items = page.items.filter((each) => (each.systemId ?? systemId) === systemId);
  return { ...page, items };
}

export interface WalkOptions {
  /** The platform's cursor of the page to begin with; default: the first. */
  readonly start?: string | undefined;
  /** True: reuses pages of the user's earlier search. Default: reads all of them now. */
  readonly isSearch?: boolean;
  /** True: joins no read that began earlier; for use after a write. */
  readonly isFresh?: boolean;
}

/** Yields page after page, each with its own cursor. */
export async function* walkConnections(
  services: Services,
  caller: Caller,
  scope: ConnectionScope,
  { start, isSearch = false, isFresh = false }: WalkOptions = {},
): AsyncGenerator<PlatformPage<PlatformConnection> & { readonly after: string | undefined }> {
  let after = start;
  const seen = new Set<string>();
  do {
    const wanted = { first: largestPage, after };
    const page = isFresh
      ? keepOwnSystem(
          await services.platform.listConnections(caller, { ...scope, ...wanted }),
          scope,
        )
      : await readConnections(services, caller, scope, wanted, isSearch);
    yield { ...page, after };
    after = page.next;
    if (after !== undefined && seen.has(after)) {
      throw new PlatformFailure('ListConnections', { kind: 'malformed', at: 'its pages go round' });
    }
    if (after !== undefined) seen.add(after);
  } while (after !== undefined);
}
