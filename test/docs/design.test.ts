import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readOwnStyles } from '../../e2e/host-pages/readOwnStyles.js';
import { themeVariables } from '../../src/styles/themeVariables.js';

const page = readFileSync('docs/design.md', 'utf8');
const styles = readOwnStyles();

/** Within the stylesheet, `--onb-color-text` is read as `--onb-_text`. */
function toPublic(value: string): string {
  return value.replaceAll(/--onb-_([\w-]+)/g, (inner, rest: string) => {
    const names = [`--onb-color-${rest}`, `--onb-${rest}`];
    return themeVariables.find((name) => names.includes(name)) ?? inner;
  });
}

it('docs/design.md tells the value of every custom property as the stylesheet has it', () => {
  const told = [...page.matchAll(/^\| `(--onb-[\w-]+)` +\| `([^`]+)` +\|/gm)].map(
    ([, name = '', value = '']) => [name, value],
  );
  const read = themeVariables.map((name) => {
    const use = new RegExp(`: var\\(\\s*${name},\\s*([^;]+?)\\s*\\);`);
    return [name, toPublic(use.exec(styles)?.[1] ?? 'not read')];
  });
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(read));
});

it('docs/theming.md names every custom property', () => {
  const theming = readFileSync('docs/theming.md', 'utf8');
  expect(themeVariables.filter((name) => !theming.includes(`\`${name}\``))).toEqual([]);
});
