import { chromium } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumArguments, findChromium } from '../../e2e/chromium.js';
import { createEmulator, type Emulator, exampleData, exampleIds } from '../../src/emulator.js';
import { basePath as platformPath } from '../../src/emulator/routing.js';
import { createServer } from '../../src/emulator/serve.js';
import { exampleIntegrations, hostOrigin } from '../support/host.js';
import { listen, type MountedHandler } from './adapters.js';
import { type NextApp, startNextApp } from './nextApp.js';
import { endedTwice, refusals, type Send, sendWhatIsRefused, useWholeHandler } from './requests.js';

/** Building takes seconds; on a machine that does much else, or has to install a browser, minutes. */
const buildTimeout = 300_000;

let emulator: Emulator;
let app: NextApp;
const mounted: MountedHandler[] = [];

beforeAll(async () => {
  const platform = await listen(createServer({ fetch: (request) => emulator.fetch(request) }));
  mounted.push(platform);
  app = await startNextApp({
    PUBLIC_ORIGIN: hostOrigin,
    PLATFORM_URL: `${platform.origin}${platformPath}`,
    ORG_ID: exampleIds.organisation,
    VERSORI_API_KEY: exampleIds.apiKey,
    INTEGRATIONS: JSON.stringify(exampleIntegrations),
    ENVIRONMENT_ID: exampleIds.environments.slackAlerts,
  });
  mounted.push(app);
}, buildTimeout);

afterAll(async () => {
  await Promise.all(mounted.map((each) => each.close()));
});

beforeEach(() => {
  emulator = createEmulator({ data: exampleData() });
});

/** As what ends TLS in front of Next.js, which knows its own name alone. */
const sendThroughProxy: Send = (request) =>
  fetch(new Request(request.url.replace(hostOrigin, app.origin), request));

describe('behind Next.js, with the route of docs/hosts.md', () => {
  it('reads, activates, refuses, edits and ends', async () => {
    const host = { emulator, errors: app.errors };
    expect(await useWholeHandler(host, hostOrigin, sendThroughProxy)).toEqual(endedTwice);
  });

  it('refuses pages of another site, and a body that is too large', async () => {
    expect(await sendWhatIsRefused(hostOrigin, sendThroughProxy)).toEqual(refusals);
    expect(emulator.requests).toEqual([]);
  });
});

describe('a page of a Next.js app', () => {
  it('builds with the widget in it, and nothing to warn of', () => {
    expect(app.buildOutput).toMatch(/\/settings\b/);
    expect(app.buildOutput).not.toMatch(/react-versori-onboarding|\bencountered\b|⚠/);
  });

  it('has the widget and its styles in what the server sends', async () => {
    const page = await (await fetch(`${app.origin}/settings`)).text();
    const [, stylesheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
    const styles = await (await fetch(`${app.origin}${stylesheet}`)).text();

    expect(page).toMatch(/<h1>Settings<\/h1><div[^>]* data-onb-part="root"/);
    expect(page).toContain('Loading…');
    expect(styles).toContain('.onb-root');
  });

  it(
    'activates in a browser, which finds nothing to complain of',
    async () => {
      const browser = await chromium.launch({
        executablePath: findChromium(),
        args: [...chromiumArguments],
      });
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));

      await page.goto(`${app.origin}/settings`);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Turn on Slack alerts' }).click();
      await page.getByRole('heading', { name: 'Slack alerts is on' }).waitFor();
      await browser.close();

      const made = emulator.requests.filter(({ operation }) => operation === 'ActivateUser');
      expect(made).toHaveLength(1);
      expect(complaints).toEqual([]);
    },
    buildTimeout,
  );
});
