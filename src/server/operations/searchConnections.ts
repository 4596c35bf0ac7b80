import type { Connection } from '../../domain/connection.js';
import { createConnectionMatcher } from '../../domain/connectionSearch.js';
import { type ConnectionScope, walkConnections } from '../connectionWalk.js';
import { createDeadline, DeadlineExceeded } from '../deadline.js';
import { PlatformFailure } from '../platform/platformFailure.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';

/** The position in the platform's pages at which a search continues. */
export interface Position {
  /** The platform's cursor of a page; `undefined`: the first. */
  readonly after: string | undefined;
  /** How many of that page's connections were looked at already. */
  readonly skip: number;
}

export interface SearchResult {
  readonly items: readonly Connection[];
  /** There may be more from here on. */
  readonly next?: Position;
  /** The time was over before all pages were seen. */
  readonly incomplete?: true;
}

/** The time that a search leaves of the deadline to return its matches. */
const reserveMs = 1_000;

/** Searches names and hosts, ignoring case. The platform itself cannot search. */
export async function searchConnections(
  services: Services,
  context: RequestContext,
  scope: ConnectionScope,
  {
    search,
    first,
    start,
  }: { readonly search: string; readonly first: number; readonly start: Position },
): Promise<SearchResult> {
  const { runtime } = services;
  const remainingMs = context.deadline.remainingMs();
  const budgetMs = Math.max(remainingMs - reserveMs, remainingMs / 2);
  const deadline = createDeadline(runtime, budgetMs, context.deadline.signal);
  const matches = createConnectionMatcher(search);
  const items: Connection[] = [];
  let position = start;
  try {
    for await (const page of walkConnections(services, { ...context, deadline }, scope, {
      start: start.after,
      isSearch: true,
    })) {
      const skip = page.after === start.after ? start.skip : 0;
      for (const [index, { connection }] of page.items.entries()) {
        if (index < skip || !matches(connection)) continue;
        // One more than asked for is there: the next page begins with it.
        if (items.length === first) return { items, next: { after: page.after, skip: index } };
        items.push(connection);
      }
      position = { after: page.next, skip: 0 };
    }
    return { items };
  } catch (error) {
    const hasSeen = position !== start;
    if (
      context.deadline.signal.aborted ||
      !(isDeadlineExceeded(error) || (hasSeen && isTransient(error)))
    ) {
      throw error;
    }
    return { items, next: position, incomplete: true };
  } finally {
    deadline.end();
  }
}

function isDeadlineExceeded(error: unknown): boolean {
  if (error instanceof DeadlineExceeded) return true;
  return error instanceof PlatformFailure && error.reason.kind === 'timeout';
}

/** Whether a failure of the platform is transient, so that earlier matches are still returned. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof PlatformFailure)) return false;
  const { reason } = error;
  if (reason.kind === 'refused') return reason.status === 429 || reason.status >= 500;
  return reason.kind === 'broken';
}
