/**
 * Each statement is one step of the server, in the isolation of PostgreSQL's default (read committed):
 * the row of a key is locked while it is looked at and changed. Time is the server's: no process's
 * clock has a say.
 */
export interface PostgresStatements {
  /** Creates the table and its index where they are not there. */
  readonly create: readonly string[];
  /**
   * $1 key, $2 token, $3 hash of the body, $4 lease in milliseconds. Gives the row that holds the key;
   * none where it has changed hands meanwhile.
   */
  readonly claim: string;
  /** $1 key, $2 token, $3 record, $4 time to live in milliseconds. Gives a row where it was written. */
  readonly save: string;
  /** $1 key, $2 token. */
  readonly release: string;
  /** $1 the most rows to delete. Gives a row for each that had ended. */
  readonly sweep: string;
}

/** @param table Its name, perhaps with a schema. */
export function toStatements(table: string): PostgresStatements {
  const parts = table.split('.');
  const name = parts.map(quote).join('.');
  const index = quote(`${parts.at(-1) ?? table}_expires_at`);
  return {
    create: [
      `CREATE TABLE IF NOT EXISTS ${name} (
  key text PRIMARY KEY,
  token text NOT NULL,
  body_hash text NOT NULL,
  record text,
  expires_at timestamptz NOT NULL
)`,
      `CREATE INDEX IF NOT EXISTS ${index} ON ${name} (expires_at)`,
    ],
    // A key that ended is taken over in place. A row that appears after the statement's snapshot is
    // seen by INSERT alone, and then neither half gives a row.
    claim: `WITH claimed AS (
  INSERT INTO ${name} AS held (key, token, body_hash, expires_at)
  VALUES ($1, $2, $3, ${inMilliseconds('$4')})
  ON CONFLICT (key) DO UPDATE
  SET token = excluded.token, body_hash = excluded.body_hash, record = NULL, expires_at = excluded.expires_at
  WHERE held.expires_at <= statement_timestamp()
  RETURNING token, body_hash, record
)
SELECT token, body_hash, record FROM claimed
UNION ALL
SELECT token, body_hash, record FROM ${name}
WHERE key = $1 AND expires_at > statement_timestamp() AND NOT EXISTS (SELECT 1 FROM claimed)`,
    save: `UPDATE ${name}
SET record = $3, expires_at = ${inMilliseconds('$4')}
WHERE key = $1 AND token = $2 AND expires_at > statement_timestamp()
RETURNING key`,
    release: `DELETE FROM ${name} WHERE key = $1 AND token = $2`,
    // A row that another process is taking over is passed by, and looked at again once it is locked.
    sweep: `DELETE FROM ${name} AS held
USING (
  SELECT key FROM ${name} WHERE expires_at <= statement_timestamp()
  LIMIT $1 FOR UPDATE SKIP LOCKED
) AS ended
WHERE held.key = ended.key AND held.expires_at <= statement_timestamp()
RETURNING held.key`,
  };
}

function inMilliseconds(parameter: string): string {
  return `statement_timestamp() + ${parameter}::bigint * interval '1 millisecond'`;
}

function quote(identifier: string): string {
  return `"${identifier}"`;
}
