import type { JsonObject } from '../../domain/json.js';
import { parseConnection, type PlatformConnection } from './connectionShape.js';
import type {
  ConnectionChange,
  ConnectionCreation,
  ConnectionState,
  OAuth1Start,
  OAuth2Start,
} from './newConnection.js';
import type { Caller, PlatformCalls } from './platformCalls.js';
import {
  parseChangedConnection,
  parseConnectionState,
  parsePage,
  parseStartedUrl,
  parseWhole,
  type PlatformPage,
} from './shapes.js';

export interface EnvironmentRef {
  readonly projectId: string;
  readonly environmentId: string;
}

export interface ConnectionQuery {
  readonly systemId: string;
  /** The platform's own id of the user, verified: without it the connections of all users come back. */
  readonly endUserId: string;
  readonly first: number;
  readonly after?: string | undefined;
}

/** The operations that read connections. */
export interface ConnectionReads {
  listConnections(
    caller: Caller,
    query: ConnectionQuery,
  ): Promise<PlatformPage<PlatformConnection>>;
  listEnvironmentConnections(
    caller: Caller,
    place: EnvironmentRef,
  ): Promise<readonly PlatformConnection[]>;
  getConnection(caller: Caller, connectionId: string): Promise<ConnectionState>;
}

/** The operations that make, repair and remove connections. */
export interface ConnectionWrites {
  /** For the caller's own user; an older platform may make it for nobody, which the caller checks. */
  createConnection(caller: Caller, input: ConnectionCreation): Promise<PlatformConnection>;
  updateConnection(caller: Caller, input: ConnectionChange): Promise<PlatformConnection>;
  deleteConnection(caller: Caller, connectionId: string): Promise<void>;
  /** The address of the provider's page. */
  initialiseOAuth2(caller: Caller, input: OAuth2Start): Promise<string>;
  initialiseOAuth1(caller: Caller, input: OAuth1Start): Promise<string>;
}

export function createConnectionReads({ read }: PlatformCalls, now: () => number): ConnectionReads {
  const parseAt = (item: JsonObject): PlatformConnection | null => parseConnection(item, now());
  return {
    listConnections: (caller, { systemId, endUserId, first, after }) =>
      read(caller, {
        operation: 'ListConnections',
        path: '/connections',
        query: { system_id: systemId, end_user_id: endUserId, first, after },
        parse: (body) => parsePage(body, parseAt),
      }),
    listEnvironmentConnections: (caller, { projectId, environmentId }) =>
      read(caller, {
        operation: 'ListEnvironmentConnections',
        path: `/projects/${projectId}/connections`,
        query: { env_id: environmentId },
        parse: (body) => parseWhole(body, parseAt),
      }),
    getConnection: (caller, connectionId) =>
      read(caller, {
        operation: 'GetConnection',
        path: `/connections/${connectionId}`,
        parse: parseConnectionState,
      }),
  };
}

export function createConnectionWrites(
  { write }: PlatformCalls,
  now: () => number,
): ConnectionWrites {
  const parse = (body: unknown): PlatformConnection => parseChangedConnection(body, now());
  return {
    createConnection: (caller, { connectionTemplateId, ...connection }) =>
      write(caller, {
        operation: 'CreateConnection',
        method: 'POST',
        path: '/connections',
        body: {
          connectionTemplateId,
          connection: { ...connection, variables: [] },
          externalId: caller.user.externalId,
        },
        parse,
      }),
    updateConnection: (caller, { connectionId, ...body }) =>
      write(caller, {
        operation: 'UpdateConnection',
        method: 'PUT',
        path: `/connections/${connectionId}`,
        body,
        parse,
      }),
    deleteConnection: (caller, connectionId) =>
      write(caller, {
        operation: 'DeleteConnection',
        method: 'DELETE',
        path: `/connections/${connectionId}`,
        parse: () => undefined,
      }),
    initialiseOAuth2: (caller, { systemId, ...body }) =>
      write(caller, {
        operation: 'InitialiseOAuth2Connection',
        method: 'POST',
        path: `/systems/${systemId}/oauth2/initialise`,
        body,
        parse: parseStartedUrl,
      }),
    initialiseOAuth1: (caller, { systemId, ...body }) =>
      write(caller, {
        operation: 'InitialiseOAuth1Connection',
        method: 'POST',
        path: `/systems/${systemId}/oauth1/initialise`,
        body,
        parse: parseStartedUrl,
      }),
  };
}
