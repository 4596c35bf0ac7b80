import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.js';
import type { Person } from '../support/manyPeople.js';
import type { ChaosAnswer } from './ask.js';
import { createIntent, type Intent, send, type Variables } from './intent.js';

export interface ChaosClient {
  readonly person: Person;
  readonly chance: Chance;
  /** Where the host listens now. */
  readonly origins: () => readonly string[];
}

const mostTries = 5;

/** Works through that many intents, one after the other, as impatient people do. */
export async function runClient(client: ChaosClient, count: number): Promise<Intent[]> {
  const { person, chance } = client;
  const intents: Intent[] = [];
  let variables: Variables | undefined;
  for (let index = 0; index < count; index += 1) {
    const last = intents.at(-1)?.lastAnswer;
    const wasLost = last?.kind === 'none' || (last?.kind === 'failed' && last.outcomeUnknown);
    // After an outcome that nobody knows, many press again: another key, often with equal input.
    const isPressedAgain = variables !== undefined && chance.isHit(wasLost ? 0.5 : 0.05);
    variables =
      isPressedAgain && variables !== undefined
        ? varyInput(variables, chance)
        : createInput(`${person.externalId} ${index}`);
    const intent = createIntent(person, variables);
    intents.push(intent);
    await workThrough(client, (origin, signal) => send(intent, origin, signal));
  }
  return intents;
}

const createInput = (memo: string): Variables => ({
  warehouseCode: 'LDN-2',
  orderStatus: 'paid',
  batchSize: 10,
  roundingTolerance: 0.5,
  webhookSecret: 'the-first-secret',
  memo,
});

/** As it was, or with another secret alone, or asking for less. */
function varyInput(variables: Variables, chance: Chance): Variables {
  return chance.pick([
    variables,
    { ...variables, webhookSecret: `another-secret-${chance.below(2)}` },
    without(variables, 'webhookSecret'),
    without(variables, 'roundingTolerance'),
  ]);
}

function without(variables: Variables, name: string): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([each]) => each !== name));
}

type SendOnce = (origin: string, signal: AbortSignal) => Promise<ChaosAnswer>;

/** Sends one intent until it is decided, or its owner gives up. */
export async function workThrough(client: ChaosClient, sendOnce: SendOnce): Promise<void> {
  const { chance } = client;
  const doesGiveUp = chance.isHit(0.1);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const answers = await sendAtOnce(client, sendOnce, chance.isHit(0.3) ? 2 + chance.below(2) : 1);
    if (answers.some(({ kind }) => kind === 'success' || kind === 'refused')) return;
    if (doesGiveUp) return;
    await wait(50 + chance.below(500));
  }
}

/** A double click sends to whichever process the balancer picks; some hang up before the answer. */
function sendAtOnce(
  { chance, origins }: ChaosClient,
  sendOnce: SendOnce,
  times: number,
): Promise<ChaosAnswer[]> {
  return Promise.all(
    Array.from({ length: times }, () => {
      const all = origins();
      const origin = all[chance.below(all.length)] ?? '';
      const patienceMs = chance.isHit(0.15) ? chance.below(600) : 20_000;
      return sendOnce(origin, AbortSignal.timeout(patienceMs));
    }),
  );
}
