import { randomUUID } from 'node:crypto';
import {
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test';
import { type DemoServer, startDemoServer } from '../../src/demo/serve.js';
import { type Emulator, exampleIds } from '../../src/emulator.js';
import { startRecordingProxy } from '../recordingProxy.js';

interface Site {
  readonly server: DemoServer;
  /** Of the host's page; the provider's and the platform's pages are at the same port of 127.0.0.1. */
  readonly url: string;
}

type SiteTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & { site: Site }
>;

/** The page's address may name an opener policy of its own: `opener-policy=same-origin`. */
export const test: SiteTest = base.extend<object, { site: Site }>({
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

function toPolicyHeaders(path: string): Record<string, string> {
  const policy = new URL(path, 'http://localhost').searchParams.get('opener-policy');
  return policy === null || policy === 'none' ? {} : { 'Cross-Origin-Opener-Policy': policy };
}

/** Worlds of these names have the callback page in question. */
const worldsOf = { platform: 'story-connect-oauth', host: 'story-sign-in-waiting' } as const;

export type Callback = keyof typeof worldsOf;

export const callbacks: readonly Callback[] = ['platform', 'host'];

export interface SignInWorld {
  readonly emulator: Emulator;
  /** Path and query of the page on which a user without an account is asked to sign in to Slack. */
  readonly path: string;
}

/** A platform of its own, where the provider is on another site than the page. */
export async function openSignInWorld(
  site: Site,
  callback: Callback,
  hostPolicy = 'none',
): Promise<SignInWorld> {
  const world = `${worldsOf[callback]}--${randomUUID().slice(0, 8)}`;
  // The first request says where the provider and the platform are.
  await fetch(`${toOtherSite(site.url)}/demo-api/worlds/${world}/onboarding/integrations`);
  const { emulator } = site.server.worlds.get(world);
  const { ameliaSlack } = exampleIds.connections;
  emulator.data.connections = emulator.data.connections.filter(({ id }) => id !== ameliaSlack);
  const query = { world, user: 'amelia', integration: 'slackAlerts', 'opener-policy': hostPolicy };
  return { emulator, path: `/?${new URLSearchParams(query).toString()}` };
}

/** The same server under a name that browsers take for another site. */
export function toOtherSite(url: string): string {
  return url.replace('localhost', '127.0.0.1');
}
