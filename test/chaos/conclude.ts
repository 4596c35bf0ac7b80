import { exampleIds, type StoredConnection } from '../../src/emulator.js';
import type { Person } from '../support/manyPeople.js';
import type { ChaosAnswer } from './ask.js';
import { type ConnectionIntent, sendConnection } from './connectionIntent.js';
import type { FaultyPlatform } from './faultyPlatform.js';
import { findBreaches, toText } from './findBreaches.js';
import {
  findConnectionBreaches,
  findLostSignIns,
  findVanished,
  listSettled,
} from './findConnectionBreaches.js';
import type { HostProcesses } from './hostProcesses.js';
import { type Intent, send } from './intent.js';

export interface Conclusion {
  readonly breaches: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

/** What is left when the storm is over. */
export interface Sequel {
  readonly people: readonly Person[];
  readonly hosts: HostProcesses;
  readonly platform: FaultyPlatform;
}

/** Repeats each key on a calm platform, and looks for what must never be. */
export async function concludeActivations(
  intents: readonly Intent[],
  { people, hosts, platform }: Sequel,
): Promise<Conclusion> {
  const figures = countActivations(intents);
  const open = await repeatAll(people, intents, hosts, send);
  const made = platform.emulator.data.activations.filter(({ userId }) =>
    people.some(({ id }) => id === userId),
  );
  return {
    breaches: findBreaches(intents, made),
    figures: {
      ...figures,
      'activations repeated when calm: success': intents.length - open,
      'activations repeated when calm: unknown for good': open,
      activations: made.length,
    },
  };
}

/** Repeats each key on a calm platform, and looks for what must never be. */
export async function concludeConnections(
  intents: readonly ConnectionIntent[],
  { people, hosts, platform }: Sequel,
): Promise<Conclusion> {
  const listMade = (): StoredConnection[] =>
    platform.emulator.data.connections.filter(
      ({ systemId, endUserId }) =>
        systemId === exampleIds.systems.hubspot && people.some(({ id }) => id === endUserId),
    );
  const toSecrets = (): string => JSON.stringify(listMade().map(({ credentials }) => credentials));
  const figures = {
    ...countConnections(intents),
    'accounts whose secret was compared': listSettled(intents, listMade()).length,
  };
  const lost = [...findLostSignIns(intents, listMade()), ...findVanished(intents, listMade())];
  const secrets = toSecrets();
  // What succeeded may not be done again by a repeat, long after somebody else signed in.
  const signedIn = intents.filter(({ kind, ids }) => kind === 'reconnect' && ids.size > 0);
  await repeatAll(people, signedIn, hosts, sendConnection);
  const repeated = secrets === toSecrets() ? [] : ['A repeat of a sign-in was sent again.'];
  const creating = intents.filter(({ kind }) => kind === 'create');
  const open = await repeatAll(people, creating, hosts, sendConnection);
  return {
    breaches: [...lost, ...repeated, ...findConnectionBreaches(intents, listMade())],
    figures: {
      ...figures,
      'new accounts repeated when calm: success': creating.length - open,
      'new accounts repeated when calm: removed since, or unknown for good': open,
      accounts: listMade().length,
    },
  };
}

interface AnyIntent {
  readonly person: Person;
}

type Send<T> = (intent: T, origin: string, signal: AbortSignal) => Promise<ChaosAnswer>;

/**
 * Resolves with how many keys still have no answer of success. One at a time for each person: repeats
 * stand in each other's way, and each of them waits for so long only.
 */
async function repeatAll<T extends AnyIntent>(
  people: readonly Person[],
  intents: readonly T[],
  hosts: HostProcesses,
  sendOnce: Send<T>,
): Promise<number> {
  const waiting = [...people];
  let open = 0;
  const work = async (): Promise<void> => {
    for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
      for (const intent of intents) {
        if (intent.person === person && !(await isAnswered(intent, hosts, sendOnce))) open += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return open;
}

const mostRepeats = 4;

/** More than once, since a busy machine makes a process that is well run out of time. */
async function isAnswered<T>(intent: T, hosts: HostProcesses, sendOnce: Send<T>): Promise<boolean> {
  for (let repeats = 0; repeats < mostRepeats; repeats += 1) {
    const [origin = ''] = hosts.origins();
    const { kind } = await sendOnce(intent, origin, AbortSignal.timeout(60_000));
    if (kind === 'success') return true;
    if (kind === 'refused') return false;
  }
  return false;
}

function countActivations(intents: readonly Intent[]): Record<string, number> {
  const isLast = (kind: ChaosAnswer['kind']): number =>
    intents.filter(({ lastAnswer }) => lastAnswer.kind === kind).length;
  return {
    intents: intents.length,
    'answered with success': intents.filter(({ activationIds }) => activationIds.size > 0).length,
    'last answer: refused': isLast('refused'),
    'last answer: failed': isLast('failed'),
    'no answer at all': isLast('none'),
    'keys with the input of another':
      intents.length - new Set(intents.map((i) => toText(i.variables))).size,
  };
}

function countConnections(intents: readonly ConnectionIntent[]): Record<string, number> {
  const counts: Record<string, number> = { 'account intents': intents.length };
  for (const kind of ['create', 'reconnect', 'remove'] as const) {
    const all = intents.filter((each) => each.kind === kind);
    counts[`account ${kind}: sent`] = all.length;
    counts[`account ${kind}: success`] = all.filter(({ ids }) => ids.size > 0).length;
  }
  const batches = new Set(intents.map(({ person, batch }) => `${person.id} ${batch}`));
  counts['account intents in two tabs'] = intents.length - batches.size;
  return counts;
}
