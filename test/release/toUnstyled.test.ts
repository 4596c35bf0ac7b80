import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toUnstyled } from './toUnstyled.js';

const folder = 'src/styles/';
const files = readdirSync(folder).filter((name) => name.endsWith('.css'));
const css = files
  .map((name) => readFileSync(`${folder}${name}`, 'utf8').replaceAll(/@import .*/g, ''))
  .join('\n');
const unstyled = toUnstyled(css);

it('the unstyled stylesheet has no colour, edge, font or movement', () => {
  const names = [...unstyled.matchAll(/[{;]([a-z-]+):([^;}]*)/g)];
  expect(names.length).toBeGreaterThan(300);
  const looks = names.filter(
    ([, name = '', value = '']) =>
      /color|^background|border|outline|shadow|font|letter|animation|transition/.test(name) ||
      /--onb-color|light-dark|#[0-9a-f]{3}/.test(value),
  );
  expect(looks.map(([text]) => text)).toEqual(['{background:Canvas', '{outline:none']);
  expect(unstyled).not.toContain('all:revert');
});

it('keeps what hides, masks, and makes room', () => {
  expect(unstyled).toContain('.onb-visually-hidden{clip-path:inset(50%)');
  expect(unstyled).toContain('-webkit-text-security:disc');
  expect(unstyled).toContain('opacity:0');
  expect(unstyled).toContain('@container onb (width>=30em)');
  expect(unstyled).toContain('min-block-size:44px');
});
