import { setFlagsFromString } from 'node:v8';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAllowance, type Allowance } from '../../../src/variables/allowance.js';
import { compilePattern } from '../../../src/variables/pattern/compilePattern.js';

const ENDLESS = createAllowance(Infinity);

function test(pattern: string, text: string): boolean | null | undefined {
  return compilePattern(pattern)?.test(text, ENDLESS);
}

interface CountedAllowance extends Allowance {
  readonly spent: () => number;
}

function createCountedAllowance(): CountedAllowance {
  let steps = 0;
  return {
    spent: () => steps,
    spend(taken) {
      steps += taken;
      return true;
    },
  };
}

function countSteps(pattern: string, text: string): number {
  const allowance = createCountedAllowance();
  compilePattern(pattern)?.test(text, allowance);
  return allowance.spent();
}

/** Each takes a backtracking engine years, or squares of the length. */
const EXPLODING: readonly (readonly [pattern: string, text: (length: number) => string])[] = [
  ['^(a+)+$', (length) => `${'a'.repeat(length)}!`],
  ['^(a|a)*$', (length) => `${'a'.repeat(length)}!`],
  ['^(a|aa)+$', (length) => `${'a'.repeat(length)}!`],
  ['^(?:a|a|a|a)*$', (length) => `${'a'.repeat(length)}\n`],
  ['^([a-z0-9]+_?)+$', (length) => `${'a'.repeat(length)}!`],
  ['(x+x+)+y', (length) => 'x'.repeat(length)],
  ['a*a*a*a*a*b', (length) => 'a'.repeat(length)],
  ['^(?=(a+)+$)', (length) => `${'a'.repeat(length)}!`],
  ['(?<=(a+)+)b', (length) => 'a'.repeat(length)],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', (length) => 'a'.repeat(length)],
  ['(.*a){20}$', (length) => `${'a'.repeat(length)}b`],
  ['[a-z]{1,4000}!', (length) => 'a'.repeat(length)],
  ['(?:[a-z]{1,4000}b?)+!', (length) => 'a'.repeat(length)],
  ['((((((((((a+)+)+)+)+)+)+)+)+)+)+$', (length) => `${'a'.repeat(length)}!`],
];

describe('a pattern', () => {
  it.each(EXPLODING)('%s takes twice the steps for twice the text, no more', (pattern, toText) => {
    expect(test(pattern, toText(500))).toBe(false);
    const steps = countSteps(pattern, toText(500));
    expect(countSteps(pattern, toText(1000))).toBeLessThanOrEqual(2.1 * steps);
    expect(steps).toBeLessThan(500 * 200);
  });

  it('costs the same whether or not it was tested before', () => {
    const steps = countSteps('^[k-m]+(?:-[k-m]+)*$', 'k-l-m');
    expect(countSteps('^[k-m]+(?:-[k-m]+)*$', 'k-l-m')).toBe(steps);
  });

  it('is not decided once the allowance is used up', () => {
    const allowance = createAllowance(100);
    expect(compilePattern('^a+$')?.test('a'.repeat(1000), allowance)).toBeNull();
    expect(compilePattern('^a+$')?.test('a', allowance)).toBeNull();
  });

  it.each([
    '(a)\\1',
    '(?<x>a)\\k<x>',
    `${'('.repeat(300)}a${')'.repeat(300)}`,
    '(?:(?:ab){99}){99}',
  ])('is not decided where it cannot be followed in linear time: %s', (pattern) => {
    expect(compilePattern(pattern)?.isLinear).toBe(false);
    expect(test(pattern, 'aa')).toBeNull();
  });

  it.each([
    '(',
    ')',
    '*',
    'a**',
    'a{2,1}',
    '[b-a]',
    '\\',
    '(?<a',
    '(?x)',
    '^*',
    '[a',
    '\\b+',
    '{1}',
  ])('is refused where it is no regular expression: %s', (pattern) => {
    expect(() => new RegExp(pattern)).toThrow(SyntaxError);
    expect(compilePattern(pattern)).toBeNull();
  });

  it('counts characters as the u flag does', () => {
    expect(test('^.$', '😀')).toBe(true);
    expect(test('^(.|..)(?=$)$', '😀')).toBe(true);
    expect(test('^\\p{Letter}+(x|y)?$', 'ébcy')).toBe(true);
    expect(test('^[^\\P{Lu}]$', 'É')).toBe(true);
  });

  it('looks around in texts of any length', () => {
    const bucket = '^(?!.*--)(?!-)[a-z0-9-]{3,63}(?<!-)$';
    expect(test(bucket, 'a-bucket-of-22-letters')).toBe(true);
    expect(test(bucket, 'a-bucket-of-23-letters-')).toBe(false);
    expect(test(bucket, 'a--bucket')).toBe(false);
    expect(test('(?<=\\$ ?)\\d+$', 'it costs no more than $ 15')).toBe(true);
    expect(test('(?<=\\$ ?)\\d+$', 'it costs no more than 15 $')).toBe(false);
  });

  it('counts long rows of a character', () => {
    for (const [length, expected] of [
      [0, false],
      [1, true],
      [9000, true],
      [9001, false],
    ] as const) {
      expect(test('^.{1,9000}$', 'x'.repeat(length))).toBe(expected);
      expect(test('^(?:[^a].{0,8999})$', 'x'.repeat(length))).toBe(expected);
    }
    expect(test('^a?.{100,}$', 'a'.repeat(100))).toBe(true);
    expect(test('^a?.{100,}$', 'a'.repeat(99))).toBe(false);
    expect(test('(?:a{40,50}b?)+$', `${'a'.repeat(51)}${'a'.repeat(41)}`)).toBe(true);
    expect(test('^(?:a{40,50}b)+$', `${'a'.repeat(51)}b`)).toBe(false);
  });
});

