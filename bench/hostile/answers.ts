import { createEmulator, exampleData, exampleIds } from '../../src/emulator.js';
import { createOnboardingHandler } from '../../src/server.js';
import { measureLongestStretch } from './longestStretch.js';

/** The longest that a handler may stand still. */
const AIM_MS = 50;

/** The default of `maxListBytes`, and how large the body of a request may be. */
const LIST_BYTES = 8 * 1024 * 1024;
const BODY_BYTES = 256 * 1024;

type CreateBody = (bytes: number) => string;

/** What takes `JSON.parse` as long as its bytes allow. */
const HOSTILE: readonly (readonly [name: string, create: CreateBody])[] = [
  ['one text', (bytes) => JSON.stringify(['a'.repeat(bytes - 4)])],
  ['one text of other letters', (bytes) => JSON.stringify(['é'.repeat(bytes / 2 - 2)])],
  ['one number', (bytes) => `[0.${'1'.repeat(bytes - 4)}]`],
  ['spaces', (bytes) => `[0${' '.repeat(bytes - 3)}]`],
  ['numbers', (bytes) => repeat(() => '0', bytes)],
  ['short texts', (bytes) => repeat((index) => `"t${index}"`, bytes)],
  ['empty objects', (bytes) => repeat(() => '{}', bytes)],
  ['objects of one name each', (bytes) => repeat((index) => `{"name_${index}":0}`, bytes)],
  ['one object of many names', toManyNames],
  ['lists in lists', (bytes) => repeat(() => '['.repeat(400) + ']'.repeat(400), bytes)],
  ['one list in lists', (bytes) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2)],
];

/** Lists of activations: of a size that somebody may have, and as large as an answer may be. */
const ACTIVATIONS: readonly (readonly [name: string, create: CreateBody])[] = [
  ['1,000 activations of three accounts', () => toActivations(1_000, 3, 30)],
  ['an activation of 1,000 accounts, 5 times', () => toActivations(5, 1_000, 0)],
  ['activations of 8,000 variables, 14 times', () => toActivations(14, 3, 8_000)],
  ['an activation whose account has 12,000 credentials', toManyCredentials],
];

/**
 * Measures the longest that the handler holds up everything else while it reads an answer of the
 * platform, or the body of a request, at the limit of its bytes. Whether every case keeps the aim.
 */
export async function measureAnswers(): Promise<boolean> {
  console.log(`longest ms  status  (an answer, a body at the limit of its bytes; aim: ${AIM_MS})`);
  let isKept = true;
  const print = async (name: string, send: () => Promise<Response>): Promise<void> => {
    let status = 0;
    const longest = await measureLongestStretch(async () => {
      const response = await send();
      await response.text();
      status = response.status;
    });
    isKept &&= longest <= AIM_MS;
    const cells = `${longest.toFixed(1).padStart(10)}  ${String(status).padStart(6)}`;
    console.log(`${cells}  ${name}${longest > AIM_MS ? ' ✗' : ''}`);
  };
  for (const [name, create] of [...ACTIVATIONS, ...HOSTILE]) {
    const body = new TextEncoder().encode(create(LIST_BYTES));
    await print(`list of activations: ${name}`, () => createHost(body)('GET'));
  }
  await print('list of activations after a lost answer: 16,000', loseAnswer);
  for (const [name, create] of HOSTILE) {
    const body = toRequestBody(create);
    await print(`request: ${name}`, () => createHost(null)('POST', body));
  }
  return isKept;
}

/** A handler that looks for its own activation in the longest list of activations like it. */
function loseAnswer(): Promise<Response> {
  const existingConnectionId = exampleIds.connections.ameliaSlack;
  const { slack } = exampleIds.templates.slackAlerts;
  const list = Array.from({ length: 16_000 }, (_, index) => ({
    id: `01JEXAMP1E000000ACT${String(index).padStart(7, '0')}`,
    user: { externalId: 'user-amelia' },
    connections: [{ id: existingConnectionId }],
    dynamicVariables: {},
  }));
  const connections = [{ connectionTemplateId: slack, existingConnectionId }];
  const body = JSON.stringify({ connections, dynamicVariables: {} });
  return createHost(new TextEncoder().encode(JSON.stringify(list)))('POST', body);
}

/** As much of it as the limit of values lets through, and a number that is looked at twice. */
function toRequestBody(create: CreateBody): string {
  for (let bytes = BODY_BYTES; ; bytes = Math.floor(bytes * 0.9)) {
    const body = `{"connections":[],"dynamicVariables":{"e":1e5,"v":${create(bytes - 100)}}}`;
    const marks = body.match(/[[{:,]/g)?.length ?? 0;
    if (marks <= 20_000) return body;
  }
}

type Send = (method: string, body?: string) => Promise<Response>;

/** A handler whose platform gives `list` as the user's activations, and then makes none. */
function createHost(list: Uint8Array | null): Send {
  const emulator = createEmulator({ data: exampleData() });
  const environmentId = exampleIds.environments.slackAlerts;
  const handler = createOnboardingHandler({
    basePath: '/api',
    integrations: [{ projectId: exampleIds.projects.slackAlerts, environmentId }],
    identify: () => ({ externalId: 'user-amelia' }),
    onError: () => {},
    settleMs: 100,
    platform: {
      organisationId: emulator.data.organisationId,
      auth: { type: 'apiKey', apiKey: emulator.data.apiKeys[0] },
      fetch: async (request) => {
        if (list === null || !request.url.endsWith('/activations')) return emulator.fetch(request);
        if (request.method === 'POST') throw new TypeError('fetch failed');
        return new Response(toStream(list));
      },
    },
  });
  const url = `https://app.example.com/api/integrations/${environmentId}/activations`;
  return (method, body) => {
    const headers = {
      Origin: 'https://app.example.com',
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    };
    return handler(new Request(url, { method, headers, body: body ?? null }));
  };
}

/** As a connection gives it: a part a task. */
function toStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(stream) {
      await new Promise((resolve) => setImmediate(resolve));
      if (at >= bytes.length) return stream.close();
      stream.enqueue(bytes.slice(at, at + 64 * 1024));
      at += 64 * 1024;
    },
  });
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

function toManyNames(bytes: number): string {
  const members = repeat((index) => `"name_${index}":0`, bytes);
  return `{${members.slice(1, -1)}}`;
}

function toManyCredentials(): string {
  const at = (index: number): string => new Date(Date.UTC(2027, 0, 1) - index).toISOString();
  const credentials = Array.from({ length: 12_000 }, (_, index) => ({
    credential: { expiresAt: at(index) },
  }));
  return JSON.stringify([toActivation(0, [{ ...toConnection(0), credentials }], {})]);
}

function toActivations(count: number, accounts: number, variables: number): string {
  const values = Object.fromEntries(
    Array.from({ length: variables }, (_, index) => [`setting_${index}`, `value ${index}`]),
  );
  const connections = Array.from({ length: accounts }, (_, index) => toConnection(index));
  return JSON.stringify(
    Array.from({ length: count }, (_, index) => toActivation(index, connections, values)),
  );
}

function toActivation(index: number, connections: readonly object[], variables: object): object {
  return {
    id: `01JEXAMP1E000000ACT${String(index).padStart(7, '0')}`,
    user: { id: '01JEXAMP1E000000VSR0000001', externalId: 'user-amelia', displayName: 'Amelia' },
    environment: { id: exampleIds.environments.slackAlerts, name: 'production', status: 'running' },
    connections,
    dynamicVariables: variables,
  };
}

function toConnection(index: number): object {
  return {
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
  };
}
