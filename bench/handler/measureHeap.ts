import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Person } from '../../test/support/manyPeople.js';
import type { BenchClient } from './benchClient.js';

/** Bytes in use after that many requests of every kind; each number is a total, in rising order. */
export async function measureHeap(
  client: BenchClient,
  people: readonly Person[],
  totals: readonly number[],
): Promise<number[]> {
  const sizes: number[] = [];
  let sent = 0;
  for (const total of totals) {
    while (sent < total) {
      const lanes = people.slice(0, 16);
      await Promise.all(lanes.map((person) => visit(client, person)));
      sent += lanes.length * requestsInVisit;
      // Another sixteen next time.
      people = [...people.slice(16), ...lanes];
    }
    sizes.push(await readMemory());
  }
  return sizes;
}

/** Bytes in use after that many users, each of whom asked once for what is on. */
export async function measureUsers(client: BenchClient, count: number): Promise<number> {
  const lanes = 32;
  for (let sent = 0; sent < count; sent += lanes) {
    const users = Array.from({ length: lanes }, (_, lane) => toStranger(sent + lane));
    await Promise.all(users.map((user) => client.listActivations(user)));
  }
  return readMemory();
}

/** Somebody whom the platform does not know. */
const toStranger = (number: number): Person => ({
  ...{ externalId: `stranger-${number}`, id: '', shopify: '', netsuite: '' },
});

const requestsInVisit = 10;

async function visit(client: BenchClient, person: Person): Promise<void> {
  await client.listIntegrations(person);
  await client.getIntegration(person);
  await client.listActivations(person);
  await client.listConnections(person);
  const id = await client.activate(person);
  await client.listActivations(person);
  await client.updateVariables(person, id);
  await client.listActivations(person);
  await client.deactivate(person, id);
  await client.listActivations(person);
}

async function readMemory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What one collection finalises, in a turn of its own, the next one frees.
  for (let turn = 0; turn < 5; turn += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  // What is kept outside of the heap is kept all the same.
  return heapUsed + external;
}
