import { cutText } from './cutText.js';

/** Longer than any screen shows or a screen reader should read out. */
const LONGEST_NAME = 200;

/**
 * Sanitises a name for use within a sentence: removes bidirectional controls, collapses white space
 * and cuts it to a maximum length. Returns an empty text if nothing visible is left.
 */
export function toShownName(name: string): string {
  const text = name
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return '';
  return cutText(text, LONGEST_NAME);
}
