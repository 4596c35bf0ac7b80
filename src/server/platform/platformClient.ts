import type { Runtime } from '../runtime.js';
import type { Settings } from '../settings.js';
import { type ActivationCalls, createActivationCalls } from './activationCalls.js';
import type { Authorise } from './authorisation.js';
import {
  type ConnectionReads,
  type ConnectionWrites,
  createConnectionReads,
  createConnectionWrites,
  type EnvironmentRef,
} from './connectionCalls.js';
import {
  type Caller,
  createPlatformCalls,
  fallbackOnNotFound,
  type PlatformCalls,
} from './platformCalls.js';
import {
  parseProject,
  parseTemplate,
  parseUser,
  parseWhole,
  type PlatformProject,
  type PlatformTemplate,
  type PlatformUser,
} from './shapes.js';

/** The operations on users and on what a host has set up. */
interface ProjectCalls {
  /** `null`: the platform does not know the user. Whose answer it is, the caller must check. */
  getEndUser(caller: Caller): Promise<PlatformUser | null>;
  createEndUser(caller: Caller): Promise<PlatformUser>;
  getProject(caller: Caller, projectId: string): Promise<PlatformProject>;
  listTemplates(caller: Caller, place: EnvironmentRef): Promise<readonly PlatformTemplate[]>;
}

/**
 * The platform, one function an operation. Reads are retried on transient failures, writes never.
 * Each rejects with a `PlatformFailure`, and reads of its answers only what the handler relies on.
 */
export interface PlatformClient
  extends ProjectCalls, ActivationCalls, ConnectionReads, ConnectionWrites {}

export function createPlatformClient(
  { platform }: Pick<Settings, 'platform'>,
  runtime: Runtime,
  authorise: Authorise,
): PlatformClient {
  const { organisationId, ...to } = platform;
  const { now } = runtime;
  const calls = createPlatformCalls(organisationId, { ...to, now, authorise }, runtime);
  return {
    ...createProjectCalls(calls),
    ...createActivationCalls(calls, now),
    ...createConnectionReads(calls, now),
    ...createConnectionWrites(calls, now),
  };
}

function createProjectCalls({ read, write }: PlatformCalls): ProjectCalls {
  return {
    getEndUser(caller) {
      const path = `/users/${encodeURIComponent(caller.user.externalId)}`;
      const user = read(caller, { operation: 'GetEndUser', path, parse: parseUser });
      return fallbackOnNotFound(null, user);
    },
    createEndUser: (caller) =>
      write(caller, {
        operation: 'CreateEndUser',
        method: 'POST',
        path: '/users',
        body: caller.user,
        parse: parseUser,
      }),
    getProject: (caller, projectId) =>
      read(caller, {
        operation: 'GetProject',
        path: `/projects/${projectId}`,
        parse: parseProject,
      }),
    listTemplates: (caller, { projectId, environmentId }) =>
      read(caller, {
        operation: 'ListProjectConnectionTemplates',
        path: `/projects/${projectId}/connection-templates`,
        query: { env_id: environmentId },
        parse: (body) => parseWhole(body, parseTemplate),
      }),
  };
}
