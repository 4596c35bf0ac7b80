import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { themeVariables } from '../../src/styles/themeVariables.js';

const page = readFileSync('docs/design.md', 'utf8');
const styles = readFileSync('src/styles/base.css', 'utf8');

it('docs/design.md tells the value of every custom property as the stylesheet has it', () => {
  const told = [...page.matchAll(/^\| `(--onb-[\w-]+)` +\| `([^`]+)` +\|/gm)].map(
    ([, name = '', value = '']) => [name, value],
  );
  const declared = themeVariables.map((name) => {
    const [, value = 'not declared'] = new RegExp(`\\n  ${name}: ([^;]+);`).exec(styles) ?? [];
    return [name, value];
  });
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(declared));
});

it('docs/theming.md names every custom property', () => {
  const theming = readFileSync('docs/theming.md', 'utf8');
  expect(themeVariables.filter((name) => !theming.includes(`\`${name}\``))).toEqual([]);
});
