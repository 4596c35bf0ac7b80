import { cutText } from '../../domain/cutText.js';
import { toShownName } from '../../domain/shownName.js';
import { toDigest } from '../keyring.js';

/** Names are shown in lists; with what makes them unique they stay below any usual limit. */
const longestLabel = 80;
const suffixLength = 5;

/**
 * The name of a new connection: the user's label, and characters that make it unique among those of all
 * users, as the platform wants. One intent always gets the same names, so that a connection whose
 * answer was lost is found by its name.
 * @param attempt 0, and 1 where the first name was taken.
 */
export async function toConnectionName(
  label: string,
  templateName: string,
  intentKey: string,
  attempt: 0 | 1,
): Promise<string> {
  const shown = toShownName(label) || toShownName(templateName);
  const digest = await toDigest(JSON.stringify(['connection name', intentKey, attempt]));
  return `${cutText(shown, longestLabel)} ${toLetters(digest)}`.trimStart();
}

/** Without vowels, and without what is easily misread. */
const alphabet = '23456789bcdfghjkmnpqrstvwxz';

function toLetters(digest: string): string {
  const values = (digest.match(/.{4}/g) ?? []).slice(0, suffixLength);
  return values.map((digits) => alphabet[Number.parseInt(digits, 16) % alphabet.length]).join('');
}
