import type { ConnectionBody } from '../../wire/connectionBody.js';
import { type Claim, isStoreFull } from '../exactly-once/idempotencyStore.js';
import { createKeyring, toDigest } from '../keyring.js';
import { ProblemError } from '../problemError.js';
import type { RequestContext } from '../requestContext.js';
import type { Services } from '../services.js';
import { ticketMs } from './ticket.js';

export interface ConnectionPlace {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
  /** The connection to sign in again to; `null`: a new one. */
  readonly connectionId: string | null;
}

/** One press of the button, in the terms of the idempotency store: hashes, never what was typed. */
export interface ConnectionIntent {
  /** Names the intent: the same user, place and Idempotency-Key. */
  readonly key: string;
  /** A hash of the body, keyed with the Idempotency-Key, which is stored as a hash alone. */
  readonly bodyHash: string;
  /** @throws {ProblemError} 503 where the store has no room. */
  claim(): Promise<Claim>;
  /** `null`: the ticket was used for another intent. */
  claimTicket(ticketId: string): Promise<HeldClaim | null>;
  /** Frees a key of the store. A failure is only reported: the lease ends the claim anyway. */
  release(claim: HeldClaim): Promise<void>;
}

export interface HeldClaim {
  readonly key: string;
  readonly token: string;
}

/** Added to all the waits of one write, so that a slow process keeps its lease. */
const leaseReserveMs = 10_000;

export async function createConnectionIntent(
  { settings, idempotencyStore, reporter }: Services,
  { user, errorContext }: RequestContext,
  { environmentId, connectionTemplateId, connectionId }: ConnectionPlace,
  body: ConnectionBody,
  idempotencyKey: string,
): Promise<ConnectionIntent> {
  const { organisationId, timeoutMs } = settings.platform;
  const place = [organisationId, environmentId, user.externalId];
  const purpose = ['connection', connectionTemplateId, connectionId];
  const [key, bodyHash, userHash] = await Promise.all([
    toDigest(JSON.stringify([...place, ...purpose, idempotencyKey])),
    // What our own parser built has its members in one order, but for those of a credential.
    createKeyring(idempotencyKey).sign('body', toStableText(body)),
    toDigest(JSON.stringify(['owner', organisationId, user.externalId])),
  ]);
  const owner = userHash.slice(0, 16);
  const leaseMs = 4 * timeoutMs + 2 * settings.settleMs + leaseReserveMs;

  async function claim(): Promise<Claim> {
    try {
      return await idempotencyStore.claim(key, { bodyHash, leaseMs, owner });
    } catch (error) {
      if (!isStoreFull(error)) throw error;
      throw new ProblemError('unavailable', {
        detail: 'Too many requests are under way. Try again later.',
        retryAfterSeconds: 60,
        cause: error,
      });
    }
  }

  return {
    key,
    bodyHash,
    claim,
    async claimTicket(ticketId) {
      const ticketKey = await toDigest(JSON.stringify(['ticket', ...place, ticketId]));
      const taken = await idempotencyStore.claim(ticketKey, {
        bodyHash: key,
        // Longer than the ticket itself is good for.
        leaseMs: 2 * ticketMs,
        owner,
        isContinuation: true,
      });
      return taken.state === 'claimed' ? { key: ticketKey, token: taken.token } : null;
    },
    release: (held) =>
      idempotencyStore
        .release(held.key, held.token)
        .catch((error: unknown) => reporter.error(error, errorContext)),
  };
}

function toStableText({ name, baseUrl, credentials }: ConnectionBody): string {
  const texts = credentials.map((each) =>
    Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  return JSON.stringify([name, baseUrl ?? null, texts]);
}
