import { describe, expect, it } from 'vitest';
import { exampleIds, type Fault } from '../../../src/emulator.js';
import type { Connection } from '../../../src/domain/connection.js';
import {
  createTestHost,
  type HostRequest,
  type PlatformFetch,
  type TestHost,
} from '../../support/host.js';
import { readProblem } from '../example.js';
import {
  connect,
  countCalls,
  hubspotPath,
  netsuitePath,
  shipbobCredentials,
  shipbobPath,
  signIn,
  slackPath,
} from '../connectExample.js';

const { users } = exampleIds;
const typed = { credentials: shipbobCredentials };

async function send(host: TestHost, path: string, request: HostRequest): Promise<Connection> {
  const response = await host.send(`${path}/connections`, request);
  expect(await response.clone().text()).toContain('"id"');
  return (await response.json()) as Connection;
}

async function listNames(host: TestHost, path: string): Promise<string[]> {
  const response = await host.send(`${path}/connections?first=50`);
  const { items } = (await response.json()) as { items: Connection[] };
  return items.map(({ name }) => name);
}

describe('an account that is typed in', () => {
  it('is made for the user alone, with all that the template asks for', async () => {
    const host = createTestHost();
    const response = await host.send(`${shipbobPath}/connections`, connect(typed));
    expect(response.status).toBe(201);
    const made = (await response.json()) as Connection;
    expect(made).toMatchObject({
      name: expect.stringMatching(/^Dock 4 [2-9b-z]{5}$/) as string,
      authTypes: ['certificate', 'api-key'],
      health: { status: 'unchecked' },
    });
    const stored = host.emulator.data.connections.find(({ id }) => id === made.id);
    expect(stored?.endUserId).toBe(users.amelia.id);
    expect(stored?.credentials.map((each) => each.credential?.data)).toEqual([
      { certificate: { certificate: 'canary-cert-pem', key: 'canary-key-pem', ca: 'canary-ca' } },
      { string: { value: 'canary-typed-key' } },
    ]);
    expect(await listNames(host, shipbobPath)).toContain(made.name);
    expect(host.violations).toEqual([]);
  });

  it.each([
    [
      hubspotPath,
      { kind: 'oauth2ClientCredentials', clientId: 'id', clientSecret: 'canary-secret' } as const,
      {
        oauth2Client: {
          clientId: 'id',
          clientSecret: 'canary-secret',
          tokenUrl: 'https://login.fernway.example/oauth/token',
          scopes: ['orders.read'],
        },
      },
    ],
    [
      netsuitePath,
      { kind: 'oauth1Token', token: 'canary-t', tokenSecret: 'canary-s', realm: 'R' } as const,
      {
        oauth1Token: {
          token: 'canary-t',
          tokenSecret: 'canary-s',
          additionalParams: [{ name: 'realm', value: 'R' }],
        },
      },
    ],
  ])('goes to the platform in its own words: %s', async (path, credential, data) => {
    const host = createTestHost();
    const { id } = await send(host, path, connect({ credentials: [credential] }));
    const stored = host.emulator.data.connections.find((each) => each.id === id);
    expect(stored?.credentials[0]?.credential?.data).toEqual(data);
    expect(host.violations).toEqual([]);
  });

  it('makes a user known who is new to the platform', async () => {
    const host = createTestHost();
    await send(host, shipbobPath, connect(typed, { user: 'user-dalia' }));
    const dalia = host.emulator.data.users.find(({ externalId }) => externalId === 'user-dalia');
    expect(host.emulator.data.connections.at(-1)?.endUserId).toBe(dalia?.id);
  });

  it('is not asked for where the user cannot be made known, and can be repeated', async () => {
    const host = createTestHost();
    const fault = { kind: 'status', status: 403 } as const;
    host.emulator.faults.add({ operation: 'CreateEndUser', fault });
    const request = connect(typed, { user: 'user-dalia' });
    const path = `${shipbobPath}/connections`;
    expect(await readProblem(await host.send(path, request))).not.toHaveProperty('outcomeUnknown');
    expect(countCalls(host, 'CreateConnection')).toBe(0);
    expect((await host.send(path, request)).status).toBe(201);
  });

  it('draws another name once where the first is taken', async () => {
    const host = createTestHost();
    const fields = [{ field: 'connection.name', message: 'is taken' }];
    const fault: Fault = { kind: 'status', status: 409, fields };
    host.emulator.faults.add({ operation: 'CreateConnection', fault });
    await send(host, shipbobPath, connect(typed));
    const names = host.emulator.requests
      .filter(({ operation }) => operation === 'CreateConnection')
      .map(({ body }) => (body as { connection: { name: string } }).connection.name);
    expect(new Set(names).size).toBe(2);
    host.emulator.faults.add({ operation: 'CreateConnection', fault, times: 2 });
    const response = await host.send(`${shipbobPath}/connections`, connect(typed));
    expect([response.status, await readProblem(response)]).toMatchObject([
      409,
      { fields: [{ path: '/name' }] },
    ]);
  });

  it('is removed at once where the platform made it for nobody', async () => {
    const host = createTestHost({ intercept: forNobody });
    const before = host.emulator.data.connections.length;
    const response = await host.send(`${shipbobPath}/connections`, connect(typed));
    expect(response.status).toBe(502);
    expect(host.emulator.data.connections).toHaveLength(before);
    expect(host.errors.map(String).join()).toContain('for nobody');
  });

  it('is named to the host where it could not be removed', async () => {
    const host = createTestHost({ intercept: forNobody });
    const fault = { kind: 'status', status: 500 } as const;
    host.emulator.faults.add({ operation: 'DeleteConnection', fault });
    const response = await host.send(`${shipbobPath}/connections`, connect(typed));
    expect(response.status).toBe(502);
    expect(host.errors.map(String).join()).toMatch(/for nobody.*DeleteConnection/s);
  });
});

