import type { Connection } from '../domain/connection.js';
import type { ConnectionInput } from '../domain/connectionInput.js';
import type { DraftStorage } from '../flow/draft.js';

/** A write of a connection that may be sent again, under the key that makes it act once. */
export interface UnsettledWrite {
  readonly input: ConnectionInput;
  readonly idempotencyKey: string;
  /** The request under way; `null`: it failed. */
  answer: Promise<Connection> | null;
  /** True: it failed in a way that leaves open whether the connection was made. */
  isInDoubt: boolean;
}

/**
 * The unsettled writes of one user by their place. In memory alone, since their input holds secrets;
 * they outlive the components that sent them, which may come back before the outcome is known.
 */
export type UnsettledWrites = Map<string, UnsettledWrite>;

const held = new WeakMap<
  DraftStorage,
  { readonly scope: string; readonly writes: UnsettledWrites }
>();

/** Those of the user that `scope` names; those of another at the same storage are forgotten. */
export function getUnsettledWrites(storage: DraftStorage, scope: string): UnsettledWrites {
  const known = held.get(storage);
  if (known?.scope === scope) return known.writes;
  const writes: UnsettledWrites = new Map();
  held.set(storage, { scope, writes });
  return writes;
}
