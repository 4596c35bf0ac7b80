import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
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

export interface Site {
  readonly server: DemoServer;
  /** Of the host's page; the provider's and the platform's pages are at the same port of 127.0.0.1. */
  readonly url: string;
  /** Of a page on another site, which shows the `url` of its query in a frame. */
  readonly otherSite: string;
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
      const framing = await startFramingServer();
      await use({ server, url: proxy.url, otherSite: framing.url });
      framing.close();
      await proxy.close();
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** A page that a test made up would not do: Chromium keeps it from asking this machine. */
async function startFramingServer(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(toFramingPage(searchParams.get('url') ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => void server.close() };
}

/** A host's page with the widget's page in a frame. */
export function toFramingPage(url: string, attributes = ''): string {
  const src = url.replaceAll('&', '&amp;');
  return `<!doctype html><title>Host</title>
<iframe ${attributes} width="900" height="700" src="${src}"></iframe>`;
}

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
function toOtherSite(url: string): string {
  return url.replace('localhost', '127.0.0.1');
}
