import { expect, test } from './fixtures.js';
import { StoryPage } from './pages/StoryPage.js';

test('the cards by keyboard: opened in place, and back to the same card', async ({
  page,
  world,
}) => {
  const story = new StoryPage(page, world);
  await story.open('hub');
  const card = story.stage.getByRole('button', { name: 'Slack alerts' });
  await card.focus();
  await page.keyboard.press('Enter');
  await expect(story.stage.getByRole('article', { name: 'Slack alerts' })).toBeVisible();
  const back = story.stage.getByRole('button', { name: 'All integrations' });
  await expect(back).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toBeFocused();
});

test('in a dialog: the focus stays inside, Escape closes it and gives the focus back', async ({
  page,
  world,
}) => {
  const story = new StoryPage(page, world);
  await story.open('hub-dialog');
  const dialog = story.stage.getByRole('dialog', { name: 'Slack alerts' });
  await expect(dialog.getByRole('heading', { name: 'Slack alerts' }).first()).toBeFocused();
  await expect(dialog.getByRole('article')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a dialog in the dialog closes by itself alone', async ({ page, world }) => {
  const story = new StoryPage(page, world);
  await story.open('hub-dialog');
  const outer = story.stage.getByRole('dialog', { name: 'Slack alerts' });
  await outer.getByRole('button', { name: 'Turn off Slack alerts' }).click();
  const inner = story.stage.getByRole('alertdialog', { name: 'Turn off Slack alerts?' });
  await expect(inner.getByRole('button', { name: 'Keep it on' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inner).toBeHidden();
  await expect(outer).toBeVisible();
  await expect(outer.getByRole('button', { name: 'Turn off Slack alerts' })).toBeFocused();
});

test('the cards come without moving anything below them', async ({ page, world }) => {
  const story = new StoryPage(page, world);
  await story.open('hub-loading');
  const outline = await story.stage.locator('.onb-hub-card').first().boundingBox();
  await story.open('hub');
  const card = await story.stage.locator('.onb-hub-card').first().boundingBox();
  expect(outline).not.toBeNull();
  expect(Math.abs((card?.height ?? 0) - (outline?.height ?? 0))).toBeLessThan(2);
  expect(Math.abs((card?.y ?? 0) - (outline?.y ?? 0))).toBeLessThan(2);
});