/** A platform that ignores whose a new connection is to be. */
function forNobody(fetch: PlatformFetch): PlatformFetch {
  return async (request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/connections')) return fetch(request);
    const { externalId: _, ...body } = (await request.json()) as { externalId: string };
    const { url, method, headers } = request;
    return fetch(new Request(url, { method, headers, body: JSON.stringify(body) }));
  };
}

describe('a press of the button', () => {
  it('makes one account, however often its key is repeated', async () => {
    const host = createTestHost();
    const request = connect(typed);
    const first = await host.send(`${shipbobPath}/connections`, request);
    const second = await host.send(`${shipbobPath}/connections`, request);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await second.json()).toEqual(await first.json());
    expect(countCalls(host, 'CreateConnection')).toBe(1);
  });

  it('makes one account of four requests at once', async () => {
    const host = createTestHost();
    const request = connect(typed);
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => host.send(`${shipbobPath}/connections`, request)),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
    expect(countCalls(host, 'CreateConnection')).toBe(1);
  });

  it.each(['dropAfter', 'truncated'] as const)(
    'finds its account by its name where the answer was lost: %s',
    async (kind) => {
      const host = createTestHost();
      host.emulator.faults.add({ operation: 'CreateConnection', fault: { kind } });
      await send(host, shipbobPath, connect(typed));
      expect(countCalls(host, 'CreateConnection')).toBe(1);
    },
  );

  it.each<Fault>([{ kind: 'dropBefore' }, { kind: 'status', status: 503 }, { kind: 'html' }])(
    'says that nobody knows where nothing is found, and its repeats only look: %j',
    async (fault) => {
      const host = createTestHost();
      host.emulator.faults.add({ operation: 'CreateConnection', fault });
      const request = connect(typed);
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const response = await host.send(`${shipbobPath}/connections`, request);
        expect([response.status, await readProblem(response)]).toMatchObject([
          503,
          { outcomeUnknown: true },
        ]);
      }
      expect(countCalls(host, 'CreateConnection')).toBe(1);
    },
  );

  it('finds an account that was made a while after the connection broke', async () => {
    const host = createTestHost({ options: { settleMs: 2_000 } });
    const fault = { kind: 'commitLater', ms: 300 } as const;
    host.emulator.faults.add({ operation: 'CreateConnection', fault });
    expect(await send(host, shipbobPath, connect(typed))).toHaveProperty('health');
  });

  it('does not lose an account whose owner could not be looked up', async () => {
    const host = createTestHost();
    const fault = { kind: 'status', status: 403 } as const;
    host.emulator.faults.add({ operation: 'ListConnections', fault });
    const request = connect(typed);
    const response = await host.send(`${shipbobPath}/connections`, request);
    expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
    expect((await host.send(`${shipbobPath}/connections`, request)).status).toBe(200);
    expect(countCalls(host, 'CreateConnection')).toBe(1);
  });

  it('is refused with the key of another', async () => {
    const host = createTestHost();
    const key = crypto.randomUUID();
    await send(host, shipbobPath, connect(typed, { key }));
    const other = connect({ ...typed, name: 'Another' }, { key });
    expect((await host.send(`${shipbobPath}/connections`, other)).status).toBe(422);
    const none = connect(typed, { key: 'again' });
    expect((await host.send(`${shipbobPath}/connections`, none)).status).toBe(400);
  });

  it('can be repeated after a refusal that did nothing', async () => {
    const host = createTestHost();
    const fault = { kind: 'status', status: 422 } as const;
    host.emulator.faults.add({ operation: 'CreateConnection', fault });
    const request = connect(typed);
    expect((await host.send(`${shipbobPath}/connections`, request)).status).toBe(422);
    expect((await host.send(`${shipbobPath}/connections`, request)).status).toBe(201);
  });
});

