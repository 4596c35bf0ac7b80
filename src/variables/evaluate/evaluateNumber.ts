import type { EvaluateKeywords } from './evaluation.js';

/** The keywords of numbers. */
export const evaluateNumber: EvaluateKeywords = (node, frame, { fail }) => {
  const { value } = frame;
  const rules = node.number;
  if (rules === undefined || typeof value !== 'number') return true;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = rules;
  let isValid = true;
  if (minimum !== undefined && value < minimum) isValid = fail(node, frame, 'minimum', minimum);
  if (maximum !== undefined && value > maximum) isValid = fail(node, frame, 'maximum', maximum);
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    isValid = fail(node, frame, 'exclusiveMinimum', exclusiveMinimum);
  }
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) {
    isValid = fail(node, frame, 'exclusiveMaximum', exclusiveMaximum);
  }
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    isValid = fail(node, frame, 'multipleOf', multipleOf);
  }
  return isValid;
};

/** Exact, as the numbers are written: 0.3 is a multiple of 0.1. */
function isMultiple(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const [digits, exponent] = toDecimal(value);
  const [otherDigits, otherExponent] = toDecimal(divisor);
  const lowest = Math.min(exponent, otherExponent);
  const scale = (number: bigint, from: number): bigint => number * 10n ** BigInt(from - lowest);
  return scale(digits, exponent) % scale(otherDigits, otherExponent) === 0n;
}

/** `digits × 10^exponent`. */
function toDecimal(value: number): readonly [digits: bigint, exponent: number] {
  const [mantissa = '', power = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(power) - fraction.length];
}
