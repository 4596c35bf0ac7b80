import type { Connection } from '../domain/connection.js';
import type { Page } from '../domain/page.js';
import type { ConnectionsInput } from './useConnections.js';
import type { OnboardingSettings } from './settings.js';

/** The most that the host API gives at once. */
const LARGEST_PAGE = 100;

/** Fifteen thousand connections: beyond that somebody should search. */
const MOST_PAGES = 150;

/**
 * Page after page of a user's connections, past the query cache. The first page has the backend's own
 * size, so that a mere look at it stays cheap; whoever goes on wants many. Throws what the port throws.
 */
export async function* walkConnectionPages(
  { backend }: OnboardingSettings,
  { environmentId, connectionTemplateId }: ConnectionsInput,
  signal: AbortSignal,
): AsyncGenerator<Page<Connection>, void, undefined> {
  let after: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = await backend.listConnections(
      {
        ...{ environmentId, connectionTemplateId },
        ...(after !== undefined && { after, first: LARGEST_PAGE }),
      },
      { signal },
    );
    yield page;
    after = page.next;
    if (after === undefined) return;
  }
}
