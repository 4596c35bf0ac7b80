import { isJsonArray, isJsonObject, type JsonValue } from '../domain/json.js';
import type { PlatformCredential } from '../server/settings.js';
import type { Exchange } from './exchange.js';

/** Members of the platform's answers within which every text is a secret. */
const secretMembers: ReadonlySet<string> = new Set([
  'clientSecret',
  'consumerSecret',
  'content',
  'data',
  'details',
  'errors',
  'labels',
  'variables',
]);

/** Shorter texts are no secrets, and would be found in words. */
const fewestCharacters = 6;

/**
 * Returns a function that takes secrets out of a text. Nothing of a secret place is ever printed; this
 * is for a platform that repeats a secret elsewhere, in a name say.
 */
export function createRedactor(
  auth: PlatformCredential,
  exchanges: readonly Exchange[],
): (text: string) => string {
  const secrets = new Set([auth.type === 'apiKey' ? auth.apiKey : auth.privateKey]);
  const collect = (value: JsonValue, isSecret: boolean): void => {
    if (typeof value === 'string' && isSecret && value.length >= fewestCharacters) {
      secrets.add(value);
    }
    if (isJsonArray(value)) value.forEach((each) => collect(each, isSecret));
    if (!isJsonObject(value)) return;
    for (const [name, member] of Object.entries(value)) {
      collect(member, isSecret || secretMembers.has(name));
    }
  };
  for (const { operation, result } of exchanges) {
    const body = result.kind === 'answered' ? result.body : undefined;
    // Variables of an activation are never printed, and a project's are its schema.
    if (operation !== 'GetProject' || !isJsonObject(body)) collectFrom(body, collect);
    else collectFrom({ ...body, dynamicVariablesSchema: null }, collect);
  }
  const longestFirst = [...secrets].toSorted((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((left, secret) => left.replaceAll(secret, '…'), text);
}

function collectFrom(body: unknown, collect: (value: JsonValue, isSecret: boolean) => void): void {
  // Parsed from JSON.
  if (isJsonObject(body)) collect(body, false);
  if (Array.isArray(body)) body.forEach((each: unknown) => collectFrom(each, collect));
}
