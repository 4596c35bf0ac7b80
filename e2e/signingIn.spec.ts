import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { exampleIds } from '../src/emulator.js';
import { expect, test } from './fixtures.js';

test.beforeEach(async ({ platform, onboarding }) => {
  const { data } = platform;
  data.connections = data.connections.filter(({ id }) => id !== exampleIds.connections.ameliaSlack);
  await onboarding.open({ integration: 'slackAlerts' });
});

function signInButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Sign in to Slack' });
}

/** The window of the provider, once its page asks the user. */
async function openProvider(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await signInButton(page).click();
  const provider = await opening;
  await provider.getByRole('button', { name: 'Allow', exact: true }).waitFor();
  return provider;
}

test('Allowing in the window connects the account, and closes the window', async ({ page }) => {
  const provider = await openProvider(page);
  await expect(page.getByText(/^Sign in to Slack in the window that opened/)).toBeVisible();
  const closing = provider.waitForEvent('close');
  await provider.getByRole('button', { name: 'Allow', exact: true }).click();
  await closing;
  const row = page.getByRole('radio', { name: /^Slack/ });
  await expect(row).toBeChecked();
  await expect(row).toBeFocused();
  await expect(page.getByText(/^Slack .* is connected and selected\.$/)).toBeVisible();
});

test('Denying is told calmly, and the button is back', async ({ page }) => {
  const provider = await openProvider(page);
  await provider.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByText(/^You didn't allow access/)).toBeVisible();
  await expect(signInButton(page)).toBeVisible();
});

test('A window that was closed may be opened again', async ({ page }) => {
  const provider = await openProvider(page);
  await provider.close();
  await expect(page.getByText('Finished?')).toBeVisible();
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open again' }).click();
  const again = await opening;
  await again.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page.getByRole('radio', { name: /^Slack/ })).toBeChecked();
});

test('A window that the browser blocks is said to be, with the way on', async ({ page }) => {
  await page.evaluate(() => {
    window.open = () => null;
  });
  await signInButton(page).click();
  await expect(page.getByText('Your browser blocked the window')).toBeVisible();
  await expect(signInButton(page)).toBeVisible();
});

test.describe('Where no window opens', () => {
  // A world of this name has the host's own callback page.
  test.use({ world: async ({}, use) => use(`story-sign-in-blocked--${randomUUID().slice(0, 8)}`) });

  test('this one leads to the provider and back, to one account', async ({ page, platform }) => {
    await page.evaluate(() => {
      window.open = () => null;
    });
    await signInButton(page).click();
    await page.getByRole('link', { name: 'Use this window' }).click();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    const row = page.getByRole('radio', { name: /^Slack/ });
    await expect(row).toBeChecked();
    await page.reload();
    await expect(row).toBeChecked();
    const made = platform.requests.filter(({ operation }) => operation === 'CreateConnection');
    expect(made).toHaveLength(1);
  });
});
