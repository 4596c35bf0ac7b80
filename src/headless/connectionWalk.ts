import type { Connection } from '../domain/connection.js';
import type { Page } from '../domain/page.js';
import type { ConnectionsInput } from './useConnections.js';
import type { OnboardingSettings } from './settings.js';

/** The largest page of the host API. */
const LARGEST_PAGE = 100;

/** 15,000 connections: beyond that the user has to search. */
const MOST_PAGES = 150;

/**
 * Reads a user's connections page by page, past the query cache. The first page has the backend's
 * default size, so that reading it alone stays cheap; the others are as large as possible. Throws
 * what the port throws.
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
        environmentId,
        connectionTemplateId,
        ...(after !== undefined && { after, first: LARGEST_PAGE }),
      },
      { signal },
    );
    yield page;
    after = page.next;
    if (after === undefined) return;
  }
}
