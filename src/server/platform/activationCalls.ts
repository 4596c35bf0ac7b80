import type { ChosenConnection } from '../../domain/activation.js';
import type { JsonObject } from '../../domain/json.js';
import type { Caller, PlatformCalls } from './platformCalls.js';
import { parseActivation, parseActivations, type PlatformActivation } from './shapes.js';

export interface ActivationRef {
  readonly environmentId: string;
  readonly activationId: string;
}

export interface ActivationRequest {
  readonly environmentId: string;
  readonly connections: readonly ChosenConnection[];
  readonly dynamicVariables: JsonObject;
}

/** The operations on activations. */
export interface ActivationCalls {
  /** Empty, or 404, where the platform does not know the user. */
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
}

export function createActivationCalls(
  { read, write }: PlatformCalls,
  now: () => number,
): ActivationCalls {
  return {
    listUserActivations(caller, environmentId) {
      const user = encodeURIComponent(caller.user.externalId);
      return read(caller, {
        operation: 'ListUserActivations',
        path: `/environment/${environmentId}/users/${user}/activations`,
        parse: (body) => parseActivations(body, now()),
      });
    },
    activateUser: (caller, input) =>
      write(caller, {
        operation: 'ActivateUser',
        method: 'POST',
        path: '/activations',
        body: { userId: caller.user.externalId, ...input },
        parse: (body) => parseActivation(body, now()),
      }),
    setDynamicVariables: (caller, { variables, ...place }) =>
      write(caller, {
        operation: 'SetDynamicVariables',
        method: 'PATCH',
        path: `${toPath(place)}/variables`,
        body: variables,
        parse: () => undefined,
      }),
    deleteActivation: (caller, place) =>
      write(caller, {
        operation: 'DeleteActivation',
        method: 'DELETE',
        path: toPath(place),
        parse: () => undefined,
      }),
  };
}

function toPath({ environmentId, activationId }: ActivationRef): string {
  return `/environments/${environmentId}/activations/${activationId}`;
}
