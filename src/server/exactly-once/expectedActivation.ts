import { isSameJson, toCanonicalJson } from '../../domain/json.js';
import type { Definition } from '../definitions.js';
import { toDigest } from '../keyring.js';
import type { ActivationRequest } from '../platform/activationCalls.js';
import type { PlatformActivation } from '../platform/shapes.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';
import type { ActivationIntent } from './activationIntent.js';
import { isContained } from './isContained.js';
import { withSchemaDefaults } from './withSchemaDefaults.js';

/** What an intent asks the platform for, and how its activation is recognised. */
export interface ExpectedActivation {
  readonly intent: ActivationIntent;
  readonly input: ActivationRequest;
  readonly definition: Definition;
  /**
   * Whether an activation has exactly what was asked for: the same connections, and the same variables
   * but for the schema's defaults, secret ones too. What the platform does not show is not equal.
   */
  matches(activation: PlatformActivation): boolean;
  /** The store's keys under which open intents with equal expectations are marked. */
  toMarkKey(index: number): Promise<string>;
}

export async function createExpectedActivation(
  { keyring }: Services,
  { user }: RequestContext,
  intent: ActivationIntent,
  input: ActivationRequest,
  definition: Definition,
): Promise<ExpectedActivation> {
  const { variablesSchema } = definition;
  const ids = toSet(input.connections.map((each) => each.existingConnectionId));
  const asked = input.dynamicVariables;
  const complete = withSchemaDefaults(variablesSchema, asked);
  // Keyed, since the variables may be few enough to be guessed from their hash.
  const fingerprint = await keyring.sign(
    'expectation',
    toCanonicalJson([input.environmentId, user.externalId, ids, complete]),
  );
  return {
    intent,
    definition,
    input,
    matches: ({ connections: found, dynamicVariables }) =>
      isSameJson(toSet(found.map(({ connection }) => connection.id)), ids) &&
      isContained(asked, dynamicVariables) &&
      isSameJson(withSchemaDefaults(variablesSchema, dynamicVariables), complete),
    toMarkKey: (index) => toDigest(JSON.stringify(['open', fingerprint, index])),
  };
}

/** Each once, in one order. */
function toSet(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted();
}
