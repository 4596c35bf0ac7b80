import type { Connection } from './connection.js';
import type { JsonObject } from './json.js';

/** The platform's status of the environment that the activation runs in. */
export type EnvironmentStatus = 'running' | 'suspended' | 'error' | 'draft' | 'unknown';

export interface ActivationConnection {
  /** Absent if the platform does not name the template that the connection fills. */
  readonly connectionTemplateId?: string;
  readonly connection: Connection;
}

/** An integration that is switched on for the signed-in user. */
export interface Activation {
  readonly id: string;
  readonly environmentId: string;
  readonly environmentStatus: EnvironmentStatus;
  readonly connections: readonly ActivationConnection[];
  /** Without the values that the schema marks as secret: see `secretsSet`. */
  readonly dynamicVariables: JsonObject;
  /** JSON Pointers into the variables of the secret values that are set. */
  readonly secretsSet: readonly string[];
  /** Opaque: changes with the variables; goes back as `If-Match`. */
  readonly revision: string;
  /** Addresses for the user to enter at the system that calls them. */
  readonly webhooks: readonly Webhook[];
}

export interface Webhook {
  readonly label: string;
  readonly url: string;
}

/** A user's activations in one environment. */
export interface ListedActivations extends ReadonlyArray<Activation> {
  /** Set if there are more: what is not in the list may exist all the same. */
  readonly incomplete?: true | undefined;
}

/** A list of these activations, as incomplete as another. */
export function toListed(
  activations: readonly Activation[],
  { incomplete }: Pick<ListedActivations, 'incomplete'>,
): ListedActivations {
  return incomplete === undefined ? activations : Object.assign([...activations], { incomplete });
}

export interface ChosenConnection {
  readonly connectionTemplateId: string;
  readonly existingConnectionId: string;
}

/** The user's choices: one connection for each template that is not managed, and the variables. */
export interface ActivationInput {
  readonly environmentId: string;
  readonly connections: readonly ChosenConnection[];
  readonly dynamicVariables: JsonObject;
}
