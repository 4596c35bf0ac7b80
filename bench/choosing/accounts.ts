import type { Connection } from 'react-versori-onboarding';

const towns = ['Leeds', 'Utrecht', 'Galway', 'Porto', 'Lyon', 'Graz', 'Turku', 'Bergen', 'Aarhus'];
const trades = ['Outdoor', 'Books', 'Bakery', 'Cycles', 'Garden', 'Toys', 'Paper', 'Coffee'];

/** Believable accounts, one in twenty unwell. Both lists of the benchmark show the same ones. */
export function createAccounts(count: number): readonly Connection[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const town = towns[index % towns.length] ?? '';
    const trade = trades[Math.floor(index / towns.length) % trades.length] ?? '';
    const branch = Math.floor(index / (towns.length * trades.length)) + 1;
    const created = now - (1 + (index % 900)) * 86_400_000;
    return {
      id: `01JEXAMP1E000000CNN${1_000_000 + index}`,
      name: `${town} ${trade} – branch ${branch}`,
      baseUrl: `https://${town}-${trade}-${branch}.example`.toLowerCase(),
      authTypes: ['oauth2'],
      createdAt: new Date(created).toISOString(),
      updatedAt: new Date((created + now) / 2).toISOString(),
      health: { status: index % 20 === 11 ? ('expired' as const) : ('ok' as const) },
    };
  });
}
