/** What is known of one intent to activate. The variables are never part of it. */
export type IdempotencyRecord =
  | {
      /** The platform was asked, or is about to be; its answer is not known here. */
      readonly state: 'sent';
      /** The claim's token: a process that finds the activation later saves the outcome with it. */
      readonly token: string;
      /** The user's activations in the environment before the call: none of these is the new one. */
      readonly activationIdsBefore: readonly string[];
      /** The claim that marks the intent as open, released with the outcome. */
      readonly mark?: { readonly key: string; readonly token: string } | undefined;
    }
  | { readonly state: 'done'; readonly activationId: string };

export interface ClaimOptions {
  /** Tells claims of one key apart: a hash of the body, or the key that a lock is held for. */
  readonly bodyHash: string;
  readonly leaseMs: number;
  /** An opaque hash of the user, so that a store can make room at the heaviest user's expense. */
  readonly owner?: string;
  /**
   * The claim continues an intent that has a claim already, as its lock does. A store refuses it for
   * want of room last of all.
   */
  readonly isContinuation?: boolean;
}

export type Claim =
  /** The key is locked for others until the lease ends. */
  | { readonly state: 'claimed'; readonly token: string }
  /**
   * `done`: its record says `done`. `pending`: another holds the claim, or held it and left a record
   * that says `sent`; a key with such a record is never given away again.
   */
  | {
      readonly state: 'pending' | 'done';
      readonly bodyHash: string;
      readonly record?: IdempotencyRecord;
    };

/**
 * Keeps what the handler must not do twice. All processes of a host share one store, and each method
 * is atomic. Keys and hashes are opaque; locks are kept here too, as claims without a record.
 */
export interface IdempotencyStore {
  /**
   * Takes the key if it is free. A claim without a record is free again after `leaseMs`; one with a
   * record lasts as long as the record.
   * @throws {IdempotencyStoreFull} where the key is free and there is no room for it.
   */
  claim(key: string, options: ClaimOptions): Promise<Claim>;
  /** `false`: the token is not the key's (any more), and nothing was written. */
  save(key: string, token: string, record: IdempotencyRecord, ttlMs: number): Promise<boolean>;
  /** Frees the key and drops its record; without effect where the token is not the key's. */
  release(key: string, token: string): Promise<void>;
}

/** Thrown by `claim`: the key is free, and could not be taken. Answered with 503; nothing is sent. */
export class IdempotencyStoreFull extends Error {
  override readonly name: string = 'IdempotencyStoreFull';
}

/** Goes by the name: a store of the host's own may come with a copy of this package. */
export function isStoreFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'IdempotencyStoreFull';
}
