import { toConnectionAnswer } from '../answers.js';
import {
  findTemplate,
  findUser,
  listTemplates,
  readProjectEnvironment,
  otherUserError,
  readConnection,
  readUser,
  systemOf,
} from '../lookup.js';
import type { Call, Operation } from '../operation.js';
import { readNewConnection, updateConnection } from '../newConnection.js';
import { toPage } from '../paging.js';
import type { StoredConnection, StoredTemplate } from '../platformData.js';
import { PlatformError, invalidField } from '../platformError.js';
import { readRecord, readText, readUlid } from '../readMember.js';

export const connectionOperations: readonly Operation[] = [
  {
    name: 'ListConnections',
    method: 'GET',
    path: '/o/{organisation_id}/connections',
    run(call) {
      const page = toPage(listWanted(call), call.query);
      return { status: 200, body: { ...page, items: page.items.map(toConnectionAnswer) } };
    },
  },
  {
    name: 'ListEnvironmentConnections',
    method: 'GET',
    path: '/o/{organisation_id}/projects/{project_id}/connections',
    run(call) {
      const { id } = readProjectEnvironment(call);
      const items = listStatic(call, id).map(toConnectionAnswer);
      return { status: 200, body: { totalCount: items.length, items } };
    },
  },
  {
    name: 'CreateConnection',
    method: 'POST',
    path: '/o/{organisation_id}/connections',
    run(call) {
      const connection = readCreated(call);
      call.data.connections.push(connection);
      return { status: 201, body: toConnectionAnswer(connection) };
    },
  },
  {
    name: 'GetConnection',
    method: 'GET',
    path: '/o/{organisation_id}/connections/{connection_id}',
    run(call) {
      return { status: 200, body: toConnectionAnswer(readConnection(call)) };
    },
  },
  {
    name: 'UpdateConnection',
    method: 'PUT',
    path: '/o/{organisation_id}/connections/{connection_id}',
    run(call) {
      const connection = readConnection(call);
      const template = findTemplateOf(call, connection);
      updateConnection(call, connection, template);
      return { status: 200, body: toConnectionAnswer(connection) };
    },
  },
  {
    name: 'DeleteConnection',
    method: 'DELETE',
    path: '/o/{organisation_id}/connections/{connection_id}',
    run(call) {
      const { connections, activations } = call.data;
      const connection = readConnection(call);
      const isUsed = activations.some((activation) =>
        activation.connections.some((each) => each.existingConnectionId === connection.id),
      );
      if (isUsed) throw new PlatformError(409, 'the connection is used by an activation');
      connections.splice(connections.indexOf(connection), 1);
      return { status: 204, body: undefined };
    },
  },
];

function readCreated(call: Call): StoredConnection {
  const input = readRecord(call.body, 'body');
  const template = findTemplate(
    call.data,
    readUlid(input['connectionTemplateId'], 'connectionTemplateId'),
  );
  if (template === undefined) {
    throw invalidField(404, 'connectionTemplateId', 'connection template not found');
  }
  const { externalId } = input;
  // Without it the connection is shared by all users, which no token of one user may make.
  if (externalId === undefined && call.caller.kind === 'endUser') throw otherUserError();
  const endUserId =
    externalId === undefined ? null : readUser(call, readText(externalId, 'externalId')).id;
  const context = { template, endUserId, field: 'connection' };
  return readNewConnection(call, input['connection'], context);
}

/** The template that it was made for, else any of its system. */
function findTemplateOf({ data }: Call, connection: StoredConnection): StoredTemplate {
  const { connectionTemplateId = '' } = connection;
  const template =
    findTemplate(data, connectionTemplateId) ??
    data.templates.find(({ id }) => id === systemOf(data, connection));
  if (template === undefined) throw new PlatformError(404, 'system not found');
  return template;
}

/** Both filters are optional: without them an API key gets everything that the organisation has. */
function listWanted(call: Call): StoredConnection[] {
  const { data, query } = call;
  const system = query.has('system_id') ? readUlid(query.get('system_id'), 'system_id') : null;
  const owner = readOwner(call);
  return data.connections.filter(
    (connection) =>
      (owner === null || connection.endUserId === owner) &&
      (system === null || systemOf(data, connection) === system),
  );
}

/** The user whose connections are listed; an end user's token lists only its own. */
function readOwner({ data, caller, query }: Call): string | null {
  const wanted = query.has('end_user_id')
    ? readUlid(query.get('end_user_id'), 'end_user_id')
    : null;
  if (caller.kind === 'organisation') return wanted;
  const own = findUser(data, caller.externalId)?.id ?? '';
  if (wanted !== null && wanted !== own) throw otherUserError();
  return own;
}

/** A static connection belongs to the environment whose template it was made for. */
function listStatic({ data }: Call, environmentId: string): StoredConnection[] {
  const templates = listTemplates(data, environmentId).map((each) => each.connectionTemplateId);
  return data.connections.filter(
    ({ endUserId, connectionTemplateId = '' }) =>
      endUserId === null && templates.includes(connectionTemplateId),
  );
}
