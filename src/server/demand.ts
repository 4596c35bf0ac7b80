import { isPlatformId } from './ids.js';

/** Appended where a value can be looked up there. */
const fromPlatform = ' Take it from the Versori Platform';

/** @throws {Error} unless the value is an id of the platform. */
export function demandId(option: string, value: unknown): asserts value is string {
  const isId = typeof value === 'string' && isPlatformId(value);
  demand(isId, option, 'a ULID of 26 characters', value, fromPlatform);
}

/** Every option that an object may have. */
export type KnownOptions<T> = Readonly<Record<keyof T, true>>;

/**
 * The members of an object that a host may have written without types.
 * @param known What it may have; absent: anything, as in a map.
 * @throws {Error} for another value, and for an unknown member.
 */
export function demandMembers<T extends object>(
  option: string,
  value: unknown,
  known?: KnownOptions<T>,
): Partial<Record<keyof T, unknown>> {
  demand(typeof value === 'object' && value !== null, option, 'an object', value);
  if (known !== undefined) rejectUnknown(value, known, `${option}.`);
  return value;
}

/** A misspelt option would silently leave its default in place. @throws {Error} */
export function rejectUnknown(members: object, known: object, prefix: string): void {
  const name = Object.keys(members).find((each) => !Object.hasOwn(known, each));
  if (name === undefined) return;
  throw new Error(
    `createOnboardingHandler: there is no option ${prefix}${name}, so it would change nothing. The options are: ${Object.keys(known).join(', ')}.`,
  );
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
