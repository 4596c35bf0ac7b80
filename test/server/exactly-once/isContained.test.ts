import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/domain/json.js';
import { isContained } from '../../../src/server/exactly-once/isContained.js';

describe('what was asked for', () => {
  it.each<[string, JsonValue, JsonValue, boolean]>([
    ['is in its equal', { a: [1, { b: null }] }, { a: [1, { b: null }] }, true],
    ['is in what has more members', { a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }, true],
    ['is not in what lacks a member', { a: 1, b: 2 }, { a: 1 }, false],
    ['is not in another value', { a: 1 }, { a: '1' }, false],
    ['is not in a longer list', [1], [1, 2], false],
    ['is not in a shorter list', [1, 2], [1], false],
    ['is not in a list with one other item', [1, 2], [1, 3], false],
    ['is in a list whose items have more', [{ a: 1 }], [{ a: 1, b: 2 }], true],
    ['is not in an object where it is a list', [], {}, false],
    ['is not in a list where it is an object', {}, [], false],
    ['is not in null where it is an object', {}, null, false],
    ['is null where null was asked for', null, null, true],
    ['has no names that every object inherits', { toString: null }, {}, false],
  ])('%s', (_, part, whole, expected) => {
    expect(isContained(part, whole)).toBe(expected);
  });
});
