import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = readFileSync('docs/accessibility.md', 'utf8').match(/^\| \d+\.\d+\.\d+ .*$/gm) ?? [];

/** The file that a row names, and the test's name where it quotes one. */
function readEvidence(row: string): readonly (readonly [path: string, title: string])[] {
  return [...row.matchAll(/`([\w/.-]+\.(?:ts|tsx))`(?: \("([^"]+)"\))?/g)].map(
    ([, path = '', title = '']) => [path, title],
  );
}

it('docs/accessibility.md has a row for each of the 55 criteria of WCAG 2.2 A and AA', () => {
  const criteria = rows.map((row) => row.split(' ')[1]);
  expect(new Set(criteria).size).toBe(55);
  expect(criteria).toHaveLength(55);
});

it('each row names a test, or says whose duty it is, or that it is looked at by eye', () => {
  const answers = /does not apply|host's duty|by eye/;
  expect(rows.filter((row) => readEvidence(row).length === 0 && !answers.test(row))).toEqual([]);
});

it('each file that a row names exists, with the test that it quotes', () => {
  const missing = rows.flatMap(readEvidence).filter(([path, title]) => {
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
  });
  expect(missing).toEqual([]);
});
