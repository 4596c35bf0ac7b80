import type { StoredActivation } from '../../src/emulator.js';
import { groupBy } from './groupBy.js';
import type { Intent, Variables } from './intent.js';

/**
 * What must never be, as sentences; empty: all is well. To be called when the platform is calm and
 * each intent was repeated once more.
 */
export function findBreaches(
  intents: readonly Intent[],
  activations: readonly StoredActivation[],
): string[] {
  const byId = new Map(activations.map((each) => [each.id, each]));
  const owners = new Map<string, string>();
  const breaches: string[] = [];
  for (const { key, variables, person, activationIds } of intents) {
    if (activationIds.size > 1) breaches.push(`${key} was told of ${activationIds.size}`);
    for (const id of activationIds) {
      const activation = byId.get(id);
      if (activation === undefined) breaches.push(`${key} was told of ${id}, which is not there`);
      else if (
        activation.userId !== person.id ||
        toText(activation.dynamicVariables) !== toText(variables)
      ) {
        breaches.push(`${key} was told of ${id}, which is another's`);
      }
      const owner = owners.get(id);
      if (owner !== undefined && owner !== key) breaches.push(`${id} is ${owner}'s and ${key}'s`);
      owners.set(id, key);
    }
  }
  return [...breaches, ...findMiscounts(intents, activations)];
}

/** The members in one order. */
export function toText(variables: Variables): string {
  return JSON.stringify(Object.entries(variables).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of keys with equal input only the number can be compared. */
function findMiscounts(
  intents: readonly Intent[],
  activations: readonly StoredActivation[],
): string[] {
  const breaches: string[] = [];
  const groups = groupBy(intents, ({ variables }) => toText(variables));
  const made = groupBy(activations, ({ dynamicVariables }) => toText(dynamicVariables));
  for (const [input, group] of groups) {
    const there = made.get(input)?.length ?? 0;
    const answered = group.filter(({ activationIds }) => activationIds.size > 0).length;
    if (there > group.length) breaches.push(`${input}: ${group.length} keys, ${there} activations`);
    if (there < answered) breaches.push(`${input}: ${answered} answered, ${there} activations`);
    const [only] = group;
    // Everything that was made can be found by the key that made it.
    if (group.length === 1 && only !== undefined && there !== answered) {
      breaches.push(
        `${only.key}: ${there} activations, last answer ${JSON.stringify(only.lastAnswer)}`,
      );
    }
  }
  return breaches;
}
