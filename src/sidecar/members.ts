import { isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { ConfigError } from './configError.js';

/** Reads the members of one object of the configuration, and refuses those that nobody read. */
export interface Members {
  has(name: string): boolean;
  text(name: string, fallback?: string): string;
  optionalText(name: string): string | undefined;
  /** A text that must not stand in the file itself. */
  secret(name: string): string;
  count(name: string, fallback: number, most: number): number;
  oneOf<T extends string>(name: string, words: readonly T[], fallback?: T): T;
  object(name: string, fallback?: JsonObject): Members;
  /** As it is, for somebody else to check. */
  value(name: string): JsonValue | undefined;
  /** @throws {ConfigError} for a member that was not asked for. */
  end(): void;
}

/** What stands for a variable of the environment until it is asked for. */
export type Expand = (text: string, at: string) => string;

/** @throws {ConfigError} Each method, on a member that cannot be used; secrets are never quoted. */
export function createMembers(value: unknown, at: string, expand: Expand): Members {
  if (!isJsonObject(value)) throw new ConfigError(`${at || 'The file'} must be an object.`);
  const known = new Set<string>();
  const place = (name: string): string => (at === '' ? name : `${at}.${name}`);
  const get = (name: string): JsonValue | undefined => {
    known.add(name);
    return Object.hasOwn(value, name) ? value[name] : undefined;
  };
  const demand: (isMet: boolean, name: string, expected: string) => asserts isMet = (
    isMet,
    name,
    expected,
  ) => {
    if (isMet) return;
    const missing = get(name) === undefined ? ' It is missing.' : '';
    throw new ConfigError(`${place(name)} must be ${expected}.${missing}`);
  };
  const optionalText = (name: string): string | undefined => {
    const found = get(name);
    if (found === undefined) return undefined;
    demand(typeof found === 'string' && found !== '', name, 'a text');
    return expand(found, place(name));
  };
  return {
    has: (name) => Object.hasOwn(value, name),
    value: get,
    optionalText,
    text(name, fallback) {
      const found = optionalText(name) ?? fallback;
      demand(found !== undefined, name, 'a text');
      return found;
    },
    secret(name) {
      const found = get(name);
      const isVariable = typeof found === 'string' && /^\$\{\w+\}$/.test(found);
      demand(isVariable, name, 'the name of a variable of the environment, such as "${MY_SECRET}"');
      return expand(found, place(name));
    },
    count(name, fallback, most) {
      const found = get(name) ?? fallback;
      const isCount = typeof found === 'number' && Number.isSafeInteger(found);
      demand(isCount && found >= 0 && found <= most, name, `a whole number from 0 to ${most}`);
      return found;
    },
    oneOf(name, words, fallback) {
      const found = get(name) ?? fallback;
      const word = words.find((each) => each === found);
      demand(word !== undefined, name, words.map((each) => `"${each}"`).join(' or '));
      return word;
    },
    object: (name, fallback) => createMembers(get(name) ?? fallback, place(name), expand),
    end() {
      const unknown = Object.keys(value).find((name) => !known.has(name));
      if (unknown === undefined) return;
      const names = [...known].join(', ');
      throw new ConfigError(
        `There is no ${place(unknown)}, so it would change nothing. There are: ${names}.`,
      );
    },
  };
}
