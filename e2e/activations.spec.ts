import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';

/** Opens the settings page of an integration that is active for the user. */
async function openActive(
  page: Page,
  world: string,
  user: 'bashir' | 'carla',
  integration: string,
): Promise<void> {
  const query = new URLSearchParams({ world, user, integration });
  await page.goto(`/?${query.toString()}`);
  await expect(page.getByRole('heading', { name: 'Active' })).toBeVisible();
}

/** Goes on with Tab until an element has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const focused = page.locator(':focus');
    const label = (await focused.count()) === 1 ? await focused.getAttribute('aria-label') : null;
    const text = (await focused.count()) === 1 ? await focused.textContent() : null;
    if (label === name || text === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} was not reached with Tab.`);
}

test('ending by keyboard alone: Enter on the way in ends nothing, Escape leads back', async ({
  page,
  world,
  platform,
}) => {
  await openActive(page, world, 'bashir', 'slackAlerts');
  await tabTo(page, 'Turn off Slack alerts');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Turn off Slack alerts?' });
  await expect(dialog.getByRole('button', { name: 'Keep it on' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Turn off Slack alerts' })).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Keep it on' })).toBeFocused();
  const before = platform.data.activations.length;
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Turn off Slack alerts' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Slack alerts was turned off.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Slack alerts is off' })).toBeFocused();
  expect(platform.data.activations).toHaveLength(before - 1);
});

test('the question stays while the answer is on its way, however often Escape is pressed', async ({
  page,
  world,
  guard,
}) => {
  guard.allowFailedRequests();
  await openActive(page, world, 'bashir', 'slackAlerts');
  const open = page.getByRole('button', { name: 'Turn off Slack alerts' });
  await open.click();
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/activations/*', async (route) => {
    await answered;
    await route.fulfill({ status: 500 });
  });
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Turn off Slack alerts' }).click();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  answer();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await open.click();
  await expect(dialog).toBeVisible();
});

test('a dialog that the browser closes by itself is closed here too', async ({ page, world }) => {
  await openActive(page, world, 'bashir', 'slackAlerts');
  const open = page.getByRole('button', { name: 'Turn off Slack alerts' });
  await open.click();
  const dialog = page.getByRole('alertdialog');
  await dialog.evaluate((element: HTMLDialogElement) => element.close());
  await expect(page.locator('dialog')).toHaveCount(0);
  await open.click();
  await expect(dialog).toBeVisible();
});

test('editing by keyboard alone shows the change, then saves it', async ({
  page,
  world,
  platform,
}) => {
  await openActive(page, world, 'carla', 'shopifyOrders');
  await tabTo(page, 'Edit settings of Shopify orders');
  await page.keyboard.press('Enter');
  const field = page.getByLabel('Warehouse code');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('LYS-8');
  await tabTo(page, 'Review changes');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Review changes' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'Your changes' })).toContainText('LYS-8');
  await tabTo(page, 'Save changes');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your changes are saved.')).toBeVisible();
  const saved = platform.data.activations.map(({ dynamicVariables }) => dynamicVariables);
  expect(saved).toContainEqual(expect.objectContaining({ warehouseCode: 'LYS-8' }));
});

test('a double click on "Review changes" shows the changes and saves nothing', async ({
  page,
  world,
  platform,
}) => {
  await page.setViewportSize({ width: 400, height: 500 });
  await openActive(page, world, 'carla', 'shopifyOrders');
  await page.getByRole('button', { name: /^Edit settings/ }).click();
  await page.getByLabel('Warehouse code').fill('LYS-8');
  await page.getByRole('button', { name: 'Review changes' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Review changes' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save changes' })).not.toHaveAttribute(
    'aria-disabled',
  );
  const saved = platform.data.activations.map(({ dynamicVariables }) => dynamicVariables);
  expect(saved).not.toContainEqual(expect.objectContaining({ warehouseCode: 'LYS-8' }));
});

test('leaving the page with unsaved settings asks first', async ({ page, world }) => {
  await openActive(page, world, 'carla', 'shopifyOrders');
  await page.getByRole('button', { name: /^Edit settings/ }).click();
  await page.getByLabel('Warehouse code').fill('LYS-8');
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(page.getByLabel('Warehouse code')).toHaveValue('LYS-8');
});

test('replacing makes the new one, ends the old one, and the page shows one', async ({
  page,
  world,
  platform,
}) => {
  await openActive(page, world, 'bashir', 'slackAlerts');
  const before = platform.data.activations.map(({ id }) => id);
  await page.getByRole('button', { name: /^Replace/ }).click();
  await expect(page.getByRole('heading', { name: /your only Slack account/ })).toBeFocused();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Replace Slack alerts' }).click();
  await expect(page.getByText(/was replaced/)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
  const after = platform.data.activations.map(({ id }) => id);
  expect(after).toHaveLength(before.length);
  expect(after).not.toEqual(before);
});

test('what another tab has changed is seen as soon as this one is looked at', async ({
  page,
  context,
  world,
}) => {
  await openActive(page, world, 'bashir', 'slackAlerts');
  const other = await context.newPage();
  await openActive(other, world, 'bashir', 'slackAlerts');
  await other.getByRole('button', { name: 'Turn off Slack alerts' }).click();
  await other
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Turn off Slack alerts' })
    .click();
  await expect(other.getByText('Slack alerts was turned off.')).toBeVisible();
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('Slack alerts is off')).toBeVisible();
});
