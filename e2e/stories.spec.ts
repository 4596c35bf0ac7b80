import { stories } from '../src/demo/stories/stories.js';
import {
  expectAccessible,
  expectAccessibleColours,
  expectAccessibleText,
  expectNoSidewaysScroll,
} from './expectAccessible.js';
import { expect, test } from './fixtures.js';
import { StoryPage } from './pages/StoryPage.js';

test.use({ reducedMotion: 'reduce' });

for (const { id, group, title } of stories) {
  test(`${group}: ${title}`, async ({ page, world, guard }) => {
    guard.allowFailedRequests();
    const story = new StoryPage(page, world);
    await page.emulateMedia({ colorScheme: 'light' });
    await story.open(id);

    await test.step('axe in light and in dark', async () => {
      await expectAccessible(story.stage, 'light');
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessibleColours(story.stage, 'dark');
    });
    await test.step('320 pixels without scrolling sideways', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
    });
    await test.step('Arabic, from the right, as narrow', async () => {
      await story.switchTo('ar');
      await expectNoSidewaysScroll(page);
      await expectAccessibleText(story.stage, 'Arabic');
    });
  });
}

test('The list names every state and leads to each', async ({ page, world }) => {
  await page.goto(`/?stories&world=${world}`);
  const list = page.getByRole('navigation', { name: 'Component states' });
  await expect(list.getByRole('listitem')).toHaveCount(stories.length);
  await expectAccessible(page.locator('body'), 'list');
  await list.getByRole('link', { name: 'The only account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The only account' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Chen & Co workspace' })).toBeChecked();
});

test('A long form leads to its last field, far out of view, and back by the keyboard', async ({
  page,
  world,
}) => {
  const story = new StoryPage(page, world);
  await story.open('variables-long');
  const last = page.getByRole('textbox', { name: 'Ledger of store 120' });
  await last.waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Shift+Tab');
  const before = page.getByRole('textbox', { name: 'Ledger of store 119' });
  await expect(before).toBeFocused();
  await expect(before).toBeInViewport({ ratio: 1 });
});

test('A jump to the end of a long form leaves its button where it is', async ({ page, world }) => {
  const story = new StoryPage(page, world);
  await story.open('variables-long');
  await page.getByRole('textbox', { name: 'Ledger of store 120' }).waitFor();
  const tops = await page.getByRole('button', { name: 'Continue' }).evaluate(async (button) => {
    const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
    const top = (): number => Math.round(button.getBoundingClientRect().top);
    button.scrollIntoView({ block: 'center' });
    const atOnce = top();
    // Fields that come into view are laid out in the frame after the one that shows them.
    for (let frames = 0; frames < 3; frames += 1) await nextFrame();
    return { atOnce, later: top() };
  });
  expect(tops.later).toBe(tops.atOnce);
});

test('The actions at the bottom never cover what the keyboard is at', async ({ page, world }) => {
  const story = new StoryPage(page, world);
  await page.setViewportSize({ width: 320, height: 500 });
  await story.open('variables-kinds');
  const isCovered = (): Promise<boolean> =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      // Behind the last control the focus leaves the page.
      if (at === null || at === document.body || at.closest('footer') !== null) return false;
      const { left, bottom } = at.getBoundingClientRect();
      const front = document.elementFromPoint(left + 1, bottom - 1);
      return front?.closest('footer') !== null;
    });
  await page.getByRole('combobox', { name: 'Code', exact: true }).focus();
  const covered: string[] = [];
  for (let stop = 0; stop < 45; stop += 1) {
    await page.keyboard.press('Tab');
    if (await isCovered()) covered.push(`stop ${stop}`);
  }
  expect(covered).toEqual([]);
});
