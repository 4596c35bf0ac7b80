import { measure } from './measure.js';

const MEBIBYTE = 1024 * 1024;

/** The default limits of `maxAnswerBytes` and `maxListBytes`. */
const LIMITS = [1, 8];

/** Bodies that take `JSON.parse` as long as their bytes allow, and two harmless ones. */
const BODIES: readonly (readonly [name: string, create: (bytes: number) => string])[] = [
  ['connections as the platform sends them', (bytes) => repeat(toConnection, bytes)],
  ['one text', (bytes) => JSON.stringify(['a'.repeat(bytes)])],
  ['numbers', (bytes) => repeat(() => '0', bytes)],
  ['empty objects', (bytes) => repeat(() => '{}', bytes)],
  ['objects of one name each', (bytes) => repeat((index) => `{"name_${index}":0}`, bytes)],
  ['lists in lists', (bytes) => repeat(() => '['.repeat(400) + ']'.repeat(400), bytes)],
];

/**
 * Measures how long the handler stands still while it parses one answer of the platform, which cannot
 * be done in parts. There is no aim: it is the price of the limits, which hosts can lower.
 */
export function measureAnswers(): void {
  console.log(`parse ms, by the limit: ${LIMITS.map((limit) => `${limit} MiB`).join(', ')}`);
  for (const [name, create] of BODIES) {
    const cells = LIMITS.map((limit) => {
      const bytes = new TextEncoder().encode(create(limit * MEBIBYTE));
      return measure(() => JSON.parse(new TextDecoder().decode(bytes)))
        .toFixed(1)
        .padStart(7);
    });
    console.log(`${cells.join('   ')}  ${name}`);
  }
}

/** A list of items, as long as so many bytes. */
function repeat(toItem: (index: number) => string, bytes: number): string {
  const items: string[] = [];
  for (let length = 2; ;) {
    const item = toItem(items.length);
    length += item.length + 1;
    if (length > bytes) return `[${items.join(',')}]`;
    items.push(item);
  }
}

function toConnection(index: number): string {
  return JSON.stringify({
    id: `01JEXAMP1E000000CNN${String(index).padStart(7, '0')}`,
    name: `Northwind Trading – store ${index}`,
    baseUrl: `https://store-${index}.myshopify.com`,
    createdAt: '2026-01-12T09:30:00Z',
    updatedAt: '2026-10-02T16:04:00Z',
    credentials: [
      {
        id: '01JEXAMP1E000000CRD0000001',
        authSchemeConfig: { type: 'oauth2', schema: {}, grant: { type: 'authorizationCode' } },
        credential: { type: 'oauth2-token', expiresAt: '2027-01-01T00:00:00Z', errors: [] },
      },
    ],
    variables: [],
  });
}
