import type { ChosenConnection } from '../../domain/activation.js';
import type { JsonObject } from '../../domain/json.js';
import type { Deadline } from '../deadline.js';
import type { OnboardingUser } from '../options.js';
import type { Runtime } from '../runtime.js';
import type { Settings } from '../settings.js';
import type { Authorise } from './authorisation.js';
import { parseConnection, type PlatformConnection } from './connectionShape.js';
import type {
  ConnectionChange,
  ConnectionCreation,
  ConnectionState,
  OAuth1Start,
  OAuth2Start,
} from './newConnection.js';
import { isRefusedWith, PlatformFailure, type PlatformOperation } from './platformFailure.js';
import { mayReadAgain, withRetries } from './retry.js';
import { type Transport, type PlatformRequest, send } from './send.js';
import {
  parseActivation,
  parseActivations,
  parseChangedConnection,
  parseConnectionState,
  parsePage,
  parseProject,
  parseStartedUrl,
  parseTemplate,
  parseUser,
  parseWhole,
  type PlatformActivation,
  type PlatformPage,
  type PlatformProject,
  type PlatformTemplate,
  type PlatformUser,
  UnusableAnswer,
} from './shapes.js';

/** The user that a call is made for, and its deadline. */
export interface Caller {
  readonly user: OnboardingUser;
  readonly deadline: Deadline;
}

export interface ConnectionQuery {
  readonly systemId: string;
  /** The platform's own id of the user, verified: without it the connections of all users come back. */
  readonly endUserId: string;
  readonly first: number;
  readonly after?: string | undefined;
}

export interface EnvironmentRef {
  readonly projectId: string;
  readonly environmentId: string;
}

/**
 * The platform, one function an operation. Reads are retried on transient failures, writes never.
 * Each rejects with a `PlatformFailure`, and reads of its answers only what the handler relies on.
 */
export interface PlatformClient {
  /** `null`: the platform does not know the user. Whose answer it is, the caller must check. */
  getEndUser(caller: Caller): Promise<PlatformUser | null>;
  createEndUser(caller: Caller): Promise<PlatformUser>;
  getProject(caller: Caller, projectId: string): Promise<PlatformProject>;
  listTemplates(caller: Caller, place: EnvironmentRef): Promise<readonly PlatformTemplate[]>;
  listConnections(
    caller: Caller,
    query: ConnectionQuery,
  ): Promise<PlatformPage<PlatformConnection>>;
  listEnvironmentConnections(
    caller: Caller,
    place: EnvironmentRef,
  ): Promise<readonly PlatformConnection[]>;
  /** Empty where the platform does not know the user. */
  listUserActivations(
    caller: Caller,
    environmentId: string,
  ): Promise<readonly PlatformActivation[]>;
  activateUser(caller: Caller, input: ActivationRequest): Promise<PlatformActivation>;
  setDynamicVariables(
    caller: Caller,
    input: ActivationRef & { readonly variables: JsonObject },
  ): Promise<void>;
  deleteActivation(caller: Caller, place: ActivationRef): Promise<void>;
  /** For the caller's own user; an older platform may make it for nobody, which the caller checks. */
  createConnection(caller: Caller, input: ConnectionCreation): Promise<PlatformConnection>;
  getConnection(caller: Caller, connectionId: string): Promise<ConnectionState>;
  updateConnection(caller: Caller, input: ConnectionChange): Promise<PlatformConnection>;
  deleteConnection(caller: Caller, connectionId: string): Promise<void>;
  /** The address of the provider's page. */
  initialiseOAuth2(caller: Caller, input: OAuth2Start): Promise<string>;
  initialiseOAuth1(caller: Caller, input: OAuth1Start): Promise<string>;
}

export interface ActivationRef {
  readonly environmentId: string;
  readonly activationId: string;
}

export interface ActivationRequest {
  readonly environmentId: string;
  readonly connections: readonly ChosenConnection[];
  readonly dynamicVariables: JsonObject;
}

type Parse<T> = (body: unknown) => T;

