import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { USER_HEADER } from '../src/demo/controlsState.js';
import { exampleIds } from '../src/emulator.js';
import { expectAccessible } from './expectAccessible.js';
import { expect, test } from './fixtures.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

/** What a page without a bundler holds: one script, one element, and loud rules of its own. */
const html = `<!doctype html>
<html lang="en"><head><title>Settings</title>
<link rel="stylesheet" href="/loud.css"><script type="module" src="/element.js"></script></head>
<body><main></main></body></html>`;

const loudRules = `
* { all: revert; margin: 7px; }
button, input, label, dialog { background: rgb(255, 0, 0) !important; font-size: 40px !important; }
.brand { --onb-color-accent: rgb(0, 90, 40); }
.brand::part(continue) { letter-spacing: 3px; }
`;

test.beforeAll(() => {
  if (!existsSync('dist/element.js')) {
    throw new Error('dist/element.js is missing. Build it: npm run build:library');
  }
});

test.beforeEach(async ({ page }) => {
  await page.setExtraHTTPHeaders({ [USER_HEADER]: 'amelia' });
  await page.route('**/element-page', (route) =>
    route.fulfill({
      body: html,
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': policy },
    }),
  );
  await page.route('**/loud.css', (route) =>
    route.fulfill({ body: loudRules, contentType: 'text/css' }),
  );
  await page.route('**/element.js', (route) => route.fulfill({ path: 'dist/element.js' }));
  await page.goto('/element-page');
});

async function mount(
  page: Page,
  name: string,
  attributes: Readonly<Record<string, string>>,
): Promise<void> {
  await page.evaluate(
    ([tag, given]) => {
      const element = document.createElement(tag);
      element.className = 'brand';
      for (const [attribute, value] of Object.entries(given)) {
        element.setAttribute(attribute, value);
      }
      document.querySelector('main')?.append(element);
    },
    [name, attributes] as const,
  );
}

test('A page without React turns an integration on, and hears of it', async ({ page, world }) => {
  const activated = page.evaluate(
    () =>
      new Promise((heard) => {
        document.addEventListener('onboarding-activated', (event) =>
          heard(event instanceof CustomEvent && JSON.stringify(event.detail)),
        );
      }),
  );
  await mount(page, 'versori-onboarding', {
    'base-url': `/demo-api/worlds/${world}/onboarding`,
    'environment-id': exampleIds.environments.slackAlerts,
  });
  const next = page.getByRole('button', { name: 'Continue' });
  await expect(next).toBeVisible();
  await expectAccessible(page.locator('versori-onboarding'), 'the element');

  const styles = await next.evaluate((button) => {
    const { backgroundColor, fontSize, letterSpacing } = getComputedStyle(button);
    return { backgroundColor, fontSize, letterSpacing };
  });
  expect(styles).toEqual({
    backgroundColor: 'rgb(0, 90, 40)',
    fontSize: '16px',
    letterSpacing: '3px',
  });

  await next.click();
  await page.getByRole('button', { name: 'Turn on Slack alerts' }).click();
  await expect(page.getByRole('heading', { name: 'Slack alerts is on' })).toBeVisible();
  expect(await activated).toContain(exampleIds.environments.slackAlerts);
});

test('Properties win over what was set before the script had loaded', async ({ page, world }) => {
  await page.evaluate((baseUrl) => {
    const element = document.createElement('versori-integration-hub');
    element.baseUrl = baseUrl;
    element.messages = { 'hub.heading': 'Our systems' };
    element.theme = 'dark';
    document.querySelector('main')?.append(element);
  }, `/demo-api/worlds/${world}/onboarding`);
  const root = page.locator('versori-integration-hub [data-onb-part="root"]');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root.getByRole('heading', { name: 'Our systems' })).toBeVisible();
});

test('A dialog gives the focus back to what opened it', async ({ page, world }) => {
  await page.setExtraHTTPHeaders({ [USER_HEADER]: 'bashir' });
  await mount(page, 'versori-onboarding', {
    'base-url': `/demo-api/worlds/${world}/onboarding`,
    'environment-id': exampleIds.environments.slackAlerts,
  });
  const turnOff = page.getByRole('button', { name: 'Turn off Slack alerts' });
  await turnOff.click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(turnOff).toBeFocused();
});

test('In a dark page that does not say so, it is dark', async ({ page, world }) => {
  await page.evaluate(() => {
    document.body.style.background = 'rgb(11, 16, 32)';
    document.body.style.color = 'white';
  });
  await mount(page, 'versori-integration-hub', {
    'base-url': `/demo-api/worlds/${world}/onboarding`,
  });
  const root = page.locator('versori-integration-hub [data-onb-part="root"]');
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await expect(root.getByText('Slack alerts').first()).toBeVisible();
  await expectAccessible(page.locator('versori-integration-hub'), 'dark page');
});

for (const [missing, given] of [
  ['base-url', { 'environment-id': 'x' }],
  ['environment-id', { 'base-url': '/x' }],
] as const) {
  test(`An element without ${missing} says so to its developer`, async ({ page, guard }) => {
    const said = page.waitForEvent('console', (message) => message.type() === 'error');
    await mount(page, 'versori-onboarding', given);
    expect((await said).text()).toContain(`<versori-onboarding> has no ${missing}`);
    expect(await guard.takeComplaints()).toHaveLength(1);
  });
}
