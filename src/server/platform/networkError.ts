import { PlatformFailure, type PlatformOperation } from './platformFailure.js';

/**
 * Classifies a rejected `fetch`. The standard tells only that something failed; Node adds the system's
 * own error as the cause, whose `syscall` is `connect` or `getaddrinfo` only while the connection is
 * being made, before a byte of the request is out. Without that proof the request may have arrived.
 */
export function toNetworkError(operation: PlatformOperation, thrown: unknown): PlatformFailure {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const systemCode = readText(cause, 'code');
  return new PlatformFailure(operation, {
    kind: 'broken',
    neverSent: wasNeverSent(cause),
    ...(systemCode !== undefined && /^[A-Z_]{1,40}$/.test(systemCode) && { systemCode }),
  });
}

function wasNeverSent(cause: unknown): boolean {
  // Several addresses were tried: each of them must have failed to connect.
  if (cause instanceof AggregateError) {
    return cause.errors.length > 0 && cause.errors.every(wasNeverSent);
  }
  if (readText(cause, 'code') === 'UND_ERR_CONNECT_TIMEOUT') return true;
  const call = readText(cause, 'syscall');
  return call === 'connect' || call === 'getaddrinfo';
}

function readText(value: unknown, name: 'code' | 'syscall'): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text: unknown = Reflect.get(value, name);
  return typeof text === 'string' ? text : undefined;
}
