import type { Deadline } from '../deadline.js';
import type { OnboardingUser } from '../options.js';
import type { Runtime } from '../runtime.js';
import { isRefusedWith, PlatformFailure, type PlatformOperation } from './platformFailure.js';
import { mayReadAgain, withRetries } from './retry.js';
import { type PlatformRequest, send, type Transport } from './send.js';
import { UnusableAnswer } from './shapes.js';

/** The user that a call is made for, and its deadline. */
export interface Caller {
  readonly user: OnboardingUser;
  readonly deadline: Deadline;
}

/** A call of one operation; `path` lies below the organisation's. */
interface ReadCall<T> extends Pick<PlatformRequest, 'path' | 'query'> {
  readonly operation: PlatformOperation;
  /** Reads of the answer's JSON what the handler relies on. */
  readonly parse: (body: unknown) => T | Promise<T>;
}

interface WriteCall<T> extends ReadCall<T> {
  readonly method: Exclude<PlatformRequest['method'], 'GET'>;
  readonly body?: unknown;
}

/** Both reject with a `PlatformFailure`, also where an answer lacks what `parse` relies on. */
export interface PlatformCalls {
  /** Repeated on transient failures while there is time. */
  read<T>(caller: Caller, call: ReadCall<T>): Promise<T>;
  /** Made once. */
  write<T>(caller: Caller, call: WriteCall<T>): Promise<T>;
}

export function createPlatformCalls(
  organisationId: string,
  transport: Transport,
  runtime: Runtime,
): PlatformCalls {
  async function make<T>(
    { user, deadline }: Caller,
    { path, parse, ...call }: ReadCall<T> & Pick<PlatformRequest, 'method'>,
  ): Promise<T> {
    const request = { ...call, path: `/o/${organisationId}${path}`, user: user.externalId };
    const body = await send(transport, request, deadline);
    try {
      return await parse(body);
    } catch (error) {
      if (!(error instanceof UnusableAnswer)) throw error;
      throw new PlatformFailure(call.operation, { kind: 'malformed', at: error.message });
    }
  }

  return {
    read: (caller, call) =>
      withRetries({ runtime, deadline: caller.deadline }, mayReadAgain, () =>
        make(caller, { ...call, method: 'GET' }),
      ),
    write: make,
  };
}

/** Returns `otherwise` if the platform answers 404. */
export async function fallbackOnNotFound<T, O>(otherwise: O, work: Promise<T>): Promise<T | O> {
  try {
    return await work;
  } catch (error) {
    if (isRefusedWith(error, 404)) return otherwise;
    throw error;
  }
}
