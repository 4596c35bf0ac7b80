import { randomUUID } from 'node:crypto';
import {
  test as base,
  expect,
  type BrowserContext,
  type Page,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test';
import { startDemoServer, type DemoServer } from '../src/demo/serve.js';
import type { Emulator } from '../src/emulator.js';
import { findLeaks } from './findLeaks.js';
import { OnboardingPage } from './pages/OnboardingPage.js';
import { startRecordingProxy, type Exchange, type RecordingProxy } from './recordingProxy.js';

export { expect };

interface DemoUnderTest {
  readonly server: DemoServer;
  readonly proxy: RecordingProxy;
}

/** What the guard lets pass. */
export interface Guard {
  /** The browser says in its console that a request failed; with a fault, that is as it should be. */
  allowFailedRequests(): void;
  /** What there is to complain about so far; asked for by the guard's own tests, it is forgiven. */
  takeComplaints(): Promise<readonly string[]>;
}

interface TestFixtures {
  /** A platform that no other test sees. */
  readonly world: string;
  /** The platform of `world`. */
  readonly platform: Emulator;
  readonly guard: Guard;
  readonly onboarding: OnboardingPage;
}

interface WorkerFixtures {
  readonly demo: DemoUnderTest;
}

type Tests = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & TestFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & WorkerFixtures
>;

/**
 * Each test has a platform of its own behind the built demo. It fails on whatever the page writes into
 * its console, on an uncaught error, on a violation of the policy, on hostile markup that ran, and on
 * any byte sent to the page that a browser must not see.
 */
export const test: Tests = base.extend<TestFixtures, WorkerFixtures>({
  demo: [
    async ({}, use) => {
      const server = await startDemoServer({ report: () => {} });
      const proxy = await startRecordingProxy(server.url);
      await use({ server, proxy });
      await proxy.close();
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, use) => use(demo.proxy.url),
  world: async ({}, use) => use(`test-${randomUUID().slice(0, 8)}`),
  platform: async ({ demo, world }, use) => use(demo.server.worlds.get(world).emulator),
  guard: [
    async ({ context, demo }, use) => {
      const complaints: string[] = [];
      let isFailureExpected = false;
      await watch(context, (complaint) => {
        if (isFailureExpected && complaint.startsWith('Failed to load resource')) return;
        complaints.push(complaint);
      });
      let scanned = demo.proxy.exchanges().length;
      const guard: Guard = {
        allowFailedRequests() {
          isFailureExpected = true;
        },
        async takeComplaints() {
          for (const page of context.pages()) complaints.push(...(await findRunMarkup(page)));
          const exchanges = demo.proxy.exchanges();
          const leaks = exchanges.slice(scanned).flatMap((each) => findWorldLeaks(each, demo));
          scanned = exchanges.length;
          return [...complaints.splice(0), ...leaks];
        },
      };
      await use(guard);
      expect(await guard.takeComplaints()).toEqual([]);
    },
    { auto: true },
  ],
  onboarding: async ({ page, world }, use) => use(new OnboardingPage(page, world)),
});

/** Ids of others are looked for in the world that the answer came from. */
function findWorldLeaks(exchange: Exchange, { server }: DemoUnderTest): string[] {
  const [, name] = /^\/demo-api\/worlds\/([^/]+)/.exec(exchange.path) ?? [];
  return findLeaks(exchange, name === undefined ? null : server.worlds.get(name).emulator.data);
}

async function watch(
  context: BrowserContext,
  complain: (complaint: string) => void,
): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`Policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  context.on('weberror', (error) => complain(`Uncaught: ${error.error().message}`));
}

async function findRunMarkup(page: Page): Promise<string[]> {
  if (page.isClosed()) return [];
  const hasRun = await page.evaluate(() => {
    const found = 'hostileRan' in globalThis;
    Reflect.deleteProperty(globalThis, 'hostileRan');
    return found;
  });
  return hasRun ? ['Markup from the platform was run as HTML.'] : [];
}
