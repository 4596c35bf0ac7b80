import { createDeadline } from '../deadline.js';
import { recordTtlMs } from '../exactly-once/activationIntent.js';
import { wasRejected } from '../operations/withWriteDeadline.js';
import type { PlatformConnection } from '../platform/connectionShape.js';
import type { Caller } from '../platform/platformCalls.js';
import { toUnknownOutcome } from '../problems.js';
import { ProblemError } from '../problemError.js';
import type { RequestContext } from '../requestContext.js';
import { sleep } from '../runtime.js';
import type { Services } from '../services.js';
import type { ConnectionIntent, HeldClaim } from './connectionIntent.js';

/** One write to a connection: how it is done, and how its outcome is found where the answer was lost. */
export interface ConnectionWrite {
  /** Runs before the call. Gives what `find` needs later, perhaps in another process. */
  prepare(): Promise<readonly string[]>;
  /** Asks the platform, once. */
  send(): Promise<PlatformConnection>;
  /** Checks what was made; `null`: it cannot stay, and was undone. */
  confirm(made: PlatformConnection): Promise<PlatformConnection | null>;
  /** Looks for the outcome; `null` where there is none yet. */
  find(caller: Caller, prepared: readonly string[]): Promise<PlatformConnection | null>;
  /** Reads the connection that an earlier request with the same key led to. */
  read(caller: Caller, connectionId: string): Promise<PlatformConnection | null>;
}

export interface WriteResult {
  readonly connection: PlatformConnection;
  /** True: an earlier request with this key made it. */
  readonly isReplay: boolean;
}

const pauseMs = 250;

/**
 * Does a write at most once for each intent, and records its outcome. Repeats only look.
 * @throws {ProblemError} with `outcomeUnknown` where the outcome cannot be determined; else nothing was
 * done.
 */
export async function writeOnce(
  services: Services,
  context: RequestContext,
  intent: ConnectionIntent,
  write: ConnectionWrite,
): Promise<WriteResult> {
  const claim = await intent.claim().catch((error: unknown) => {
    // A failure here does not tell the outcome of an earlier request with this key.
    throw error instanceof ProblemError ? error : toUnknownOutcome(error);
  });
  if (claim.state === 'claimed') {
    const held = { key: intent.key, token: claim.token };
    return { connection: await sendFirst(services, context, intent, write, held), isReplay: false };
  }
  if (claim.bodyHash !== intent.bodyHash) {
    throw new ProblemError('invalid', {
      detail: 'This Idempotency-Key was used with another body. Take a new key for a new intent.',
    });
  }
  return { connection: await replay(services, context, intent, write), isReplay: true };
}

async function sendFirst(
  services: Services,
  context: RequestContext,
  intent: ConnectionIntent,
  write: ConnectionWrite,
  held: HeldClaim,
): Promise<PlatformConnection> {
  const { idempotencyStore } = services;
  let prepared: readonly string[];
  try {
    prepared = await write.prepare();
    const record = { state: 'sent', token: held.token, activationIdsBefore: prepared } as const;
    const isOurs = await idempotencyStore.save(held.key, held.token, record, recordTtlMs);
    // The lease ended and another process has taken over: it sends, and this one must not.
    if (!isOurs) throw new ProblemError('unavailable', { outcomeUnknown: true });
  } catch (error) {
    await intent.release(held);
    throw error;
  }
  const connection = await sendOrFind(services, context, write, prepared).catch(
    async (error: unknown) => {
      if (!isUnknown(error)) await intent.release(held);
      throw error;
    },
  );
  // The record stays open: a repeat of the key finds the connection.
  await recordDone(services, held, connection).catch((error: unknown) => {
    throw toUnknownOutcome(error);
  });
  return connection;
}

async function sendOrFind(
  services: Services,
  context: RequestContext,
  write: ConnectionWrite,
  prepared: readonly string[],
): Promise<PlatformConnection> {
  let made: PlatformConnection;
  try {
    made = await write.send();
  } catch (error) {
    if (wasRejected(error) || error instanceof ProblemError) throw error;
    const find = (caller: Caller): Promise<PlatformConnection | null> =>
      write.find(caller, prepared);
    const found = await pollFor(services, context, find).catch(() => null);
    if (found === null) throw toUnknownOutcome(error);
    return found;
  }
  // It is made: whatever fails from here on does not undo it.
  const confirmed = await write.confirm(made).catch((error: unknown) => {
    throw toUnknownOutcome(error);
  });
  if (confirmed === null) throw new ProblemError('malformed');
  return confirmed;
}

/**
 * Looks until `settleMs` has passed, and once more then: what was broken off may be done later. Rejects
 * where the last look failed.
 */
export async function pollFor<T>(
  { runtime, settings }: Services,
  { user }: RequestContext,
  look: (caller: Caller) => Promise<T | null>,
): Promise<T | null> {
  const { settleMs, platform } = settings;
  const deadline = createDeadline(runtime, settleMs + platform.timeoutMs);
  const until = runtime.monotonicNow() + settleMs;
  try {
    for (;;) {
      const leftMs = until - runtime.monotonicNow();
      const looking = look({ user, deadline });
      const found = await (leftMs <= 0 ? looking : looking.catch(() => null));
      if (found !== null || leftMs <= 0) return found;
      await sleep(runtime, Math.min(pauseMs, leftMs), deadline.signal);
    }
  } finally {
    deadline.end();
  }
}

async function replay(
  services: Services,
  context: RequestContext,
  intent: ConnectionIntent,
  write: ConnectionWrite,
): Promise<PlatformConnection> {
  const look = async (caller: Caller): Promise<PlatformConnection | 'removed' | null> => {
    const claim = await intent.claim();
    if (claim.state === 'claimed') {
      // The first attempt has failed by now: its own answer says so.
      await intent.release({ key: intent.key, token: claim.token });
      return null;
    }
    const { record } = claim;
    if (record === undefined) return null;
    if (record.state === 'done') {
      return (await write.read(caller, record.activationId)) ?? 'removed';
    }
    const connection = await write.find(caller, record.activationIdsBefore);
    if (connection === null) return null;
    await recordDone(services, { key: intent.key, token: record.token }, connection);
    return connection;
  };
  const found = await pollFor(services, context, look).catch((error: unknown) => {
    throw toUnknownOutcome(error);
  });
  if (found === null) throw new ProblemError('unavailable', { outcomeUnknown: true });
  if (found !== 'removed') return found;
  throw new ProblemError('conflict', {
    detail: 'What this Idempotency-Key connected has been removed since. Take a new key.',
  });
}

/** The store names what a key has led to `activationId`, be it an activation or a connection. */
async function recordDone(
  { idempotencyStore }: Services,
  { key, token }: HeldClaim,
  { connection }: PlatformConnection,
): Promise<void> {
  const record = { state: 'done', activationId: connection.id } as const;
  await idempotencyStore.save(key, token, record, recordTtlMs);
}

function isUnknown(error: unknown): boolean {
  return error instanceof ProblemError && error.details.outcomeUnknown === true;
}