/** Each beside texts that tell one reading from the other. */
const NATIVE: readonly (readonly [pattern: string, ...texts: string[]])[] = [
  ['^[\\w-.]+$', 'a-b.c', 'a b'],
  ['^\\_(a|b)+$', '_ab', '\\_a'],
  ['^\\-\\ \\"$', '- "'],
  ['^a{,5}$', 'a', 'a{,5}'],
  ['^{}]$', '{}]'],
  ['^x{1$', 'x{1'],
  ['^\\07\\8\\101$', '\u00078A', '78A'],
  ['^[\\101-\\u{43}]', 'A', 'B', 'u', '{'],
  ['^\\cJ\\c!$', '\n\\c!', '\nc!'],
  ['^[\\c_\\c!]$', '\u001f', 'c', '\\', '!'],
  ['^[\\b]\\B', '\b', 'b', '\ba'],
  ['^(?=a)*b$', 'b', 'a'],
  ['^\\k<a>$', 'k<a>'],
  ['^\\x4\\u00$', 'x4u00'],
  ['^\\x41\\u0042\\cj$', 'AB\n'],
  ['^\\u{1F600}\\ud83d\\ude00$', '😀😀', '😀'],
  ['^[😀-😂]$', '😁', '😃', '\ud83d'],
  ['^.$', '\ud83d', '\n', '\u2028', '\r', '\u0085'],
  ['\\ud83d', '😀', '\ud83d'],
  ['^\\s+$', ' \t\n\v\f\r\u00a0\ufeff\u2003\u2028\u1680', '\u200b', '\u180e', '\u0085'],
  ['^[^]$', '\n'],
  ['[]', '', 'a'],
  ['^[^\\s\\S]$', 'a', '\n'],
  ['^[\\W\\d]+$', '1-é', 'a'],
  ['^[^\\W\\d]+$', 'ab_', 'a1'],
  ['^[a-]$', '-', 'a', 'b'],
  ['^[\\]\\\\^]$', ']', '\\', '^', 'a'],
  ['^(?<year>\\d{4})-(?<month>\\d\\d)$', '2026-11', '2026-1'],
  ['\\bfoo\\b', 'a foo!', 'afoo'],
  ['\\Bo\\B', 'foot', 'o'],
  ['', '', 'a'],
  ['^(a|)*$', 'aa', 'b'],
  ['^(?:^a|b$)+$', 'ab', 'ba', 'aab'],
  ['^(?=.*\\d)(?=.*[a-z])(?!.*\\s).{8,}$', 'abcdefg1', 'abcdefgh', 'abcd efg1'],
  ['(?<!a(?=b))b', 'ab', 'cb', 'b'],
  ['(?=(?<=a)b)b$', 'ab', 'b'],
  ['(?:a?){3}b', 'aab', 'b'],
  ['^(?:a{0}b{0,0})$', '', 'a'],
  ['^\\/api\\/v\\d+\\/$', '/api/v1/', '/api/v/'],
  ['^\\p{Lu}\\P{Lu}\\p{Script=Greek}$', 'Abπ', 'abπ', 'Abc'],
];

