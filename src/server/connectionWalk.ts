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

/** One page of the user's connections of a system. Equal reads at the same time are one. */
export async function readConnections(
  { platform, connectionPages }: Services,
  { user, deadline }: Caller,
  { systemId, endUserId }: ConnectionScope,
  page: { readonly first: number; readonly after?: string | undefined },
): Promise<PlatformPage<PlatformConnection>> {
  const query = { systemId, endUserId, ...page };
  const key = {
    user: user.externalId,
    arguments: [systemId, endUserId, page.first, page.after],
  };
  const found = await connectionPages.read(key, { maxAgeMs: 0, deadline }, (shared) =>
    platform.listConnections({ user, deadline: shared }, query),
  );
  // The platform filters already; what says that it belongs elsewhere is still not this system's.
  return {
    ...found,
    items: found.items.filter((each) => (each.systemId ?? systemId) === systemId),
  };
}

/** Page after page, to the end or until the caller stops. Each page comes with its own cursor. */
export async function* walkConnections(
  services: Services,
  caller: Caller,
  scope: ConnectionScope,
  start?: string,
): AsyncGenerator<PlatformPage<PlatformConnection> & { readonly after: string | undefined }> {
  let after = start;
  const seen = new Set<string>();
  do {
    const page = await readConnections(services, caller, scope, { first: largestPage, after });
    yield { ...page, after };
    after = page.next;
    if (after !== undefined && seen.has(after)) {
      throw new PlatformFailure('ListConnections', { kind: 'malformed', at: 'its pages go round' });
    }
    if (after !== undefined) seen.add(after);
  } while (after !== undefined);
}
