import { exampleIds } from '../../src/emulator.js';
import type { Person } from '../support/manyPeople.js';
import { userHeader } from './hostProcesses.js';

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

export type ChaosAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'success'; readonly activationId: string }
  /** The platform or the handler said no: nothing was done. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Asking again may help. */
  | { readonly kind: 'failed'; readonly status: number; readonly outcomeUnknown: boolean };

export function createIntent(person: Person, variables: Variables): Intent {
  const key = crypto.randomUUID();
  return { key, person, variables, activationIds: new Set(), lastAnswer: { kind: 'none' } };
}

/** Sends it once; a connection that breaks, and an abort, are `none`. */
export async function send(
  intent: Intent,
  origin: string,
  signal: AbortSignal,
): Promise<ChaosAnswer> {
  const { person, key } = intent;
  const path = `/api/integrations/${exampleIds.environments.shopifyOrders}/activations`;
  try {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      signal,
      headers: {
        Origin: origin,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        [userHeader]: person.externalId,
      },
      body: JSON.stringify(toBody(intent)),
    });
    const answer = toAnswer(response.status, await response.json());
    if (answer.kind === 'success') intent.activationIds.add(answer.activationId);
    intent.lastAnswer = answer;
    return answer;
  } catch {
    return { kind: 'none' };
  }
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

function toAnswer(status: number, body: unknown): ChaosAnswer {
  const { id, outcomeUnknown } = body as { id?: string; outcomeUnknown?: boolean };
  if (status < 300 && id !== undefined) return { kind: 'success', activationId: id };
  // 429 and a refusal for want of an answer are worth another try; any other 4xx is a no.
  if (status < 500 && status !== 429) return { kind: 'refused', status };
  return { kind: 'failed', status, outcomeUnknown: outcomeUnknown === true };
}
