import type { Person } from '../../test/support/manyPeople.js';
import { toSpread } from '../harness/statistics.js';
import type { Row } from '../harness/result.js';
import type { BenchClient } from './benchClient.js';
import { sideNames, type SideName } from './compareRoutes.js';

/** How many calls of the platform one request of each route makes, of somebody who has asked before. */
export async function countCalls(
  clients: Readonly<Record<SideName, BenchClient>>,
  person: Person,
  countSinceLast: () => Promise<number>,
): Promise<Row[]> {
  const counts = new Map<string, Record<string, number>>();
  for (const side of sideNames) {
    const client = clients[side];
    const count = async <T>(route: string, act: () => Promise<T>): Promise<T> => {
      await countSinceLast();
      const result = await act();
      counts.set(route, { ...counts.get(route), [side]: await countSinceLast() });
      return result;
    };
    await count('GET integrations', () => client.listIntegrations(person));
    await count('GET integration', () => client.getIntegration(person));
    await count('GET connections', () => client.listConnections(person));
    await count('GET activations', () => client.listActivations(person));
    const id = await count('POST activations', () => client.activate(person));
    await count('PATCH variables', () => client.updateVariables(person, id));
    await count('DELETE activation', () => client.deactivate(person, id));
  }
  return [...counts].map(([what, bySide]) => ({
    what,
    values: Object.fromEntries(
      Object.entries(bySide).map(([side, value]) => [side, toSpread([value])]),
    ),
  }));
}
