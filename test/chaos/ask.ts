import type { Person } from '../support/manyPeople.js';
import { userHeader } from './hostProcesses.js';

export type ChaosAnswer =
  | { readonly kind: 'none' }
  /** The id of what was made or changed; `null` where it was removed. */
  | { readonly kind: 'success'; readonly id: string | null }
  /** The platform or the handler said no: nothing was done. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Asking again may help. */
  | { readonly kind: 'failed'; readonly status: number; readonly outcomeUnknown: boolean };

export interface ChaosRequest {
  readonly person: Person;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Below the base path of the host API. */
  readonly path: string;
  readonly key: string;
  readonly body?: object;
}

/** Sends a write once; a connection that breaks, and an abort, are `none`. */
export async function ask(
  origin: string,
  { person, method, path, key, body }: ChaosRequest,
  signal: AbortSignal,
): Promise<ChaosAnswer> {
  try {
    const response = await fetch(`${origin}/api${path}`, {
      method,
      signal,
      headers: {
        Origin: origin,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        [userHeader]: person.externalId,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return toAnswer(response.status, text === '' ? {} : JSON.parse(text));
  } catch {
    return { kind: 'none' };
  }
}

function toAnswer(status: number, body: unknown): ChaosAnswer {
  const { id = null, outcomeUnknown } = body as { id?: string; outcomeUnknown?: boolean };
  if (status < 300) return { kind: 'success', id };
  // 429 and a refusal for want of an answer are worth another try; any other 4xx is a no.
  if (status < 500 && status !== 429) return { kind: 'refused', status };
  return { kind: 'failed', status, outcomeUnknown: outcomeUnknown === true };
}
