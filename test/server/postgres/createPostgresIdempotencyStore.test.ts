import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toStatements } from '../../../src/server/postgres/statements.js';
import {
  createPostgresIdempotencyStore,
  type IdempotencyStore,
  type PostgresClient,
} from '../../../src/serverPostgres.js';
import {
  passTime,
  type PostgresServer,
  startPostgresServer,
} from '../../support/postgresServer.js';
import { connect, countCalls, signIn, slackPath } from '../connectExample.js';
import { activateSlack, slackActivationsPath } from '../example.js';
import { claim, testIdempotencyStore } from '../exactly-once/idempotencyStoreContract.js';
import { createTestHost, type TestHost } from '../../support/host.js';

const options = { bodyHash: 'hash', leaseMs: 60_000 };
const done = { state: 'done', activationId: 'a' } as const;

let postgres: PostgresServer;
let one: Pool;
let other: Pool;
let worlds = 0;

beforeAll(async () => {
  postgres = await startPostgresServer();
  one = postgres.connect();
  other = postgres.connect();
}, 600_000);

afterAll(() => postgres.stop());

/** No two tests see each other's keys. */
const nextTable = (): string => `test_${(worlds += 1)}`;

async function countRows(table: string): Promise<number> {
  const { rows } = await one.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
  return rows[0]?.count ?? 0;
}

function createFailingClient(failure: Error & { code?: string }): PostgresClient {
  return { query: () => Promise.reject(failure) };
}

