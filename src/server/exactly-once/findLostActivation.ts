import { getOwn, isSameJson, type JsonObject, type JsonValue } from '../../domain/json.js';
import { splitSecrets } from '../../variables/secrets.js';
import type { Definition } from '../definitions.js';
import type { ActivationRequest, Caller } from '../platform/platformClient.js';
import type { PlatformActivation } from '../platform/shapes.js';
import type { Services } from '../services.js';
import type { ActivationIntent } from './activationIntent.js';
import { claimActivation } from './claimActivation.js';

/** What tells an activation that was asked for from the others in the list. */
export interface ExpectedActivation {
  readonly intent: ActivationIntent;
  readonly input: ActivationRequest;
  readonly definition: Definition;
}

export interface LostActivation extends ExpectedActivation {
  /** None of these is the one. */
  readonly activationIdsBefore: readonly string[];
}

/**
 * Looks once for the activation whose answer was lost: one that was not there before, that has what
 * was asked for, and that no other intent has. To be called under the lock alone.
 */
export async function findLostActivation(
  services: Services,
  caller: Caller,
  { intent, input, definition, activationIdsBefore }: LostActivation,
): Promise<PlatformActivation | null> {
  const activations = await services.activationLists.listFresh(caller, intent.environmentId);
  for (const activation of activations) {
    if (activationIdsBefore.includes(activation.id)) continue;
    if (!hasWhatWasAsked(activation, input, definition)) continue;
    if (await claimActivation(services, intent, activation.id)) return activation;
  }
  return null;
}

/** Secret variables are not compared: a platform that hides them would make every one a stranger. */
function hasWhatWasAsked(
  { connections, dynamicVariables }: PlatformActivation,
  input: ActivationRequest,
  { secretsSchema }: Definition,
): boolean {
  const asked = input.connections.map((each) => each.existingConnectionId);
  // The platform may leave the connections out; then they say nothing.
  const hasConnections =
    connections.length === 0 ||
    asked.every((id) => connections.some((each) => each.connection.id === id));
  return hasConnections && isContained(secretsSchema, input.dynamicVariables, dynamicVariables);
}

function isContained(
  schema: Definition['secretsSchema'],
  asked: JsonObject,
  found: JsonObject,
): boolean {
  const visible = splitSecrets(schema, found).visible;
  return Object.entries(splitSecrets(schema, asked).visible).every(([name, value]) => {
    const there: JsonValue | undefined = getOwn(visible, name);
    return there !== undefined && isSameJson(there, value);
  });
}
