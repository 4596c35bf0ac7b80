import { isFormat } from './formats.js';
import type { EvaluateKeywords } from './evaluation.js';

/** The keywords of texts. `format` is an assertion. */
export const evaluateText: EvaluateKeywords = (node, frame, { patternAllowance, fail }) => {
  const { value } = frame;
  const rules = node.string;
  if (rules === undefined || typeof value !== 'string') return true;
  let isValid = true;
  const { minLength = 0, maxLength = Infinity } = rules;
  // Characters are at most as many as units, and at least half as many.
  if (value.length < 2 * minLength && countCharacters(value) < minLength) {
    isValid = fail(node, frame, 'minLength', minLength);
  }
  if (value.length > maxLength && countCharacters(value) > maxLength) {
    isValid = fail(node, frame, 'maxLength', maxLength);
  }
  if (rules.pattern !== undefined) {
    const { source, pattern } = rules.pattern;
    const found = pattern.test(value, patternAllowance);
    if (found === false) isValid = fail(node, frame, 'pattern', source);
    else if (found === null && pattern.isLinear) {
      isValid = fail(node, frame, 'pattern', source, { isTooLong: true });
    }
  }
  if (rules.format !== undefined && !isFormat(rules.format, value)) {
    isValid = fail(node, frame, 'format', rules.format);
  }
  return isValid;
};

/** Two UTF-16 units that are one character. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** The length of a text in code points, as the specification counts. */
export function countCharacters(text: string): number {
  return text.length - (text.match(PAIR)?.length ?? 0);
}
