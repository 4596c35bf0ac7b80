import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.js';
import type { Person } from '../support/manyPeople.js';
import { type ChaosAnswer, createIntent, type Intent, send } from './intent.js';

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
  let memo = '';
  for (let index = 0; index < count; index += 1) {
    const last = intents.at(-1)?.lastAnswer;
    const wasLost = last?.kind === 'none' || (last?.kind === 'failed' && last.outcomeUnknown);
    // After an outcome that nobody knows, many press again: another key with equal input.
    const isPressedAgain = memo !== '' && chance.isHit(wasLost ? 0.5 : 0.05);
    if (!isPressedAgain) memo = `${person.externalId} ${index}`;
    const intent = createIntent(person, memo);
    intents.push(intent);
    await work(client, intent);
  }
  return intents;
}

async function work(client: ChaosClient, intent: Intent): Promise<void> {
  const { chance } = client;
  const doesGiveUp = chance.isHit(0.1);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const answers = await sendAtOnce(client, intent, chance.isHit(0.3) ? 2 + chance.below(2) : 1);
    if (answers.some(({ kind }) => kind === 'success' || kind === 'refused')) return;
    if (doesGiveUp) return;
    await wait(50 + chance.below(500));
  }
}

/** A double click sends to whichever process the balancer picks; some hang up before the answer. */
function sendAtOnce(
  { chance, origins }: ChaosClient,
  intent: Intent,
  times: number,
): Promise<ChaosAnswer[]> {
  return Promise.all(
    Array.from({ length: times }, () => {
      const all = origins();
      const origin = all[chance.below(all.length)] ?? '';
      const patienceMs = chance.isHit(0.15) ? chance.below(600) : 20_000;
      return send(intent, origin, AbortSignal.timeout(patienceMs));
    }),
  );
}
