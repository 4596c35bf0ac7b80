import type { Locator } from '@playwright/test';
import { expect, test } from '../../fixtures.js';
import { StoryPage } from '../../pages/StoryPage.js';

test.use({ reducedMotion: 'reduce', forcedColors: 'active' });

interface Ink {
  readonly text: string;
  readonly background: string;
  readonly border: string;
  readonly outline: string;
}

/** How an element is drawn, but for what forced colours take away: backgrounds of the page's own. */
function readInk(element: Locator): Promise<Ink> {
  return element.evaluate((node) => {
    const style = getComputedStyle(node);
    const hasBorder = style.borderTopStyle !== 'none' && style.borderTopWidth !== '0px';
    return {
      text: style.color,
      background: style.backgroundColor,
      border: hasBorder ? `${style.borderTopWidth} ${style.borderTopColor}` : 'none',
      outline: style.outlineStyle === 'none' ? 'none' : style.outline,
    };
  });
}

async function expectDifferent(one: Locator, other: Locator): Promise<void> {
  expect(await readInk(one)).not.toEqual(await readInk(other));
}

/** The pixel in the middle of an element, against the one just outside of it. */
async function expectSeen(element: Locator): Promise<void> {
  const { mark, around } = await element.evaluate((node) => {
    const behind = (from: Element | null): string => {
      for (let at = from; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const dot = getComputedStyle(node, '::before');
    const isHollow = dot.borderTopStyle !== 'none' && dot.borderTopWidth !== '0px';
    return { mark: isHollow ? dot.borderTopColor : dot.backgroundColor, around: behind(node) };
  });
  expect(mark).not.toBe(around);
  expect(mark).not.toBe('rgba(0, 0, 0, 0)');
}

test('The chosen row, and the row under the keyboard', async ({ page, world }) => {
  await new StoryPage(page, world).open('chosen');
  const rows = page.locator('[data-onb-part="connection"]');
  const chosen = rows.and(page.locator('[data-state="chosen"]'));
  const other = rows.and(page.locator(':not([data-state])')).first();
  await expectDifferent(chosen, other);
  const { outline } = await readInk(chosen);
  await chosen.getByRole('radio').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(chosen.getByRole('radio')).toBeFocused();
  expect((await readInk(chosen)).outline).not.toBe(outline);
});

test('The current step in the rail', async ({ page, world }) => {
  await new StoryPage(page, world).open('variables-nested');
  const number = (state: string): Locator =>
    page.locator(`[data-onb-part="rail-step"][data-state="${state}"] .onb-rail-number`).first();
  await expectDifferent(number('current'), number('done'));
  await expectDifferent(number('current'), number('upcoming'));
});

test('Primary, plain, quiet and busy buttons', async ({ page, world }) => {
  await new StoryPage(page, `${world}-idle`).open('none-connect');
  const variant = (name: string): Locator => page.locator(`[data-variant="${name}"]`).first();
  await expectDifferent(variant('primary'), variant('plain'));
  await new StoryPage(page, `${world}-review`).open('review');
  const idle = await readInk(page.locator('[data-onb-part="activate"]'));
  await expectDifferent(variant('primary'), variant('quiet'));
  await new StoryPage(page, `${world}-busy`).open('submitting');
  expect(await readInk(page.locator('[data-onb-part="activate"]'))).not.toEqual(idle);
});

test('The focus, on a button and in a field', async ({ page, world }) => {
  await new StoryPage(page, world).open('variables');
  const field = page.getByRole('textbox', { name: 'Warehouse code' });
  const button = page.getByRole('button', { name: 'Continue' });
  for (const control of [field, button]) {
    const rest = await readInk(control);
    await control.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(control).toBeFocused();
    expect((await readInk(control)).outline).not.toBe(rest.outline);
  }
});

for (const id of ['active', 'active-paused', 'active-unhealthy', 'hub-attention']) {
  test(`The dot of a state: ${id}`, async ({ page, world }) => {
    await new StoryPage(page, world).open(id);
    const dots = page.locator('.onb-status');
    await expect(dots.first()).toBeVisible();
    for (const dot of await dots.all()) await expectSeen(dot);
  });
}

test('A switch that is on', async ({ page, world }) => {
  await new StoryPage(page, world).open('variables-kinds');
  const toggle = page.locator('.onb-switch').first();
  const before = await readInk(toggle);
  await toggle.click();
  expect(await readInk(toggle)).not.toEqual(before);
});

test('The option that the keys are at', async ({ page, world }) => {
  await new StoryPage(page, world).open('variables-host');
  await page.locator('input[role="combobox"]').first().press('ArrowDown');
  const active = page.locator('.onb-choice[data-state="active"]');
  const other = page.locator('.onb-choice:not([data-state="active"])').first();
  await expectDifferent(active, other);
});
