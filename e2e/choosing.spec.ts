import type { Locator, Page } from '@playwright/test';
import { exampleIds, largeData } from '../src/emulator.js';
import { expectAccessible } from './expectAccessible.js';
import { expect, test } from './fixtures.js';
import { StoryPage } from './pages/StoryPage.js';

const widget = (page: Page): Locator => page.locator('[data-onb-part="root"]');
const step = (page: Page): Locator => page.locator('[data-onb-part="step"]');

test.describe('the keyboard alone', () => {
  test('goes from the filter to a row, and with Enter to the next step', async ({
    page,
    platform,
    onboarding,
  }) => {
    platform.data.connections = largeData({ connections: 400 }).connections;
    await onboarding.open();
    const rows = page.getByRole('radio');
    await expect(rows).toHaveCount(20);
    await rows.first().focus();
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox', { name: 'Search accounts' });
    await expect(field).toBeFocused();
    await page.keyboard.type('graz coffee branch 4');
    await expect(rows).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(rows).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(onboarding.heading('Choose your NetSuite account')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(1)).toBeChecked();
    await page.keyboard.press('ArrowUp');
    await expect(rows.first()).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(onboarding.heading('Settings for Shopify orders')).toBeFocused();
  });

  test('answers the question about an account that does not work', async ({ page, world }) => {
    const story = new StoryPage(page, world);
    await story.open('unhealthy-chosen');
    await page.getByRole('radio', { checked: true }).focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', {
      name: "This account can't sign in. Use it anyway?",
    });
    await expect(question).toBeFocused();
    await expectAccessible(story.stage, 'question');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('radio', { checked: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Sign in again' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Use it anyway' })).toBeFocused();
    await page.keyboard.press('Enter');
    const next = page.getByRole('heading', { name: 'Using your only NetSuite account' });
    await expect(next).toBeFocused();
  });

  test('starts and stops waiting for a new account', async ({ page, world }) => {
    await new StoryPage(page, world).open('connecting');
    await page.getByRole('button', { name: 'Stop waiting' }).press('Enter');
    await expect(page.getByText('Finish in the window that opened')).toBeHidden();
    const again = page.getByRole('button', { name: 'Connect another account' });
    await again.press('Enter');
    await expect(again).toBeHidden();
    await expect(page.getByRole('button', { name: 'Waiting for your account…' })).toBeFocused();
  });

  test('loads more without losing its place', async ({ page, platform, onboarding }) => {
    platform.data.connections = largeData({ connections: 30 }).connections;
    await onboarding.open();
    await page.getByRole('button', { name: 'Show more accounts' }).press('Enter');
    await expect(page.getByRole('radio')).toHaveCount(32);
    await expect(page.getByRole('button', { name: 'Show more accounts' })).toHaveCount(0);
    await expect(page.getByRole('radio').nth(20)).toBeFocused();
  });
});

test('a slash belongs to the page while the focus is elsewhere', async ({
  page,
  platform,
  onboarding,
}) => {
  platform.data.connections = largeData({ connections: 30 }).connections;
  await onboarding.open();
  await expect(page.getByRole('radio')).toHaveCount(20);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search accounts' })).not.toBeFocused();
});

test('ten thousand accounts: few rows, every account within reach', async ({
  page,
  platform,
  onboarding,
}) => {
  platform.data.connections = largeData({ connections: 10_000 }).connections;
  await onboarding.open();
  await expect(page.getByText('20 of 10,002 accounts')).toBeVisible();
  await page.getByRole('searchbox').fill('bakery branch 139');
  // A hundred pages of the platform stand before it: on a busy machine they take their time.
  await expect(page.getByRole('radio', { name: 'Aarhus Bakery – branch 139' })).toBeVisible({
    timeout: 45_000,
  });
  expect(await page.getByRole('radio').count()).toBeLessThan(300);
});

