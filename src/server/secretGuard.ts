import type { JsonObject, JsonValue } from '../domain/json.js';
import { getAt, parsePointer } from '../domain/pointer.js';
import type { SchemaWalk } from '../variables/secretPlaces.js';
import { isSecretPlace, splitSecrets } from '../variables/secrets.js';
import { toEncodings, toReadings } from './textEncodings.js';

/** Decides which texts of the platform may be shown for a write. */
export interface SecretGuard {
  /** Whether a place below the variables is secret, whatever is there. */
  isSecret(path: readonly string[]): boolean;
  /** Whether a text contains a secret of the request, in whatever encoding, or a part of one. */
  quotes(text: string): boolean;
}

/** More secrets than these are not looked for: every text then counts as quoting one. */
const maxSecrets = 200;
/** Past so many comparisons of a secret with a text, too, all count as quoting one. */
const maxComparisons = 1_000;
/** Unescaping a text takes as long as this many of them. */
const comparisonsPerText = 30;
const maxReadCharacters = 2_000;
const maxNeedleCharacters = 64;
/** A shorter secret, such as a PIN, is only recognised as a word of its own. */
const minPartCharacters = 4;

/** @param variables All that the write is about: what is stored, and what is sent. */
export function createSecretGuard(walk: SchemaWalk, variables: readonly JsonObject[]): SecretGuard {
  return {
    isSecret: (path) => isSecretPlace(walk, path),
    quotes: createQuoteTest(new Set(variables.flatMap((each) => listSecrets(walk, each)))),
  };
}

/** Whether a text contains one of the secrets, in whatever encoding, or a part of one. */
export function createQuoteTest(secrets: ReadonlySet<string>): (text: string) => boolean {
  let comparisonsLeft = maxComparisons;
  let tests: ReturnType<typeof createTest>[] | null = null;
  return (text) => {
    if (text === '' || secrets.size === 0) return false;
    comparisonsLeft -= comparisonsPerText + secrets.size;
    if (secrets.size > maxSecrets || comparisonsLeft < 0) return true;
    tests ??= [...secrets].map(createTest);
    const readings = toReadings(text.slice(0, maxReadCharacters));
    return tests.some((isQuotedIn) => readings.some(isQuotedIn));
  };
}

function listSecrets(walk: SchemaWalk, variables: JsonObject): string[] {
  return splitSecrets(walk, variables).secretsSet.flatMap((pointer) =>
    listTexts(getAt(variables, parsePointer(pointer) ?? [])),
  );
}

/** Names too: below a secret place they may be secret themselves. */
function listTexts(value: JsonValue | undefined): string[] {
  if (typeof value !== 'object' || value === null) return [String(value ?? '')].filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(listTexts);
  return Object.entries(value).flatMap(([name, member]) => [name, ...listTexts(member)]);
}

/** Whether a reading of a text contains the secret. A half will do: platforms shorten what they quote. */
function createTest(secret: string): (reading: string) => boolean {
  const plain = secret.toLowerCase();
  if (plain.length < minPartCharacters) {
    return (reading) => reading.split(/[^\p{L}\p{N}]+/u).includes(plain) || reading === plain;
  }
  const parts = toEncodings(secret).flatMap(toHalves);
  return (reading) => parts.some((part) => reading.includes(part));
}

function toHalves(text: string): string[] {
  const length = Math.min(Math.ceil(text.length / 2), maxNeedleCharacters);
  if (length < 2 * minPartCharacters) return [text];
  return [text.slice(0, length), text.slice(-length)];
}
