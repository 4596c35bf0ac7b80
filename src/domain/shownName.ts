import { cutText } from './cutText.js';

/** Longer than any screen shows, and than anybody wants to have read out. */
const LONGEST_NAME = 200;

/**
 * A name as it can stand among other words: without marks that turn round the text behind it, without
 * line breaks, cut where it is endless. Empty where nothing of it can be seen.
 */
export function toShownName(name: string): string {
  const text = name
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return '';
  return cutText(text, LONGEST_NAME);
}
