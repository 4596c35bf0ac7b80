import { readUser, otherUserError } from '../lookup.js';
import type { Call, Operation } from '../operation.js';
import { readRecord, readText } from '../readMember.js';
import { invalidField } from '../platformError.js';
import type { EndUser } from '../shapes.js';
import { createUlid } from '../ulid.js';

export const userOperations: readonly Operation[] = [
  {
    name: 'ListEndUsers',
    method: 'GET',
    path: '/o/{organisation_id}/users',
    run(call) {
      const users = listWanted(call);
      return { status: 200, body: { totalCount: users.length, users } };
    },
  },
  {
    name: 'GetEndUser',
    method: 'GET',
    path: '/o/{organisation_id}/users/{user_id}',
    run(call) {
      return { status: 200, body: readUser(call, call.params['user_id'] ?? '') };
    },
  },
  {
    name: 'CreateEndUser',
    method: 'POST',
    path: '/o/{organisation_id}/users',
    run(call) {
      const user = readNewUser(call);
      call.data.users.push(user);
      return { status: 201, body: user };
    },
  },
];

/** By a part of a name or of an external id, and by whether they have an activation. */
function listWanted({ data, caller, query }: Call): EndUser[] {
  if (caller.kind === 'endUser') throw otherUserError();
  const search = (query.get('search') ?? '').toLowerCase();
  const environmentId = query.get('environment_id');
  const activated = query.get('activated');
  return data.users.filter((user) => {
    const text = `${user.externalId} ${user.displayName}`.toLowerCase();
    const isActivated = data.activations.some(
      (each) =>
        each.userId === user.id && (environmentId === null || each.environmentId === environmentId),
    );
    return text.includes(search) && (activated === null || isActivated === (activated === 'true'));
  });
}

function readNewUser({ data, caller, body, now }: Call): EndUser {
  const input = readRecord(body, 'body');
  const externalId = readText(input['externalId'], 'externalId');
  const { displayName = '' } = input;
  if (typeof displayName !== 'string') throw invalidField(400, 'displayName', 'must be a text');
  if (caller.kind === 'endUser' && caller.externalId !== externalId) throw otherUserError();
  if (data.users.some((user) => user.externalId === externalId)) {
    throw invalidField(409, 'externalId', 'is taken');
  }
  const createdAt = new Date(now).toISOString();
  const { organisationId } = data;
  return {
    id: createUlid(now),
    externalId,
    displayName,
    organisationId,
    createdAt,
    updatedAt: createdAt,
  };
}
