import { toActivationAnswer } from '../answers.js';
import { checkVariables } from '../checkVariables.js';
import {
  findEnvironment,
  findReadableUser,
  otherUserError,
  readActivation,
  readEnvironment,
  readUser,
} from '../lookup.js';
import type { Call, Operation } from '../operation.js';
import { toPage } from '../paging.js';
import type { StoredActivation, StoredConnection } from '../platformData.js';
import { readRecord, readText, readUlid } from '../readMember.js';
import { PlatformError, invalidField } from '../platformError.js';
import type { EndUser } from '../shapes.js';
import { createUlid } from '../ulid.js';
import { readChosenConnections } from './chosenConnections.js';

export const activationOperations: readonly Operation[] = [
  {
    name: 'ActivateUser',
    method: 'POST',
    path: '/o/{organisation_id}/activations',
    run(call) {
      const { activation, madeConnections } = readNewActivation(call);
      call.data.connections.push(...madeConnections);
      call.data.activations.push(activation);
      return { status: 200, body: toActivationAnswer(call.data, activation) };
    },
  },
  {
    name: 'ListUserActivations',
    method: 'GET',
    path: '/o/{organisation_id}/environment/{environment_id}/users/{external_user_id}/activations',
    run(call) {
      const { environment } = readEnvironment(call);
      const user = findReadableUser(call, call.params['external_user_id'] ?? '');
      // No 404: the vendor's own hub asks before it creates the user.
      if (user === null) return { status: 200, body: [] };
      const activations = call.data.activations.filter(
        ({ userId, environmentId }) => userId === user.id && environmentId === environment.id,
      );
      const body = activations.map((each) => toActivationAnswer(call.data, each, environment));
      return { status: 200, body };
    },
  },
  {
    name: 'ListActivations',
    method: 'GET',
    path: '/o/{organisation_id}/environments/{environment_id}/activations',
    run(call) {
      const { environment } = readEnvironment(call);
      if (call.caller.kind === 'endUser') throw otherUserError();
      const all = call.data.activations.filter((each) => each.environmentId === environment.id);
      const page = toPage(all, call.query);
      const items = page.items.map((each) => toActivationAnswer(call.data, each, environment));
      return { status: 200, body: { ...page, items } };
    },
  },
  {
    name: 'GetActivation',
    method: 'GET',
    path: '/o/{organisation_id}/environments/{environment_id}/activations/{activation_id}',
    run(call) {
      const { environment } = readEnvironment(call);
      const body = toActivationAnswer(call.data, readActivation(call), environment);
      return { status: 200, body };
    },
  },
  {
    name: 'DeleteActivation',
    method: 'DELETE',
    path: '/o/{organisation_id}/environments/{environment_id}/activations/{activation_id}',
    run(call) {
      const { activations } = call.data;
      activations.splice(activations.indexOf(readActivation(call)), 1);
      return { status: 204, body: undefined };
    },
  },
];

/** Checks in the order of the body's members and stops at the first problem, as the platform does. */
function readNewActivation(call: Call): {
  readonly activation: StoredActivation;
  readonly madeConnections: readonly StoredConnection[];
} {
  const input = readRecord(call.body, 'body');
  const user = readOwner(call, readText(input['userId'], 'userId'));
  const environmentId = readUlid(input['environmentId'], 'environmentId');
  const place = findEnvironment(call.data, environmentId);
  if (place === undefined) throw invalidField(404, 'environmentId', 'environment not found');
  const { chosen, made } = readChosenConnections(call, input['connections'], {
    environmentId,
    user,
  });
  const { dynamicVariables: given = {} } = input;
  const dynamicVariables = readRecord(given, 'dynamicVariables');
  checkVariables(place.project, dynamicVariables);
  const activation = {
    id: createUlid(call.now),
    userId: user.id,
    environmentId,
    connections: chosen,
    dynamicVariables,
  };
  return { activation, madeConnections: made };
}

function readOwner(call: Call, idOrExternalId: string): EndUser {
  try {
    return readUser(call, idOrExternalId);
  } catch (error) {
    if (error instanceof PlatformError) throw invalidField(error.status, 'userId', error.message);
    throw error;
  }
}
