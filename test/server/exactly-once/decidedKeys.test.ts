import { describe, expect, it } from 'vitest';
import {
  createDecidedKeys,
  type DecidedKeys,
} from '../../../src/server/exactly-once/decidedKeys.js';

function withKeys(...pairs: readonly (readonly [owner: string, key: string])[]): DecidedKeys {
  const keys = createDecidedKeys();
  for (const [owner, key] of pairs) keys.add(owner, key);
  return keys;
}

const takeAll = (keys: DecidedKeys, count: number): unknown[] =>
  Array.from({ length: count }, () => keys.takeOldestOfHeaviest());

describe('room for a new key', () => {
  it('is made at the expense of the user with most of them, the oldest first', () => {
    const keys = withKeys(['a', 'a1'], ['b', 'b1'], ['b', 'b2'], ['b', 'b3'], ['a', 'a2']);
    expect(takeAll(keys, 2)).toEqual(['b1', 'a1']);
  });

  it('is made at the expense of the first of two users with as many', () => {
    expect(takeAll(withKeys(['a', 'a1'], ['b', 'b1']), 3)).toEqual(['a1', 'b1', undefined]);
  });

  it('counts a key that is decided anew as new', () => {
    expect(takeAll(withKeys(['a', 'a1'], ['a', 'a2'], ['a', 'a1']), 2)).toEqual(['a2', 'a1']);
  });

  it('is not made of keys that were removed', () => {
    const keys = withKeys(['a', 'a1'], ['a', 'a2'], ['b', 'b1']);
    keys.remove('a', 'a1');
    keys.remove('a', 'a2');
    keys.remove('c', 'c1');
    expect(takeAll(keys, 2)).toEqual(['b1', undefined]);
  });
});
