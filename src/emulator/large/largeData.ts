import { exampleData, type ExampleDataOptions } from '../example/exampleData.js';
import { createExampleClock } from '../example/exampleClock.js';
import { exampleIds } from '../example/exampleIds.js';
import { type ExampleHealth, toConnection } from '../example/toConnection.js';
import type { PlatformData } from '../platformData.js';

export interface LargeDataOptions extends ExampleDataOptions {
  /** How many Shopify connections Amelia has beside her two; up to nine million. */
  readonly connections: number;
}

/**
 * The example data with a user who has very many connections. Names are believable and all
 * different; one in twenty has never been checked, is about to expire, has expired or fails.
 */
export function largeData({ connections, now = Date.now }: LargeDataOptions): PlatformData {
  const data = exampleData({ now });
  const clock = createExampleClock(now());
  for (let index = 0; index < connections; index += 1) {
    const { name, shop } = toStore(index);
    const connection = toConnection(
      {
        id: `01JEXAMP1E000000CNN${String(1_000_000 + index)}`,
        name,
        system: 'shopify',
        owner: exampleIds.users.amelia.id,
        auth: ['oauth2Token'],
        baseUrl: `https://${shop}.myshopify.com/admin/api/2026-10`,
        age: 1 + (index % 900),
        health: unwell[index % 80] ?? 'valid',
      },
      clock,
    );
    data.connections.push(connection);
  }
  return data;
}

const unwell: Readonly<Record<number, ExampleHealth>> = {
  11: 'unchecked',
  31: 'expiring',
  51: 'expired',
  71: 'failing',
};

const towns = ['Leeds', 'Utrecht', 'Galway', 'Porto', 'Lyon', 'Graz', 'Turku', 'Bergen', 'Aarhus'];
const trades = ['Outdoor', 'Books', 'Bakery', 'Cycles', 'Garden', 'Toys', 'Paper', 'Coffee'];

function toStore(index: number): { name: string; shop: string } {
  const town = towns[index % towns.length] ?? '';
  const trade = trades[Math.floor(index / towns.length) % trades.length] ?? '';
  const branch = Math.floor(index / (towns.length * trades.length)) + 1;
  return {
    name: `${town} ${trade} – branch ${branch}`,
    shop: `${town}-${trade}-${branch}`.toLowerCase(),
  };
}
