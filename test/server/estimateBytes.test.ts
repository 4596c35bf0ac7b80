import { describe, expect, it } from 'vitest';
import { estimateBytes } from '../../src/server/estimateBytes.js';

describe('the estimated size of a value', () => {
  it.each<[unknown, number]>([
    [null, 16],
    [true, 16],
    [12.5, 16],
    ['', 16],
    ['abc', 22],
    [[], 16],
    [{}, 16],
    [{ name: 'abc' }, 16 + 8 + 22],
    [['a', ['b']], 16 + 18 + 16 + 18],
  ])('of %j is %i', (value, bytes) => {
    expect(estimateBytes(value)).toBe(bytes);
  });

  it('is found however deep the value is', () => {
    let deep: unknown = [];
    for (let depth = 1; depth < 100_000; depth += 1) deep = [deep];
    expect(estimateBytes(deep)).toBe(100_000 * 16);
  });
});
