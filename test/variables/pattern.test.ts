import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPatternTest, MAX_PATTERN_WORK } from '../../src/variables/pattern.js';
import { compilePattern } from '../../src/variables/patternProgram.js';
import { measureCpu } from './measureCpu.js';

const EXPLODING: readonly (readonly [pattern: string, text: string])[] = [
  ['^(a+)+$', `${'a'.repeat(4000)}!`],
  ['^(a|a)*$', `${'a'.repeat(4000)}!`],
  ['^(a|aa)+$', `${'a'.repeat(4000)}!`],
  ['(x+x+)+y', 'x'.repeat(4000)],
  ['a*a*a*a*a*b', 'a'.repeat(4900)],
  ['^(?=(a+)+$)', `${'a'.repeat(3000)}!`],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(3000)],
  ['(.*a){20}$', `${'a'.repeat(4000)}b`],
  ['(\\w+\\s?)*\\1$', `${'a '.repeat(2000)}!`],
  ['(?<=(a+)+)b', 'a'.repeat(3000)],
];

describe('a pattern', () => {
  it.each(EXPLODING)('%s is answered at once, whatever the text', (pattern, text) => {
    const test = createPatternTest(pattern);
    expect(measureCpu(() => test?.(text))).toBeLessThan(100);
    expect(test?.(text)).not.toBe('match');
  });

  it('is tested without the u flag where it is invalid with it', () => {
    expect(createPatternTest('^[\\w-.]+$')?.('a-b.c')).toBe('match');
    expect(createPatternTest('^[\\w-.]+$')?.('a b')).toBe('noMatch');
    expect(createPatternTest('^\\_(a|b)+$')?.('_ab')).toBe('match');
  });

  it('counts characters as the u flag does', () => {
    expect(createPatternTest('^.$')?.('😀')).toBe('match');
    expect(createPatternTest('^(.|..)(?=$)$')?.('😀')).toBe('match');
    expect(createPatternTest('^\\p{Letter}+(x|y)?$')?.('ébcy')).toBe('match');
  });

  it('is refused where it is no regular expression', () => {
    expect(createPatternTest('(')).toBeNull();
    expect(createPatternTest('a{2,1}')).toBeNull();
  });

  it('looks behind in texts of any length', () => {
    const bucket = createPatternTest('^(?!.*--)(?!-)[a-z0-9-]{3,63}(?<!-)$');
    expect(bucket?.('a-bucket-of-22-letters')).toBe('match');
    expect(bucket?.('a-bucket-of-23-letters-')).toBe('noMatch');
    const price = createPatternTest('(?<=\\$ ?)\\d+$');
    expect(price?.('it costs no more than $ 15')).toBe('match');
    expect(price?.('it costs no more than 15 $')).toBe('noMatch');
  });

  it('is tested on each of a thousand texts at once', () => {
    const work = { left: MAX_PATTERN_WORK };
    const text = 'a-name-with-hyphens-of-39-characters-ab';
    const results = Array.from({ length: 1000 }, () =>
      createPatternTest('^[a-z0-9]+(?:-[a-z0-9]+)*$', work)?.(text),
    );
    expect(new Set(results)).toEqual(new Set(['match']));
  });

  it('has a share for ordinary texts where other texts have used up the work', () => {
    const work = { left: 0 };
    const test = createPatternTest('^[a-z]+(?:-[a-z]+)*$', work);
    expect(test?.('a'.repeat(4000))).toBe('tooLong');
    expect(test?.('a-name')).toBe('match');
  });

  it('is answered at once on however many texts', () => {
    const work = { left: MAX_PATTERN_WORK };
    const explode = createPatternTest('(?:a*a*)*b', work);
    const spent = measureCpu(() => {
      for (let n = 0; n < 5000; n += 1) explode?.(`${n} ${'a'.repeat(150)}`);
    });
    expect(spent).toBeLessThan(200);
  });

  it('is not tried on texts past the limit', () => {
    expect(createPatternTest('a')?.('b'.repeat(6000))).toBe('tooLong');
  });
});

const atom = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\d',
  '\\w',
  '\\b',
  '^',
  '$',
  '(?=a)',
  '(?!b)',
  '(?<=a.?)',
  '(?<!b|^)',
);
const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{0,}', '*?', '+?');
const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  pattern: fc
    .array(tie('part'), { minLength: 1, maxLength: 3 })
    .chain((parts) => fc.constantFrom(parts.join(''), parts.join('|'))),
  part: fc.oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(atom, quantifier)
      .map(([part, times]) => (/^[\^$]|^\\b|^\(\?/.test(part) ? part : part + times)),
    fc.tuple(tie('pattern'), quantifier).map(([inner, times]) => `(${inner})${times}`),
  ),
}));

describe('our engine', () => {
  it('agrees with the one of JavaScript', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' '), maxLength: 4 }),
        (source, text) => {
          // A group around the whole makes it one that our engine takes.
          const grouped = `(?:${source})(?:){1,2}`;
          expect(compilePattern(grouped, true)).not.toBeNull();
          const expected = new RegExp(grouped, 'u').test(text) ? 'match' : 'noMatch';
          expect(createPatternTest(grouped)?.(text)).toBe(expected);
        },
      ),
      { numRuns: 600 },
    );
  });
});
