import * as v from 'valibot';
import { monotonicNow } from '../clock.js';
import { type IdempotencyStore, IdempotencyStoreFull } from '../exactly-once/idempotencyStore.js';
import { parseRecord } from '../exactly-once/parseRecord.js';
import { withinTime } from '../exactly-once/withinTime.js';
import { toStatements } from './statements.js';

/**
 * The part of a PostgreSQL client that the store uses: a `Pool` of the package `pg`. With Postgres.js:
 * `{ query: async (text, values) => ({ rows: await sql.unsafe(text, values) }) }`.
 */
export interface PostgresClient {
  query(text: string, values: (string | number)[]): Promise<{ readonly rows: readonly unknown[] }>;
}

export interface PostgresIdempotencyStoreOptions {
  /** Made by the host, and ended by it. A pool: one connection alone would queue all requests. */
  readonly client: PostgresClient;
  /** Made on first use, if it is not there. With a schema: `app.onboarding`. Default `onboarding_intents`. */
  readonly table?: string;
  /** Milliseconds after which an answer of PostgreSQL is given up. Default 2,000: a person waits. */
  readonly timeoutMs?: number;
}

const heldRow = v.object({
  token: v.string(),
  body_hash: v.string(),
  record: v.nullable(v.string()),
});

/** A key that changes hands so often within one claim is left to the others. */
const mostTries = 10;

const sweepEveryMs = 60_000;
const sweepRows = 1_000;

/**
 * Keeps in PostgreSQL what the handler must not do twice, for hosts of several processes: all of them
 * share one table. Its methods reject where PostgreSQL does not answer; then nothing is sent to the
 * platform that was not sent before.
 */
export function createPostgresIdempotencyStore(
  options: PostgresIdempotencyStoreOptions,
): IdempotencyStore {
  const { client, table = 'onboarding_intents', timeoutMs = 2_000 } = options;
  checkClient(client);
  checkTable(table);
  const statements = toStatements(table);
  let sweepAt = 0;

  async function send(text: string, values: (string | number)[]): Promise<readonly unknown[]> {
    try {
      return (await client.query(text, values)).rows;
    } catch (error) {
      if (getCode(error) !== undefinedTable) throw error;
      await createTable();
      return (await client.query(text, values)).rows;
    }
  }

  async function createTable(): Promise<void> {
    for (const text of statements.create) {
      await client.query(text, []).catch((error: unknown) => {
        // Another process created it at the same moment, which IF NOT EXISTS does not see.
        if (!isThereAlready(error)) throw error;
      });
    }
  }

  async function run(text: string, values: (string | number)[]): Promise<readonly unknown[]> {
    return withinTime('PostgreSQL', send(text, values), timeoutMs);
  }

  /** Releases a claim that timed out as soon as it is carried out: it would hold the key for a lease. */
  async function claimOrRelease(
    key: string,
    token: string,
    ...values: (string | number)[]
  ): Promise<readonly unknown[]> {
    const claiming = send(statements.claim, [key, token, ...values]);
    try {
      return await withinTime('PostgreSQL', claiming, timeoutMs);
    } catch (error) {
      claiming
        .then(() => send(statements.release, [key, token]))
        // It was never carried out; or the lease ends it.
        .catch(() => undefined);
      throw getCode(error) === diskFull ? new IdempotencyStoreFull(noSpace) : error;
    }
  }

  /** Behind the requests: a failure delays it alone. */
  function sweep(): void {
    if (monotonicNow() < sweepAt) return;
    sweepAt = monotonicNow() + sweepEveryMs;
    send(statements.sweep, [sweepRows]).then(
      (rows) => {
        if (rows.length === sweepRows) sweepAt = 0;
      },
      () => undefined,
    );
  }

  return {
    async claim(key, { bodyHash, leaseMs }) {
      const token = crypto.randomUUID();
      for (let tries = 0; tries < mostTries; tries += 1) {
        const [row] = await claimOrRelease(key, token, bodyHash, toMs(leaseMs));
        if (row === undefined) continue;
        const { token: holder, body_hash: heldHash, record: text } = v.parse(heldRow, row);
        if (holder === token) {
          sweep();
          return { state: 'claimed', token };
        }
        if (text === null) return { state: 'pending', bodyHash: heldHash };
        const record = parseRecord(text);
        const state = record.state === 'done' ? 'done' : 'pending';
        return { state, bodyHash: heldHash, record };
      }
      throw new Error(`The key changed hands ${mostTries} times while it was claimed. Try again.`);
    },
    async save(key, token, record, ttlMs) {
      const values = [key, token, JSON.stringify(record), toMs(ttlMs)];
      return (await run(statements.save, values)).length === 1;
    },
    async release(key, token) {
      await run(statements.release, [key, token]);
    },
  };
}

function checkClient(client: PostgresClient): void {
  if (typeof client?.query === 'function') return;
  throw new Error(
    'createPostgresIdempotencyStore: client has no query(), so it is no client of the package "pg". Pass a Pool, or an object with that method.',
  );
}

/** Names become part of statements. */
function checkTable(table: string): void {
  if (/^([a-z_][a-z0-9_]{0,40}\.)?[a-z_][a-z0-9_]{0,40}$/.test(table)) return;
  throw new Error(
    `createPostgresIdempotencyStore: table must be a name of a-z, 0-9 and _, perhaps after that of a schema and a dot, got ${JSON.stringify(table)}.`,
  );
}

/** Codes of https://www.postgresql.org/docs/current/errcodes-appendix.html */
const undefinedTable = '42P01';
const diskFull = '53100';

const noSpace =
  'The disk of PostgreSQL is full, so a new intent was refused. Give it more space: what is kept ends by itself after a day.';

/** `duplicate_table`, `duplicate_object` (its row type), or a `unique_violation` of the catalog. */
function isThereAlready(error: unknown): boolean {
  const code = getCode(error);
  return code === '42P07' || code === '42710' || code === '23505';
}

function getCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** A lease of 0 would end at once what was just written. */
function toMs(ms: number): number {
  return Math.max(1, Math.ceil(ms));
}
