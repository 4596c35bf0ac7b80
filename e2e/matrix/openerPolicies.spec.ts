import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test as base } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../../src/demo/serve.js';
import { exampleIds } from '../../src/emulator.js';
import { startRecordingProxy } from '../recordingProxy.js';

interface Site {
  readonly server: DemoServer;
  /** Of the host's page; the provider's and the platform's pages are at the same port of 127.0.0.1. */
  readonly url: string;
}

const test = base.extend<object, { site: Site }>({
  site: [
    async ({}, use) => {
      const server = await startDemoServer({ report: () => {} });
      const proxy = await startRecordingProxy(server.url, toPolicyHeaders);
      await use({ server, url: proxy.url });
      await proxy.close();
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** The host's page names its own policy in its address. */
function toPolicyHeaders(path: string): Record<string, string> {
  const policy = new URL(path, 'http://localhost').searchParams.get('opener-policy');
  return policy === null || policy === 'none' ? {} : { 'Cross-Origin-Opener-Policy': policy };
}

/** Worlds of these names have the callback page in question. */
const worldsOf = { platform: 'story-connect-oauth', host: 'story-sign-in-waiting' } as const;

interface Cell {
  readonly host: string;
  readonly provider: string;
  readonly callback: keyof typeof worldsOf;
  readonly comesBack: boolean;
}

/** The table that hosts read is what is tried. */
function readTable(): readonly Cell[] {
  const text = readFileSync(new URL('../../docs/connecting-accounts.md', import.meta.url), 'utf8');
  const policy = '`?(none|[a-z]+(?:-[a-z]+)+)`?';
  const outcome = '(comes back|is cut off)';
  const row = new RegExp(`^\\| +${[policy, policy, outcome, outcome].join(' +\\| +')} +\\|$`, 'gm');
  return [...text.matchAll(row)].flatMap(([, host = '', provider = '', ...outcomes]) =>
    (['platform', 'host'] as const).map((callback, at) => ({
      host,
      provider,
      callback,
      comesBack: outcomes[at] === 'comes back',
    })),
  );
}

const cells = readTable();

test('The table has all 24 cells', () => {
  expect(cells).toHaveLength(24);
});

for (const { host, provider, callback, comesBack } of cells) {
  const title = `host ${host}, provider ${provider}, callback of the ${callback}`;
  test(`${title}: ${comesBack ? 'comes back' : 'is cut off'}`, async ({ page, site }) => {
    const world = `${worldsOf[callback]}--${randomUUID().slice(0, 8)}`;
    // The first request says where the provider and the platform are: on another site than the page.
    const elsewhere = site.url.replace('localhost', '127.0.0.1');
    await fetch(`${elsewhere}/demo-api/worlds/${world}/onboarding/integrations`);
    const { emulator } = site.server.worlds.get(world);
    const { data, provider: behaviour } = emulator;
    const { ameliaSlack } = exampleIds.connections;
    data.connections = data.connections.filter(({ id }) => id !== ameliaSlack);
    behaviour.openerPolicy = provider === 'none' ? null : provider;
    behaviour.decision = 'allow';

    const query = { world, user: 'amelia', integration: 'slackAlerts', 'opener-policy': host };
    await page.goto(`${site.url}/?${new URLSearchParams(query).toString()}`);
    await page.getByRole('button', { name: 'Sign in to Slack' }).click();
    if (comesBack) {
      await expect(page.getByRole('radio', { name: /^Slack/ })).toBeChecked();
      return;
    }
    await expect(page.getByText('Finished?')).toBeVisible();
    // As long as the platform's page takes to be asked twice.
    // The list below has a button of the same name.
    await page.locator('[data-onb-part="check-sign-in"]').click();
    await expect(page.getByText(/haven't heard from Slack/)).toBeVisible();
    expect(emulator.requests.some(({ operation }) => operation === 'CreateConnection')).toBe(false);
  });
}