/** What a screen reader is told in each state, from the browser's own accessibility tree. */
const told: readonly (readonly [string, string])[] = [
  [
    'several',
    `
    - heading "Choose your Shopify account" [level=3]
    - paragraph: Shopify orders uses this account to work with Shopify.
    - group "Choose your Shopify account":
      - radio "Chen & Co – UK store"
      - radio "Chen & Co – EU store"
    - button "Continue"
    `,
  ],
  [
    'prefilled',
    `
    - heading "Using your only Slack account" [level=3]
    - group "Using your only Slack account":
      - radio "Chen & Co workspace" [checked]
    - button "Change Slack"
    - button "Continue"
    `,
  ],
  [
    'unhealthy-chosen',
    `
    - group "Choose your Shopify account":
      - radio "Papeterie Moreau – Paris"
      - radio "Papeterie Moreau – Lyon" [checked]
      - radio "Papeterie Moreau – wholesale"
    - alert:
      - paragraph: Shopify orders can't work with Papeterie Moreau – Lyon until you reconnect it.
    - button "Continue"
    `,
  ],
  [
    'unhealthy-asked',
    `
    - alertdialog "This account can't sign in. Use it anyway?":
      - paragraph: This account can't sign in. Use it anyway?
      - paragraph: /until you reconnect it/
      - button "Reconnect Papeterie Moreau – Lyon"
      - button "Choose another account"
      - button "Use it anyway"
    - button "Connect another account"
    - button "Continue"
    `,
  ],
  [
    'unhealthy-review',
    `
    - heading "Review and turn on" [level=3]
    - term: Slack
    - definition:
      - text: Papeterie Moreau workspace slack.com Can't sign in
      - group: Details Papeterie Moreau workspace
      - button "Change Slack"
    - definition:
      - paragraph: /can't work with Papeterie Moreau workspace/
      - button "Reconnect Papeterie Moreau workspace"
    `,
  ],
  [
    'gone',
    `
    - alert:
      - paragraph: This account is no longer available
      - paragraph: /Chen & Co – old workspace was removed, or you no longer have access to it/
    - group "Choose your Slack account":
      - radio "Chen & Co workspace"
    - button "Continue"
    `,
  ],
  [
    'managed',
    `
    - group "Choose your ShipBob account"
    - paragraph: "Loqate: provided for you, nothing to choose."
    - button "Continue"
    `,
  ],
  [
    'none-connect',
    `
    - heading "Connect your Slack account" [level=3]
    - paragraph: Slack alerts needs it. Your progress is saved.
    - button "Connect Slack"
    - button "Check again"
    `,
  ],
  [
    'connecting',
    `
    - button "Waiting for your account…" [disabled]
    - status: Waiting for your account…
    - paragraph: /Finish in the window that opened/
    - button "Check again"
    - button "Stop waiting"
    - button "Continue"
    `,
  ],
  [
    'connecting-failed',
    `
    - button "Connect another account"
    - status
    - alert:
      - paragraph: /couldn't connect the account/
    - button "Continue"
    `,
  ],
  [
    'many',
    `
    - text: Search accounts
    - searchbox "Search accounts"
    - status: 20 of 402 accounts
    - group "Choose your Shopify account":
      - radio "Chen & Co – UK store"
    - button "Show more accounts"
    - button "Continue"
    `,
  ],
  [
    'many-no-match',
    `
    - searchbox "Search accounts": zanzibar
    - status: No account matches “zanzibar”.
    - button "Clear search"
    `,
  ],
  [
    'many-failed',
    `
    - alert: /couldn't load more accounts/
    - button "Try again"
    - button "Continue"
    `,
  ],
];

for (const [story, tree] of told) {
  test(`a screen reader is told: ${story}`, async ({ page, world, guard }) => {
    guard.allowFailedRequests();
    await new StoryPage(page, world).open(story);
    await expect(step(page)).toMatchAriaSnapshot(tree);
  });
}

test('a row is described by its address, and by nothing where all is well', async ({
  page,
  onboarding,
}) => {
  await onboarding.open();
  const row = page.getByRole('radio', { name: 'Chen & Co – UK store' });
  await expect(row).toHaveAccessibleDescription('chen-and-co-uk.myshopify.com');
});

test('an account that was taken away meanwhile leads back, and the rest is kept', async ({
  page,
  platform,
  onboarding,
  guard,
}) => {
  guard.allowFailedRequests();
  await onboarding.openReview();
  const { data } = platform;
  const { ameliaSlack } = exampleIds.connections;
  const slack = data.connections.find(({ id }) => id === ameliaSlack);
  data.connections = data.connections.filter(({ id }) => id !== ameliaSlack);
  if (slack) data.connections.push({ ...slack, id: '01JEXAMP1E000000CNN7000001', name: 'Other' });
  await onboarding.activate();
  await expect(onboarding.heading('Choose your Slack account')).toBeFocused();
  await expect(onboarding.alert).toContainText('Chen & Co workspace was removed');
  await expectAccessible(widget(page), 'gone');
  await onboarding.choose('Other');
  await onboarding.activate();
  await expect(onboarding.heading('Slack alerts is on')).toBeVisible();
});
