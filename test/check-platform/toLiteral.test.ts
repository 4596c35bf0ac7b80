import { expect, it } from 'vitest';
import { toLiteral } from '../../src/check-platform/toLiteral.js';

it.each([
  ['Shopify orders', "'Shopify orders'"],
  [String.raw`it's a \ path`, String.raw`'it\'s a \\ path'`],
  ['a\nb\u001b[31m', String.raw`'a\u{a}b\u{1b}[31m'`],
  ['left\u202eright\u2028', String.raw`'left\u{202e}right\u{2028}'`],
  ['Ünïcode 🚀', "'Ünïcode 🚀'"],
])('a name is a literal that acts on nothing: %j', (name, literal) => {
  expect(toLiteral(name)).toBe(literal);
});
