import { createHmac } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createEmulator, type Emulator, exampleIds } from '../../src/emulator.js';
import { parseConfig } from '../../src/sidecar/parseConfig.js';
import { serveSidecar } from '../../src/sidecar/serveSidecar.js';
import { passOn } from '../support/checkOver.js';
import { serveEmulator } from '../support/serveEmulator.js';

export const secret = 'canary-0123456789-0123456789-0123456789';
export const publicOrigin = 'https://app.fernway.example';

export const environment: Readonly<Record<string, string>> = {
  API_KEY: exampleIds.apiKey,
  USER_SECRET: secret,
};

interface ExampleConfig {
  readonly platform: object;
  readonly user: object;
  readonly integrations: readonly object[];
  readonly [member: string]: unknown;
}

/** A whole `onboarding.json` for the emulated platform. */
export const exampleConfig: ExampleConfig = {
  listen: { port: 0 },
  basePath: '/api/onboarding',
  publicOrigin,
  log: 'none',
  platform: {
    organisationId: exampleIds.organisation,
    auth: { type: 'apiKey', apiKey: '${API_KEY}' },
  },
  user: { from: 'signedHeader', secret: '${USER_SECRET}' },
  integrations: (['shopifyOrders', 'slackAlerts', 'warehouseSync'] as const).map((key) => ({
    projectId: exampleIds.projects[key],
    environmentId: exampleIds.environments[key],
  })),
};

export interface StartedSidecar {
  readonly emulator: Emulator;
  readonly origin: string;
  /** Of the host API. */
  readonly url: string;
  readonly printed: readonly string[];
  stop(): Promise<void>;
}

/** Serves the sidecar over the emulated platform until the test ends. */
export async function startSidecar(
  change: object = {},
  { now = Date.now }: { readonly now?: () => number } = {},
): Promise<StartedSidecar> {
  const emulator = createEmulator();
  const platform = { ...exampleConfig.platform, baseUrl: await serveEmulator(emulator) };
  const text = JSON.stringify({ ...exampleConfig, platform, ...change });
  const printed: string[] = [];
  const print = (line: string): void => void printed.push(line);
  const config = parseConfig(text, environment);
  const sidecar = await serveSidecar(config, { print, printError: print, now });
  onTestFinished(() => sidecar.stop());
  const { url: origin, stop } = sidecar;
  return { emulator, origin, url: `${origin}/api/onboarding`, printed, stop };
}

export interface Signed {
  readonly method?: string;
  /** With its query. */
  readonly path?: string;
  readonly externalId?: string;
  readonly at?: number;
  readonly key?: string;
}

/** What the host's proxy does, as docs/sidecar.md says it. */
export function sign({
  method = 'GET',
  path = '/api/onboarding/integrations',
  externalId = 'user-amelia',
  at = Date.now() / 1000,
  key = secret,
}: Signed = {}): string {
  const payload = Buffer.from(JSON.stringify({ externalId, at })).toString('base64url');
  const hmac = createHmac('sha256', key).update(`${method}\n${path}\n${payload}`);
  return `${payload}.${hmac.digest('hex')}`;
}

/** A `fetch` behind the host's proxy: each request is signed for the user whom it names. */
export function proxyTo(origin: string): (request: Request) => Promise<Response> {
  return passOn(origin, (headers, { method, url }) => {
    const { pathname, search } = new URL(url);
    const externalId = headers.get('X-Test-User');
    headers.delete('X-Test-User');
    if (externalId === null) return;
    headers.set('X-Onboarding-User', sign({ method, path: pathname + search, externalId }));
  });
}
