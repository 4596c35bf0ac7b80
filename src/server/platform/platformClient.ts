import type { ChosenConnection } from '../../domain/activation.js';
import type { JsonObject } from '../../domain/json.js';
import type { Deadline } from '../deadline.js';
import type { OnboardingUser } from '../options.js';
import type { Runtime } from '../runtime.js';
import type { Settings } from '../settings.js';
import { createAuthorise } from './authorisation.js';
import { parseConnection, type PlatformConnection } from './connectionShape.js';
import { isRefusedWith, PlatformFailure } from './platformFailure.js';
import { mayReadAgain, withRetries } from './retry.js';
import { type Line, type PlatformRequest, send } from './send.js';
import {
  parseActivation,
  parseActivations,
  parsePage,
  parseProject,
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

/** For whom a call is made, and how long it may take. */
export interface Caller {
  readonly user: OnboardingUser;
  readonly deadline: Deadline;
}

export interface ConnectionQuery {
  readonly systemId: string;
  /** The platform's own id of the user, verified: without it everybody's connections come back. */
  readonly endUserId: string;
  readonly first: number;
  readonly after?: string | undefined;
}

export interface ProjectPlace {
  readonly projectId: string;
  readonly environmentId: string;
}

/**
 * The platform, one function an operation. Reads are tried again where that may help, writes never.
 * Each rejects with a `PlatformFailure`, and reads of its answers only what the handler relies on.
 */
export interface PlatformClient {
  /** `null`: the platform does not know the user. Whose answer it is, the caller must check. */
  getEndUser(caller: Caller): Promise<PlatformUser | null>;
  createEndUser(caller: Caller): Promise<PlatformUser>;
  getProject(caller: Caller, projectId: string): Promise<PlatformProject>;
  listTemplates(caller: Caller, place: ProjectPlace): Promise<readonly PlatformTemplate[]>;
  listConnections(
    caller: Caller,
    query: ConnectionQuery,
  ): Promise<PlatformPage<PlatformConnection>>;
  listEnvironmentConnections(
    caller: Caller,
    place: ProjectPlace,
  ): Promise<readonly PlatformConnection[]>;
  /** Empty where the platform does not know the user. */
  listUserActivations(
    caller: Caller,
    environmentId: string,
  ): Promise<readonly PlatformActivation[]>;
  activateUser(caller: Caller, input: ActivationRequest): Promise<PlatformActivation>;
  setDynamicVariables(
    caller: Caller,
    input: {
      readonly environmentId: string;
      readonly activationId: string;
      readonly variables: JsonObject;
    },
  ): Promise<void>;
  deleteActivation(
    caller: Caller,
    input: { readonly environmentId: string; readonly activationId: string },
  ): Promise<void>;
}

export interface ActivationRequest {
  readonly environmentId: string;
  readonly connections: readonly ChosenConnection[];
  readonly dynamicVariables: JsonObject;
}

type Call = Omit<PlatformRequest, 'user' | 'method'>;
type Parse<T> = (body: unknown) => T;

export function createPlatformClient(settings: Settings, runtime: Runtime): PlatformClient {
  const { organisationId, baseUrl, fetch, auth } = settings.platform;
  const authorise = createAuthorise(auth, runtime);
  const line: Line = { baseUrl, fetch, authorise, now: runtime.now };
  const root = `/o/${organisationId}`;

  function read<T>({ user, deadline }: Caller, call: Call, parse: Parse<T>): Promise<T> {
    const request = { ...call, method: 'GET', user: user.externalId } as const;
    const attempt = async (): Promise<T> =>
      understand(request, await send(line, request, deadline), parse);
    return withRetries({ runtime, deadline }, mayReadAgain, attempt);
  }

  async function write<T>(
    { user, deadline }: Caller,
    call: Call & Pick<PlatformRequest, 'method'>,
    parse: Parse<T>,
  ): Promise<T> {
    const request = { ...call, user: user.externalId };
    return understand(request, await send(line, request, deadline), parse);
  }

  return {
    getEndUser: (caller) =>
      orWhereNotFound(
        null,
        read(
          caller,
          {
            operation: 'GetEndUser',
            path: `${root}/users/${encodeURIComponent(caller.user.externalId)}`,
          },
          parseUser,
        ),
      ),
    createEndUser: (caller) =>
      write(
        caller,
        {
          operation: 'CreateEndUser',
          method: 'POST',
          path: `${root}/users`,
          body: { externalId: caller.user.externalId, displayName: caller.user.displayName },
        },
        parseUser,
      ),
    getProject: (caller, projectId) =>
      read(
        caller,
        { operation: 'GetProject', path: `${root}/projects/${projectId}` },
        parseProject,
      ),
    listTemplates: (caller, { projectId, environmentId }) => {
      const call: Call = {
        operation: 'ListProjectConnectionTemplates',
        path: `${root}/projects/${projectId}/connection-templates`,
        query: { env_id: environmentId },
      };
      return read(caller, call, (body) => parseWhole(body, parseTemplate));
    },
    listConnections: (caller, { systemId, endUserId, first, after }) =>
      read(
        caller,
        {
          operation: 'ListConnections',
          path: `${root}/connections`,
          query: { system_id: systemId, end_user_id: endUserId, first, after },
        },
        (body) => parsePage(body, (item) => parseConnection(item, runtime.now())),
      ),
    listEnvironmentConnections: (caller, { projectId, environmentId }) => {
      const call: Call = {
        operation: 'ListEnvironmentConnections',
        path: `${root}/projects/${projectId}/connections`,
        query: { env_id: environmentId },
      };
      return read(caller, call, (body) =>
        parseWhole(body, (item) => parseConnection(item, runtime.now())),
      );
    },
    listUserActivations: (caller, environmentId) =>
      orWhereNotFound(
        [],
        read(
          caller,
          {
            operation: 'ListUserActivations',
            path: `${root}/environment/${environmentId}/users/${encodeURIComponent(caller.user.externalId)}/activations`,
          },
          (body) => parseActivations(body, runtime.now()),
        ),
      ),
    activateUser: (caller, input) =>
      write(
        caller,
        {
          operation: 'ActivateUser',
          method: 'POST',
          path: `${root}/activations`,
          body: { userId: caller.user.externalId, ...input },
        },
        (body) => parseActivation(body, runtime.now()),
      ),
    setDynamicVariables: (caller, { environmentId, activationId, variables }) =>
      write(
        caller,
        {
          operation: 'SetDynamicVariables',
          method: 'PATCH',
          path: `${root}/environments/${environmentId}/activations/${activationId}/variables`,
          body: variables,
        },
        () => undefined,
      ),
    deleteActivation: (caller, { environmentId, activationId }) =>
      write(
        caller,
        {
          operation: 'DeleteActivation',
          method: 'DELETE',
          path: `${root}/environments/${environmentId}/activations/${activationId}`,
        },
        () => undefined,
      ),
  };
}

function understand<T>(
  { operation }: Pick<PlatformRequest, 'operation'>,
  body: unknown,
  parse: Parse<T>,
): T {
  try {
    return parse(body);
  } catch (error) {
    if (!(error instanceof UnusableAnswer)) throw error;
    throw new PlatformFailure(operation, { kind: 'malformed', at: error.at });
  }
}

async function orWhereNotFound<T>(otherwise: T, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isRefusedWith(error, 404)) return otherwise;
    throw error;
  }
}
