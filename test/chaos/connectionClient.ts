import { type ChaosClient, workThrough } from './chaosClient.js';
import {
  type ConnectionIntent,
  createConnectionIntent,
  type NewConnectionIntent,
  sendConnection,
} from './connectionIntent.js';

/** Makes, repairs and removes that many accounts as impatient people do, some of them in two tabs. */
export async function runConnectionClient(
  client: ChaosClient,
  count: number,
): Promise<ConnectionIntent[]> {
  const { chance } = client;
  const intents: ConnectionIntent[] = [];
  for (let batch = 0; intents.length < count; batch += 1) {
    const next = chooseNext(client, intents, batch);
    const tabs = Array.from({ length: chance.isHit(0.15) ? 2 : 1 }, () =>
      createConnectionIntent(next),
    );
    intents.push(...tabs);
    await Promise.all(
      tabs.map((intent) =>
        workThrough(client, (origin, signal) => sendConnection(intent, origin, signal)),
      ),
    );
  }
  return intents;
}

function chooseNext(
  { person, chance }: ChaosClient,
  intents: readonly ConnectionIntent[],
  batch: number,
): NewConnectionIntent {
  const label = `${person.externalId} ${batch}`;
  const [first, ...others] = listKnown(intents);
  if (first === undefined || chance.isHit(0.5)) {
    return { kind: 'create', person, label, connectionId: null, batch };
  }
  const kind = chance.isHit(0.7) ? 'reconnect' : 'remove';
  return { kind, person, label, connectionId: chance.pick([first, ...others]), batch };
}

/** The ids of accounts that were made, and not removed as far as anybody can tell. */
function listKnown(intents: readonly ConnectionIntent[]): readonly string[] {
  const made = intents.filter(({ kind }) => kind === 'create').flatMap(({ ids }) => [...ids]);
  const removed = intents.filter(({ kind }) => kind === 'remove');
  return made.filter((id) => !removed.some(({ connectionId }) => connectionId === id));
}
