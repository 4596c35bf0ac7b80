import { isPlatformId } from './ids.js';

/** Appended where a value can be looked up there. */
const fromPlatform = ' Take it from the Versori Platform';

/** @throws {Error} unless the value is an id of the platform. */
export function demandId(option: string, value: unknown): asserts value is string {
  const isId = typeof value === 'string' && isPlatformId(value);
  demand(isId, option, 'a ULID of 26 characters', value, fromPlatform);
}

/** The members of an object that a host may have written without types. @throws {Error} */
export function demandMembers<T extends object>(
  option: string,
  value: unknown,
): Partial<Record<keyof T, unknown>> {
  demand(typeof value === 'object' && value !== null, option, 'an object', value);
  return value;
}

/** Like `demand`, for a value that must not be shown. */
export function demandSecret(
  isMet: boolean,
  option: string,
  expected: string,
  value: unknown,
): asserts isMet {
  demand(isMet, option, expected, value && typeof value, fromPlatform);
}

/** @throws {Error} that names the option, what it must be, and what it is. */
export function demand(
  isMet: unknown,
  option: string,
  expected: string,
  value: unknown,
  hint = '',
): asserts isMet {
  if (isMet) return;
  const plain = Object(value) === value ? typeof value : value;
  const got = typeof plain === 'string' ? JSON.stringify(plain) : String(plain);
  throw new Error(`createOnboardingHandler: ${option} must be ${expected}, got ${got}.${hint}`);
}
