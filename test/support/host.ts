import { expect } from 'vitest';
import {
  canaries,
  createEmulator,
  type Emulator,
  exampleData,
  exampleIds,
  type PlatformData,
} from '../../src/emulator.js';
import {
  createOnboardingHandler,
  type HostIntegration,
  type LogEntry,
  type OnboardingHandlerOptions,
  type PlatformOptions,
} from '../../src/server.js';
import type { Runtime } from '../../src/server/runtime.js';
import { findAnswerProblems, findHostOperation } from './hostContract.js';
import { createContractChecker } from './platformContract.js';

export interface TestHostOptions {
  readonly data?: PlatformData;
  /** Takes the place of the defaults. */
  readonly options?: Partial<Omit<OnboardingHandlerOptions, 'platform'>>;
  readonly platform?: Partial<PlatformOptions>;
  readonly runtime?: Partial<Runtime>;
  /** Stands between handler and emulator. */
  readonly intercept?: (fetch: PlatformFetch) => PlatformFetch;
  /** False: the data set's own answers break the platform's document. */
  readonly checkAnswers?: boolean;
  readonly emulator?: Emulator;
}

export type PlatformFetch = (request: Request) => Promise<Response>;

export interface HostRequest {
  /** External id of who is signed in; `null`: nobody. Default: `user-amelia`. */
  readonly user?: string | null;
  readonly method?: string;
  /** An object is sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface TestHost {
  readonly emulator: Emulator;
  readonly handler: (request: Request) => Promise<Response>;
  /** Calls the handler as a browser on the host's own page would; the answer is scanned for leaks. */
  send(path: string, request?: HostRequest): Promise<Response>;
  readonly errors: Error[];
  readonly logs: LogEntry[];
  /** What broke the platform's document on the way. */
  readonly violations: readonly string[];
}

export const hostOrigin = 'https://app.fernway.example';
export const basePath = '/api/onboarding';

/** What the host calls the accounts, by template: the platform's names are those of the code. */
const templateNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shopifyOrders: { shopify: 'Shopify', netsuite: 'NetSuite' },
  slackAlerts: { slack: 'Slack' },
  warehouseSync: { shipbob: 'ShipBob', loqate: 'Loqate', netsuite: 'NetSuite' },
  hubspotContacts: { hubspot: 'HubSpot' },
  xeroInvoices: { xero: 'Xero' },
};

/** Every integration of the example data, as a host lists them. */
export const exampleIntegrations: readonly HostIntegration[] = (
  ['shopifyOrders', 'slackAlerts', 'warehouseSync', 'hubspotContacts', 'xeroInvoices'] as const
).map((key) => ({
  projectId: exampleIds.projects[key],
  environmentId: exampleIds.environments[key],
  templates: Object.fromEntries(
    Object.entries(exampleIds.templates[key]).map(([system, id]) => [
      id,
      { name: templateNames[key]?.[system] ?? system, remove: true },
    ]),
  ),
}));

/** A host's backend over an emulated platform, whose every answer is scanned for what must not leave. */
export function createTestHost(test: TestHostOptions = {}): TestHost {
  const { data, options, platform, runtime = {}, intercept = (fetch) => fetch } = test;
  const emulator =
    test.emulator ?? createEmulator({ data: data ?? exampleData(), now: runtime.now ?? Date.now });
  const contract = createContractChecker({ answers: test.checkAnswers ?? true });
  const errors: Error[] = [];
  const logs: LogEntry[] = [];
  const handler = createOnboardingHandler(
    {
      basePath,
      integrations: exampleIntegrations,
      identify: (request) => {
        const user = request.headers.get('X-Test-User');
        return user === null ? null : { externalId: decodeURIComponent(user) };
      },
      settleMs: 0,
      onError: (error) => errors.push(error),
      log: (entry) => logs.push(entry),
      ...options,
      platform: {
        organisationId: emulator.data.organisationId,
        auth: { type: 'apiKey', apiKey: emulator.data.apiKeys[0] ?? '' },
        fetch: contract.wrap(intercept(emulator.fetch)),
        ...platform,
      },
    },
    runtime,
  );

  async function handleAndScan(request: Request): Promise<Response> {
    const user = request.headers.get('X-Test-User');
    const response = await handler(request);
    const path = new URL(request.url).pathname.slice(basePath.length);
    if (findHostOperation(request.method, path) !== undefined) {
      const problems = await findAnswerProblems({ method: request.method, path, response });
      expect(problems, 'what breaks the document of the host API').toEqual([]);
    }
    await expectNoLeak(response, emulator.data, user === null ? null : decodeURIComponent(user));
    expect(JSON.stringify([logs, errors.map(String)])).not.toMatch(/canary-|Bearer |eyJ/);
    return response;
  }

  return {
    emulator,
    handler: handleAndScan,
    send: (path, request = {}) => handleAndScan(toRequest(path, request)),
    errors,
    logs,
    violations: contract.violations,
  };
}

function toRequest(
  path: string,
  { user = 'user-amelia', method = 'GET', body, headers, signal }: HostRequest,
): Request {
  const isText = typeof body === 'string';
  return new Request(`${hostOrigin}${basePath}${path}`, {
    method,
    headers: {
      ...(user !== null && { 'X-Test-User': encodeURIComponent(user) }),
      ...(method !== 'GET' && { Origin: hostOrigin }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

/** No secret, source file or credential, and nothing that names another user, in body or headers. */
async function expectNoLeak(
  response: Response,
  data: PlatformData,
  externalId: string | null,
): Promise<void> {
  const text = JSON.stringify([...response.headers]) + (await response.clone().text());
  expect(canaries.findIn(text), 'canaries in an answer').toEqual([]);
  const others = data.users.filter((user) => user.externalId !== externalId);
  const foreign = [
    ...data.users.map(({ id }) => id),
    ...others.map((user) => user.externalId),
    ...data.apiKeys,
  ];
  expect(
    foreign.filter((each) => text.includes(each)),
    'ids of users, or keys, in an answer',
  ).toEqual([]);
}
