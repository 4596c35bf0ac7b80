/** What is known of one intent to activate. The variables are never part of it. */
export type IdempotencyRecord =
  | {
      /** The platform was asked, or is about to be; the answer is not known here. */
      readonly state: 'sent';
      /** The claim's token: whoever finds the activation may write down that it is done. */
      readonly token: string;
      /** The user's activations in the environment before the call: none of these is the new one. */
      readonly activationIdsBefore: readonly string[];
    }
  | { readonly state: 'done'; readonly activationId: string };

export type Claim =
  /** Nobody else works on this key until the lease ends. */
  | { readonly state: 'claimed'; readonly token: string }
  /**
   * `done`: its record says `done`. `pending`: somebody holds the claim, or held it and left a record
   * that says `sent`; a key with such a record is never given away again.
   */
  | {
      readonly state: 'pending' | 'done';
      readonly bodyHash: string;
      readonly record?: IdempotencyRecord;
    };

/**
 * Where the handler keeps what it must not do twice. Every process of a host shares one, and each
 * method is atomic. Keys and hashes are opaque; locks are kept here too, as claims without a record.
 */
export interface IdempotencyStore {
  /**
   * Takes the key if nobody has it. A claim without a record is free again after `leaseMs`; one with
   * a record lasts as long as the record.
   */
  claim(
    key: string,
    options: { readonly bodyHash: string; readonly leaseMs: number },
  ): Promise<Claim>;
  /** False: the token is not the key's (any more), and nothing was written. */
  save(key: string, token: string, record: IdempotencyRecord, ttlMs: number): Promise<boolean>;
  /** Gives the key back, record and all; without effect where the token is not the key's. */
  release(key: string, token: string): Promise<void>;
}