describe('what was typed', () => {
  it.each([
    ['/credentials', []],
    ['/credentials', [...shipbobCredentials, { kind: 'none' }]],
    ['/credentials/0/kind', shipbobCredentials.toReversed()],
    ['/credentials/1/value', [shipbobCredentials[0], { kind: 'apiKey', value: '' }]],
    ['/credentials/1/other', [shipbobCredentials[0], { kind: 'apiKey', value: 'x', other: 1 }]],
    ['/credentials/1/kind', [shipbobCredentials[0], { kind: 'hmac', value: 'x' }]],
  ])('is refused at %s, and nothing is sent on', async (path, credentials) => {
    const host = createTestHost();
    const request = { ...connect(typed), body: { name: 'Dock', credentials } };
    const response = await host.send(`${shipbobPath}/connections`, request);
    expect([response.status, await readProblem(response)]).toMatchObject([
      422,
      { fields: [{ path }] },
    ]);
    expect(countCalls(host, 'CreateConnection')).toBe(0);
  });

  it('is quoted by no refusal, whatever the platform says', async () => {
    const host = createTestHost();
    for (const [field, message] of [
      ['connection.credentials[1].credential.data.string.value', 'is not a key'],
      ['connection.name', 'canary-typed-key is no name'],
    ] as const) {
      const fault = { kind: 'status', status: 422, message, fields: [{ field, message }] } as const;
      host.emulator.faults.add({ operation: 'CreateConnection', fault, times: 2 });
      const response = await host.send(`${shipbobPath}/connections`, connect(typed));
      const problem = await readProblem(response);
      expect(problem).toMatchObject({ fields: [{ message: '' }] });
      expect(problem.detail).toBeUndefined();
      host.emulator.faults.clear();
    }
  });

  it('is explained where the platform’s words are harmless', async () => {
    const host = createTestHost();
    const message = 'the code was not accepted';
    const fields = [{ field: 'connection.credentials[0].credential', message }];
    const fault = { kind: 'status', status: 422, message, fields } as const;
    host.emulator.faults.add({ operation: 'CreateConnection', fault });
    const credentials = [await signIn(host, slackPath)];
    const response = await host.send(`${slackPath}/connections`, connect({ credentials }));
    expect(await readProblem(response)).toMatchObject({
      detail: message,
      fields: [{ path: '/credentials/0', message }],
    });
  });
});