describe('the PostgreSQL store', () => {
  testIdempotencyStore(async () => {
    const table = nextTable();
    return {
      processes: [
        createPostgresIdempotencyStore({ client: one, table }),
        createPostgresIdempotencyStore({ client: other, table }),
      ],
      pass: (ms) => passTime(one, table, ms),
    };
  });

  it('makes its table on first use, however many processes begin at once', async () => {
    await one.query('CREATE SCHEMA app');
    const stores = Array.from({ length: 8 }, (_, index) =>
      createPostgresIdempotencyStore({
        client: index % 2 === 0 ? one : other,
        table: 'app.intents',
      }),
    );
    const claims = await Promise.all(stores.map((store, index) => claim(store, `key-${index}`)));
    expect(new Set(claims).size).toBe(8);
  });

  it.each(['42P07', '42710', '23505'])(
    'takes a table that another has just made: %s',
    async (code) => {
      const client: PostgresClient = {
        async query(text, values) {
          const answer = await one.query(text, values);
          if (!text.startsWith('CREATE')) return answer;
          throw Object.assign(new Error('already exists'), { code });
        },
      };
      const store = createPostgresIdempotencyStore({ client, table: nextTable() });
      expect(await store.claim('key', options)).toMatchObject({ state: 'claimed' });
    },
  );

  it('works on the table that the documentation makes', async () => {
    const document = readFileSync('docs/several-processes.md', 'utf8');
    const shown = /```sql\n([^`]+)```/.exec(document)?.[1] ?? '';
    const { create } = toStatements('onboarding_intents');
    expect(shown.replaceAll(/;?\s+/g, ' ').trim()).toBe(
      create
        .join(' ')
        .replaceAll(/["\s]+/g, ' ')
        .trim(),
    );
  });

  it('needs no right to create a table that is there', async () => {
    const table = nextTable();
    for (const text of toStatements(table).create) await one.query(text);
    const asked: string[] = [];
    const client: PostgresClient = {
      query: (text, values) => {
        asked.push(text);
        return one.query(text, values);
      },
    };
    await claim(createPostgresIdempotencyStore({ client, table }));
    expect(asked.join(' ')).not.toContain('CREATE');
  });

  it('removes what has ended behind a claim, and nothing that is open or kept', async () => {
    const table = nextTable();
    const early = createPostgresIdempotencyStore({ client: one, table });
    await claim(early, 'ended', 100);
    const passing = await claim(early, 'passing', 100);
    await early.save('passing', passing, done, 200);
    await claim(early, 'open', 86_400_000);
    const kept = await claim(early, 'kept', 100);
    const sent = { state: 'sent', token: kept, activationIdsBefore: [] } as const;
    await early.save('kept', kept, sent, 86_400_000);
    await passTime(one, table, 300);
    const late = createPostgresIdempotencyStore({ client: one, table });
    await claim(late, 'new');
    await expect.poll(() => countRows(table)).toBe(3);
    for (const key of ['open', 'kept', 'new']) {
      expect(await late.claim(key, options)).toMatchObject({ state: 'pending' });
    }
  });

  it('refuses a record that it did not write', async () => {
    const table = nextTable();
    const store = createPostgresIdempotencyStore({ client: one, table });
    await claim(store);
    await one.query(`UPDATE ${table} SET record = '{"state":"lost"}'`);
    await expect(store.claim('key', options)).rejects.toThrow('Invalid type');
  });

  it('gives up a PostgreSQL that does not answer in time, and says so', async () => {
    const client: PostgresClient = { query: () => new Promise(() => undefined) };
    const store = createPostgresIdempotencyStore({ client, timeoutMs: 1 });
    await expect(store.claim('key', options)).rejects.toThrow('PostgreSQL did not answer');
    await expect(store.save('key', 't', done, 1)).rejects.toThrow('within 1 ms');
  });

  it('gives a claim that it gave up back behind it, so that nobody waits for a lease', async () => {
    const table = nextTable();
    const patient = createPostgresIdempotencyStore({ client: other, table });
    await claim(patient, 'first');
    const gate: { open: () => void } = { open: () => undefined };
    const thawed = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    let answered = 0;
    const frozen: PostgresClient = {
      async query(text, values) {
        await thawed;
        const answer = await one.query(text, values);
        answered += 1;
        return answer;
      },
    };
    const store = createPostgresIdempotencyStore({ client: frozen, table, timeoutMs: 1 });
    await expect(store.claim('key', options)).rejects.toThrow('did not answer');
    gate.open();
    await expect.poll(() => answered).toBe(2);
    expect(await patient.claim('key', options)).toMatchObject({ state: 'claimed' });
  });

  it('refuses a new key where the disk is full, as a store that is full', async () => {
    const full = Object.assign(new Error('could not extend file'), { code: '53100' });
    const store = createPostgresIdempotencyStore({ client: createFailingClient(full) });
    await expect(store.claim('key', options)).rejects.toMatchObject({
      name: 'IdempotencyStoreFull',
    });
  });

  it('says what else goes wrong as it is, and says so where it may not create its table', async () => {
    const denied = Object.assign(new Error('permission denied for schema'), { code: '42501' });
    const store = createPostgresIdempotencyStore({ client: createFailingClient(denied) });
    await expect(store.claim('key', options)).rejects.toBe(denied);
    const client: PostgresClient = {
      query: (text, values) =>
        text.startsWith('CREATE') ? Promise.reject(denied) : one.query(text, values),
    };
    const barred = createPostgresIdempotencyStore({ client, table: nextTable() });
    await expect(barred.claim('key', options)).rejects.toBe(denied);
  });

  it('gives up a key that changes hands under it again and again', async () => {
    const client: PostgresClient = { query: () => Promise.resolve({ rows: [] }) };
    const store = createPostgresIdempotencyStore({ client });
    await expect(store.claim('key', options)).rejects.toThrow('changed hands');
  });

  it.each(['Onboarding', 'x; DROP TABLE x', 'a"b', 'a.b.c', ''])(
    'takes no table by the name of %j',
    (table) => {
      expect(() => createPostgresIdempotencyStore({ client: one, table })).toThrow('table must be');
    },
  );

  it('names the client as what is wrong where it is none', () => {
    const client = {} as PostgresClient;
    expect(() => createPostgresIdempotencyStore({ client })).toThrow('client has no query()');
  });
});

describe('two processes on one PostgreSQL', () => {
  function createProcesses(): readonly [TestHost, TestHost] {
    const table = nextTable();
    const createStore = (client: Pool): IdempotencyStore =>
      createPostgresIdempotencyStore({ client, table, timeoutMs: 20_000 });
    const patient = { settleMs: 10_000, idempotencyStore: createStore(one) };
    const first = createTestHost({ options: patient });
    const { emulator } = first;
    const second = { ...patient, idempotencyStore: createStore(other) };
    return [first, createTestHost({ emulator, options: second })];
  }

  it('activate once for one key, at once and later', async () => {
    const [host, twin] = createProcesses();
    const request = activateSlack(crypto.randomUUID());
    const send = (each: TestHost): Promise<Response> => each.send(slackActivationsPath, request);
    const answers = await Promise.all([host, twin, twin, host].map(send));
    const statuses = [...answers, await send(twin)].map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 201]);
    expect(countCalls(host, 'ActivateUser')).toBe(1);
  });

  it('exchange the code of one sign-in once, whichever of them it reaches', async () => {
    const [host, twin] = createProcesses();
    const credentials = [await signIn(host, slackPath)];
    const send = (each: TestHost): Promise<Response> =>
      each.send(`${slackPath}/connections`, connect({ credentials }));
    const replies = await Promise.all([host, twin, host, twin].map(send));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422]);
    expect(countCalls(host, 'CreateConnection')).toBe(1);
  });
});
