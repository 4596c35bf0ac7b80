import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { readOwnStyles } from './host-pages/readOwnStyles.js';

const styles = readOwnStyles();

interface Place {
  /** Of the page, before our stylesheet. */
  readonly css?: string;
  readonly around?: string;
  readonly root?: string;
}

async function open(page: Page, { css = '', around = '', root = '' }: Place): Promise<void> {
  await page.setContent(`
    <style>${css}</style><style>${styles}</style>
    <div style="${around}"><div class="onb-root" data-theme="light" style="${root}">
      <button class="onb-button" data-variant="primary">Continue</button>
      <input class="onb-input" value="text">
      <div class="onb-errors">Errors</div>
    </div></div>
  `);
}

const green = 'rgb(0, 90, 40)';
const custom = `--onb-color-accent: ${green}; --onb-radius: 3px; --onb-color-danger: rgb(200, 0, 0)`;

for (const [where, place] of [
  ['the page, as README shows', { css: `:root { ${custom} }` }],
  ['an element around the widget', { around: custom }],
  ['the root of the widget', { root: custom }],
] as const) {
  test(`Custom properties count on ${where}, with what is derived from them`, async ({ page }) => {
    await open(page, place);
    const button = page.getByRole('button');
    await expect(button).toHaveCSS('background-color', green);
    await expect(button).toHaveCSS('border-radius', '3px');
    await expect(page.getByText('Errors')).toHaveCSS(
      'background-color',
      'color(srgb 0.784314 0 0 / 0.08)',
    );
    await page.getByRole('textbox').focus();
    await expect(page.getByRole('textbox')).toHaveCSS('outline-color', green);
  });
}

test('Custom properties nearest to the widget win, and the default where there are none', async ({
  page,
}) => {
  await open(page, { css: ':root { --onb-color-accent: red }', around: custom });
  await expect(page.getByRole('button')).toHaveCSS('background-color', green);
  await open(page, {});
  await expect(page.getByRole('button')).toHaveCSS('background-color', 'rgb(45, 79, 208)');
});

for (const path of ['README.md', 'docs/quick-start.md']) {
  test(`The stylesheet in ${path} changes the accent`, async ({ page }) => {
    const [, css = ''] = /```css\n([^]*?)```/.exec(readFileSync(path, 'utf8')) ?? [];
    await open(page, { css });
    await expect(page.getByRole('button')).toHaveCSS('background-color', 'rgb(0, 170, 102)');
  });
}
