import { expect, it } from 'vitest';
import { cutText } from '../../src/domain/cutText.js';

it('leaves a text that fits, and cuts one that does not', () => {
  expect(cutText('abcd', 4)).toBe('abcd');
  expect(cutText('abcde', 4)).toBe('abcd…');
});

it('never cuts an emoji in two', () => {
  expect(cutText('abc😀def', 4)).toBe('abc…');
  expect(cutText('ab😀def', 4)).toBe('ab😀…');
});