export function createPlatformClient(
  { platform }: Pick<Settings, 'platform'>,
  runtime: Runtime,
  authorise: Authorise,
): PlatformClient {
  const { organisationId, baseUrl, fetch, maxListBytes, maxAnswerBytes } = platform;
  const { now } = runtime;
  const transport: Transport = { baseUrl, fetch, maxListBytes, maxAnswerBytes, now, authorise };
  const root = `/o/${organisationId}`;
  const toUser = ({ user }: Caller): string => encodeURIComponent(user.externalId);
  const parseChanged: Parse<PlatformConnection> = (body) => parseChangedConnection(body, now());
  const parseAt = (item: JsonObject): PlatformConnection | null => parseConnection(item, now());

  async function call<T>(
    { user, deadline }: Caller,
    request: Omit<PlatformRequest, 'user'>,
    parse: Parse<T>,
  ): Promise<T> {
    const body = await send(transport, { ...request, user: user.externalId }, deadline);
    try {
      return parse(body);
    } catch (error) {
      if (!(error instanceof UnusableAnswer)) throw error;
      throw new PlatformFailure(request.operation, { kind: 'malformed', at: error.message });
    }
  }

  function read<T>(
    caller: Caller,
    operation: PlatformOperation,
    path: string,
    parse: Parse<T>,
    query?: PlatformRequest['query'],
  ): Promise<T> {
    const { deadline } = caller;
    const request = { operation, method: 'GET', path: root + path, query } as const;
    return withRetries({ runtime, deadline }, mayReadAgain, () => call(caller, request, parse));
  }

  function write<T>(
    caller: Caller,
    operation: PlatformOperation,
    method: PlatformRequest['method'],
    path: string,
    parse: Parse<T>,
    body?: unknown,
  ): Promise<T> {
    return call(caller, { operation, method, path: root + path, body }, parse);
  }

  const toActivationPath = ({ environmentId, activationId }: ActivationRef): string =>
    `/environments/${environmentId}/activations/${activationId}`;

  return {
    getEndUser: (caller) =>
      fallbackOnNotFound(null, read(caller, 'GetEndUser', `/users/${toUser(caller)}`, parseUser)),
    createEndUser: (caller) =>
      write(caller, 'CreateEndUser', 'POST', '/users', parseUser, caller.user),
    getProject: (caller, projectId) =>
      read(caller, 'GetProject', `/projects/${projectId}`, parseProject),
    listTemplates: (caller, { projectId, environmentId }) =>
      read(
        caller,
        'ListProjectConnectionTemplates',
        `/projects/${projectId}/connection-templates`,
        (body) => parseWhole(body, parseTemplate),
        { env_id: environmentId },
      ),
    listConnections: (caller, { systemId, endUserId, first, after }) =>
      read(caller, 'ListConnections', '/connections', (body) => parsePage(body, parseAt), {
        system_id: systemId,
        end_user_id: endUserId,
        first,
        after,
      }),
    listEnvironmentConnections: (caller, { projectId, environmentId }) =>
      read(
        caller,
        'ListEnvironmentConnections',
        `/projects/${projectId}/connections`,
        (body) => parseWhole(body, parseAt),
        { env_id: environmentId },
      ),
    listUserActivations: (caller, environmentId) =>
      fallbackOnNotFound(
        [],
        read(
          caller,
          'ListUserActivations',
          `/environment/${environmentId}/users/${toUser(caller)}/activations`,
          (body) => parseActivations(body, now()),
        ),
      ),
    activateUser: (caller, input) =>
      write(
        caller,
        'ActivateUser',
        'POST',
        '/activations',
        (body) => parseActivation(body, now()),
        { userId: caller.user.externalId, ...input },
      ),
    setDynamicVariables: (caller, { variables, ...place }) =>
      write(
        caller,
        'SetDynamicVariables',
        'PATCH',
        `${toActivationPath(place)}/variables`,
        () => undefined,
        variables,
      ),
    deleteActivation: (caller, place) =>
      write(caller, 'DeleteActivation', 'DELETE', toActivationPath(place), () => undefined),
    createConnection: (caller, { connectionTemplateId, ...connection }) =>
      write(caller, 'CreateConnection', 'POST', '/connections', parseChanged, {
        connectionTemplateId,
        connection: { ...connection, variables: [] },
        externalId: caller.user.externalId,
      }),
    getConnection: (caller, connectionId) =>
      read(caller, 'GetConnection', `/connections/${connectionId}`, parseConnectionState),
    updateConnection: (caller, { connectionId, ...change }) =>
      write(
        caller,
        'UpdateConnection',
        'PUT',
        `/connections/${connectionId}`,
        parseChanged,
        change,
      ),
    deleteConnection: (caller, connectionId) =>
      write(caller, 'DeleteConnection', 'DELETE', `/connections/${connectionId}`, () => undefined),
    initialiseOAuth2: (caller, { systemId, ...start }) =>
      write(
        caller,
        'InitialiseOAuth2Connection',
        'POST',
        `/systems/${systemId}/oauth2/initialise`,
        parseStartedUrl,
        start,
      ),
    initialiseOAuth1: (caller, { systemId, ...start }) =>
      write(
        caller,
        'InitialiseOAuth1Connection',
        'POST',
        `/systems/${systemId}/oauth1/initialise`,
        parseStartedUrl,
        start,
      ),
  };
}

/** Returns `otherwise` if the platform answers 404. */
export async function fallbackOnNotFound<T, O>(otherwise: O, work: Promise<T>): Promise<T | O> {
  try {
    return await work;
  } catch (error) {
    if (isRefusedWith(error, 404)) return otherwise;
    throw error;
  }
}
