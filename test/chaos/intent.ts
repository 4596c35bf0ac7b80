import { exampleIds } from '../../src/emulator.js';
import type { Person } from '../support/manyPeople.js';
import { ask, type ChaosAnswer } from './ask.js';

/** One key, and what its answers said. */
export interface Intent {
  readonly key: string;
  readonly person: Person;
  /** All that it asks for; the memo tells it from what others ask for. */
  readonly variables: Variables;
  /** The ids in the answers of 200 and 201, each once. */
  readonly activationIds: Set<string>;
  lastAnswer: ChaosAnswer;
}

export type Variables = Readonly<Record<string, unknown>>;

export function createIntent(person: Person, variables: Variables): Intent {
  const key = crypto.randomUUID();
  return { key, person, variables, activationIds: new Set(), lastAnswer: { kind: 'none' } };
}

/** Sends it once, and notes the answer. */
export async function send(
  intent: Intent,
  origin: string,
  signal: AbortSignal,
): Promise<ChaosAnswer> {
  const { person, key } = intent;
  const path = `/integrations/${exampleIds.environments.shopifyOrders}/activations`;
  const request = { person, method: 'POST', path, key, body: toBody(intent) } as const;
  const answer = await ask(origin, request, signal);
  if (answer.kind === 'success' && answer.id !== null) intent.activationIds.add(answer.id);
  if (answer.kind !== 'none') intent.lastAnswer = answer;
  return answer;
}

function toBody({ person, variables }: Intent): object {
  const { shopify, netsuite } = exampleIds.templates.shopifyOrders;
  return {
    connections: [
      { connectionTemplateId: shopify, existingConnectionId: person.shopify },
      { connectionTemplateId: netsuite, existingConnectionId: person.netsuite },
    ],
    dynamicVariables: variables,
  };
}
