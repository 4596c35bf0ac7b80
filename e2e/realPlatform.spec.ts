import { createServer } from 'node:http';
import { test as base, expect } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../src/demo/serve.js';
import { createEmulator, exampleIds, type Emulator } from '../src/emulator.js';
import { createNodeListener } from '../src/serverNode.js';

interface Platform {
  readonly emulator: Emulator;
  readonly baseUrl: string;
}

interface RealFixtures {
  /** Stands for the real platform: over HTTP, at an address of its own. */
  readonly platform: Platform;
  /** What the demo's server printed. */
  readonly printed: string[];
  readonly startDemo: (settings?: Readonly<Record<string, string>>) => Promise<DemoServer>;
}

const test = base.extend<RealFixtures>({
  platform: async ({}, use) => {
    const emulator = createEmulator();
    const server = createServer(createNodeListener((request) => emulator.fetch(request)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await use({ emulator, baseUrl: `http://127.0.0.1:${port}/api/v2` });
    server.closeAllConnections();
    server.close();
  },
  printed: async ({}, use) => use([]),
  startDemo: async ({ platform, printed }, use) => {
    const started: DemoServer[] = [];
    await use(async (settings = {}) => {
      const env = { ...toEnv(platform), ...settings };
      const server = await startDemoServer({ env, report: (line) => printed.push(line) });
      started.push(server);
      return server;
    });
    for (const server of started) await server.close();
  },
});

function toEnv({ baseUrl }: Platform): Record<string, string> {
  return {
    VERSORI_ORGANISATION_ID: exampleIds.organisation,
    VERSORI_API_KEY: exampleIds.apiKey,
    VERSORI_PROJECT_ID: exampleIds.projects.slackAlerts,
    VERSORI_ENVIRONMENT_ID: exampleIds.environments.slackAlerts,
    VERSORI_USER_ID: exampleIds.users.amelia.externalId,
    VERSORI_BASE_URL: baseUrl,
  };
}

test('With credentials the demo activates on the platform that they are for', async ({
  startDemo,
  platform,
  page,
}) => {
  const { url, announcement } = await startDemo();
  expect(announcement).toContain(`real platform, organisation ${exampleIds.organisation}`);
  await page.goto(url);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /^Turn on / }).click();
  await expect(page.getByRole('heading', { name: /is on$/ })).toBeVisible();
  expect(platform.emulator.data.activations).toContainEqual(
    expect.objectContaining({
      userId: exampleIds.users.amelia.id,
      environmentId: exampleIds.environments.slackAlerts,
    }),
  );
});

test('A missing variable is named, at the start and on the page', async ({ startDemo, page }) => {
  const { url, announcement } = await startDemo({ VERSORI_PROJECT_ID: '' });
  expect(announcement).toContain('VERSORI_PROJECT_ID is missing');
  await page.goto(url);
  await expect(page.getByText('VERSORI_PROJECT_ID is missing')).toBeVisible();
});

test('Refused credentials are said in one line, however often the page asks', async ({
  startDemo,
  printed,
  page,
}) => {
  const { url } = await startDemo({ VERSORI_API_KEY: 'revoked' });
  await page.goto(url);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(printed).toEqual([
    'The platform refuses the credentials (401): check VERSORI_API_KEY and VERSORI_ORGANISATION_ID in .env.',
  ]);
});
