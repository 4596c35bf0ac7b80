import * as v from 'valibot';
import type { IdempotencyRecord } from './idempotencyStore.js';

const recordText = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('state', [
    v.object({
      state: v.literal('sent'),
      token: v.string(),
      activationIdsBefore: v.array(v.string()),
      mark: v.optional(v.object({ key: v.string(), token: v.string() })),
    }),
    v.object({ state: v.literal('done'), activationId: v.string() }),
  ]),
);

/** Parses a record that a store keeps as JSON. @throws {Error} for what no store wrote. */
export function parseRecord(text: string): IdempotencyRecord {
  return v.parse(recordText, text);
}
