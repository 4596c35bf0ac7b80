import type { Connection } from '../../domain/connection.js';
import { isJsonObject } from '../../domain/json.js';
import type { Page } from '../../domain/page.js';
import { type ConnectionScope, largestPage, readConnections } from '../connectionWalk.js';
import { notFound, ProblemError } from '../problemError.js';
import type { Services } from '../services.js';
import { findIntegration, type RequestContext } from '../requestContext.js';
import type { Operation } from './operation.js';
import type { Position } from './searchConnections.js';

const defaultFirst = 20;
const longestSearch = 200;

export const listConnections: Operation<'listConnections'> = async ({
  request,
  context,
  services,
  parameters,
}) => {
  const integration = findIntegration(context, parameters.environmentId);
  const { templates } = await services.getDefinition(context, integration);
  const template = templates.find(({ id }) => id === parameters.connectionTemplateId);
  // Users do not see the connections of the host itself.
  if (template === undefined || template.managed) throw notFound();
  const query = new URL(request.url).searchParams;
  const search = readSearch(query);
  const first = readFirst(query);
  const binding = JSON.stringify([
    context.user.externalId,
    integration.environmentId,
    template.id,
    search,
  ]);
  const start = await readCursor(services, binding, query.get('after'));
  const endUserId = await services.endUsers.resolveId(context);
  if (endUserId === null) return { status: 200, body: search === '' ? noneAtAll : noMatches };
  const scope = { systemId: template.systemId, endUserId };
  const body =
    search === ''
      ? await listPage({ services, context, scope, binding }, first, start)
      : await listMatches({ services, context, scope, binding }, { search, first, start });
  return { status: 200, body };
};

const noneAtAll: Page<Connection> = { items: [], totalCount: 0 };
const noMatches: Page<Connection> = { items: [] };

interface Listing {
  readonly services: Services;
  readonly context: RequestContext;
  readonly scope: ConnectionScope;
  readonly binding: string;
}

async function listPage(
  { services, context, scope, binding }: Listing,
  first: number,
  { after }: Position,
): Promise<Page<Connection>> {
  // A read of the first page may follow a new connection, so searches read their pages anew.
  if (after === undefined) services.walkedPages.invalidate(context.user.externalId);
  const page = await readConnections(services, context, scope, { first, after });
  const { items, totalCount, next } = page;
  return {
    items: items.map(({ connection }) => connection),
    ...(totalCount !== undefined && { totalCount }),
    ...(next !== undefined && {
      next: await toCursor(services, binding, { after: next, skip: 0 }),
    }),
  };
}

async function listMatches(
  { services, context, scope, binding }: Listing,
  search: { readonly search: string; readonly first: number; readonly start: Position },
): Promise<Page<Connection>> {
  // Loaded with the first search: many a host's users have too few connections to make one.
  const { searchConnections } = await import('./searchConnections.js');
  const { items, next, incomplete } = await searchConnections(services, context, scope, search);
  return {
    items: [...items],
    ...(next !== undefined && { next: await toCursor(services, binding, next) }),
    ...(incomplete && { incomplete }),
  };
}

function readSearch(query: URLSearchParams): string {
  const search = (query.get('search') ?? '').trim();
  if (search.length <= longestSearch) return search;
  throw invalidQuery(`search may have ${longestSearch} characters at the most.`);
}

/** Capped at the platform's own limit. */
function readFirst(query: URLSearchParams): number {
  const text = query.get('first');
  if (text === null) return defaultFirst;
  if (!/^0*[1-9]\d{0,8}$/.test(text)) throw invalidQuery('first must be a whole number from 1.');
  return Math.min(Number(text), largestPage);
}

function toCursor({ keyring }: Services, binding: string, position: Position): Promise<string> {
  return keyring.seal(binding, JSON.stringify(position));
}

async function readCursor(
  { keyring }: Services,
  binding: string,
  cursor: string | null,
): Promise<Position> {
  if (cursor === null) return { after: undefined, skip: 0 };
  const opened = await keyring.open(binding, cursor);
  const position: unknown = opened === null ? null : JSON.parse(opened);
  if (!isJsonObject(position)) throw invalidQuery('after is no cursor of this list and search.');
  const { after, skip } = position;
  return {
    after: typeof after === 'string' ? after : undefined,
    skip: typeof skip === 'number' ? skip : 0,
  };
}

function invalidQuery(detail: string): ProblemError {
  return new ProblemError('invalid', { status: 400, detail });
}
