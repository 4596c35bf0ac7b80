import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/variables/parseNumber.js';

describe('a typed number', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    [' 12 ', 12],
    ['+1', 1],
    ['.5', 0.5],
    ['1.', 1],
    ['1e3', 1000],
    ['٣٫٥', 3.5],
    ['۴۲', 42],
    ['−3', -3],
    ['9007199254740992', 9007199254740992],
    ['100000000000000000000', 1e20],
  ])('%j is %d', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it.each(['', '12a', '1,5', '0x10', 'Infinity', 'NaN', '1e999', '9007199254740993', '--1', '1 2'])(
    '%j is none, and is not guessed at',
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );
});