function toNative(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/**
 * V8 compiles an expression that is used again, and then answers otherwise: to `((?=a)a)+?\p{L}{2}` the
 * text `aba` fits the first time alone. What it interprets without optimizing is right.
 */
describe('the engine', () => {
  beforeAll(() => setFlagsFromString('--no-regexp-optimization'));
  afterAll(() => setFlagsFromString('--regexp-optimization'));

  it.each(NATIVE)('reads %s as JavaScript does', (pattern, ...texts) => {
    for (const text of texts) {
      expect([text, test(pattern, text)]).toEqual([text, toNative(pattern).test(text)]);
    }
  });

  it('agrees with JavaScript about patterns of every kind', () => {
    // Astral characters are left out: V8 also looks for empty matches between their two units.
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', 'é'), maxLength: 5 });
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 6 }), (source, texts) => {
        const native = new RegExp(source, 'u');
        for (const each of texts)
          expect([each, test(source, each)]).toEqual([each, native.test(each)]);
      }),
      { numRuns: 1500, examples: [['((?=a)a)+?\\p{L}{2}', ['aba', 'aba', 'aba']]] },
    );
  });

  it('agrees with JavaScript about what is a pattern', () => {
    const token = fc.constantFrom(
      ...'a1-^$\\.*+?()[]{}|,',
      ...[
        '(?:',
        '(?=',
        '(?<=',
        '(?<n>',
        '\\k<n>',
        '\\u',
        '\\x',
        '\\c',
        '\\p{L}',
        '\\b',
        '<',
        '=',
        '!',
      ],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 6 }), fc.string({ maxLength: 3 }), (parts, text) => {
        const source = parts.join('');
        const ours = compilePattern(source);
        const native = isPattern(source) ? toNative(source) : null;
        // A name that is used twice is an error in older engines alone.
        if (source.split('(?<n>').length > 2) return;
        expect(ours === null).toBe(native === null);
        const found = ours?.test(text, ENDLESS) ?? null;
        if (found !== null) expect(found).toBe(native?.test(text));
      }),
      { numRuns: 3000 },
    );
  });
});

function isPattern(source: string): boolean {
  try {
    toNative(source);
    return true;
  } catch {
    return false;
  }
}

const atom = fc.constantFrom(
  ...['a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\S', '[\\D]', '\\p{L}', '\\u{1f600}'],
  ...['\\b', '\\B', '^', '$', '(?=a)', '(?!b)', '(?<=a.?)', '(?<!b|^)', '(?=a*(?<=b)c)'],
);
const quantifier = fc.constantFrom(
  '',
  '',
  '*',
  '+',
  '?',
  '{2}',
  '{1,3}',
  '{0,}',
  '{0}',
  '*?',
  '+?',
);
const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  pattern: fc
    .array(tie('part'), { minLength: 1, maxLength: 3 })
    .chain((parts) => fc.constantFrom(parts.join(''), parts.join('|'))),
  part: fc.oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(atom, quantifier)
      .map(([part, times]) => (/^[\^$]|^\\b|^\\B|^\(\?/.test(part) ? part : part + times)),
    fc.tuple(tie('pattern'), quantifier).map(([inner, times]) => `(${inner})${times}`),
    fc
      .tuple(fc.constantFrom('(?=', '(?!', '(?<=', '(?<!'), tie('pattern'))
      .map(([opening, inner]) => `${opening}${inner})`),
  ),
}));
