import { walkedPageMaxAgeMs } from './requestCache.js';
import type { Services } from './services.js';
import type { Caller } from './platform/platformClient.js';
import type { PlatformConnection } from './platform/connectionShape.js';
import { PlatformFailure } from './platform/platformFailure.js';
import type { PlatformPage } from './platform/shapes.js';

/** Whose connections, and to which system: both verified, since the platform would do without. */
export interface ConnectionScope {
  readonly systemId: string;
  readonly endUserId: string;
}

/** The platform's own limit; a larger page is a smaller number of calls. */
export const largestPage = 100;

/**
 * One page of the user's connections of a system. Equal reads at the same time are one; for a search,
 * a page that an earlier search of this user walked is not read again.
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
  // The platform filters already; what says that it belongs elsewhere is still not this system's.
  return {
    ...found,
    items: found.items.filter((each) => (each.systemId ?? systemId) === systemId),
  };
}

export interface WalkOptions {
  /** The platform's cursor of the page to begin with; default: the first. */
  readonly start?: string | undefined;
  /** True: pages that a search of this user walked a moment ago will do. Default: all are read now. */
  readonly isSearch?: boolean;
}

/** Page after page, to the end or until the caller stops. Each page comes with its own cursor. */
export async function* walkConnections(
  services: Services,
  caller: Caller,
  scope: ConnectionScope,
  { start, isSearch = false }: WalkOptions = {},
): AsyncGenerator<PlatformPage<PlatformConnection> & { readonly after: string | undefined }> {
  let after = start;
  const seen = new Set<string>();
  do {
    const page = await readConnections(
      services,
      caller,
      scope,
      { first: largestPage, after },
      isSearch,
    );
    yield { ...page, after };
    after = page.next;
    if (after !== undefined && seen.has(after)) {
      throw new PlatformFailure('ListConnections', { kind: 'malformed', at: 'its pages go round' });
    }
    if (after !== undefined) seen.add(after);
  } while (after !== undefined);
}
