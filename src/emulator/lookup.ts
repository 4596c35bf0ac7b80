import type { Call, Caller } from './operation.js';
import type {
  PlatformData,
  StoredActivation,
  StoredConnection,
  StoredProject,
  StoredTemplate,
} from './platformData.js';
import { PlatformError, invalidField } from './platformError.js';
import { readUlid } from './readMember.js';
import type { EndUser, ProjectEnvironment } from './shapes.js';

/** @throws {PlatformError} 400 if the path's organisation is not a ULID, 403 if it is another's. */
export function checkOrganisation({ data, params }: Call): void {
  const id = readUlid(params['organisation_id'], 'organisation_id');
  if (id !== data.organisationId) throw new PlatformError(403, 'no access to this organisation');
}

/** Finds a user by platform id, then by external id: the platform accepts either. */
export function findUser({ users }: PlatformData, idOrExternalId: string): EndUser | undefined {
  return (
    users.find(({ id }) => id === idOrExternalId) ??
    users.find(({ externalId }) => externalId === idOrExternalId)
  );
}

/** Whether a caller may see and change what is this user's. */
function mayActFor(caller: Caller, user: EndUser): boolean {
  return caller.kind === 'organisation' || caller.externalId === user.externalId;
}

/** `null`: there is none. @throws {PlatformError} 403 if the caller is another user. */
export function findReadableUser({ data, caller }: Call, idOrExternalId: string): EndUser | null {
  const user = findUser(data, idOrExternalId);
  if (user === undefined) {
    if (caller.kind === 'endUser' && caller.externalId !== idOrExternalId) throw otherUserError();
    return null;
  }
  if (!mayActFor(caller, user)) throw otherUserError();
  return user;
}

/** @throws {PlatformError} 404 if there is none, 403 if the caller is another user. */
export function readUser(call: Call, idOrExternalId: string): EndUser {
  const user = findReadableUser(call, idOrExternalId);
  if (user === null) throw new PlatformError(404, 'user not found');
  return user;
}

export function otherUserError(): PlatformError {
  return new PlatformError(403, 'the token is for another user');
}

/** @throws {PlatformError} 400 or 404. */
export function readProject({ data, params }: Call): StoredProject {
  const wanted = readUlid(params['project_id'], 'project_id');
  const project = data.projects.find(({ id }) => id === wanted);
  if (project === undefined) throw new PlatformError(404, 'project not found');
  return project;
}

export interface PlacedEnvironment {
  readonly project: StoredProject;
  readonly environment: ProjectEnvironment;
}

export function findEnvironment(data: PlatformData, wanted: string): PlacedEnvironment | undefined {
  for (const project of data.projects) {
    const environment = project.environments.find(({ id }) => id === wanted);
    if (environment !== undefined) return { project, environment };
  }
  return undefined;
}

/** @throws {PlatformError} 400 or 404. */
export function readEnvironment({ data, params }: Call): PlacedEnvironment {
  const found = findEnvironment(data, readUlid(params['environment_id'], 'environment_id'));
  if (found === undefined) throw new PlatformError(404, 'environment not found');
  return found;
}

/** The environment of `env_id`, which must be one of the path's project. @throws {PlatformError} 400, 404. */
export function readProjectEnvironment(call: Call): ProjectEnvironment {
  const project = readProject(call);
  const wanted = readUlid(call.query.get('env_id'), 'env_id');
  const environment = project.environments.find(({ id }) => id === wanted);
  if (environment === undefined)
    throw invalidField(404, 'env_id', 'no environment of this project');
  return environment;
}

/**
 * The activation of the path; one of another user or environment does not exist for the caller.
 * @throws {PlatformError} 400 or 404.
 */
export function readActivation(call: Call): StoredActivation {
  const { data, caller, params } = call;
  const { environment } = readEnvironment(call);
  const wanted = readUlid(params['activation_id'], 'activation_id');
  const activation = data.activations.find(
    ({ id, environmentId }) => id === wanted && environmentId === environment.id,
  );
  const user = data.users.find(({ id }) => id === activation?.userId);
  if (activation === undefined || user === undefined || !mayActFor(caller, user)) {
    throw new PlatformError(404, 'activation not found');
  }
  return activation;
}

/**
 * The connection of the path; another user's does not exist for a user's own token.
 * @throws {PlatformError} 400 or 404.
 */
export function readConnection({ data, caller, params }: Call): StoredConnection {
  const wanted = readUlid(params['connection_id'], 'connection_id');
  const connection = data.connections.find(({ id }) => id === wanted);
  const owner = data.users.find(({ id }) => id === connection?.endUserId);
  const isVisible =
    caller.kind === 'organisation' || (owner !== undefined && mayActFor(caller, owner));
  if (connection === undefined || !isVisible) {
    throw new PlatformError(404, 'connection not found');
  }
  return connection;
}

export function findTemplate(data: PlatformData, wanted: string): StoredTemplate | undefined {
  return data.templates.find(({ connectionTemplateId }) => connectionTemplateId === wanted);
}

export function listTemplates(data: PlatformData, environmentId: string): StoredTemplate[] {
  return data.templates.filter((template) => template.environmentId === environmentId);
}

/** The connection's own `systemId`, else its template's. */
export function systemOf(data: PlatformData, connection: StoredConnection): string | undefined {
  if (connection.systemId !== undefined) return connection.systemId;
  const madeFor = connection.connectionTemplateId;
  return data.templates.find((template) => template.connectionTemplateId === madeFor)?.id;
}
