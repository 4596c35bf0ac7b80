import { toConnectionAnswer } from '../answers.js';
import {
  findUser,
  listTemplates,
  readProjectEnvironment,
  otherUserError,
  systemOf,
} from '../lookup.js';
import type { Call, Operation } from '../operation.js';
import { toPage } from '../paging.js';
import type { StoredConnection } from '../platformData.js';
import { readUlid } from '../readMember.js';

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
];

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
