import { createHttpBackend, type HttpBackend } from '../backend/createHttpBackend.js';
import { createEmulator, type Emulator } from '../emulator/createEmulator.js';
import { exampleData } from '../emulator/example/exampleData.js';
import type { PlatformData } from '../emulator/platformData.js';
import { createOnboardingHandler } from '../server/createOnboardingHandler.js';
import type {
  HostIntegration,
  OnboardingHandlerOptions,
  OnboardingUser,
} from '../server/options.js';
import { createPageFetch, type PageFetch } from './createPageFetch.js';

export interface InPageBackendOptions {
  /** The data of the platform; default: `exampleData()`. Kept, not copied. */
  readonly data?: PlatformData;
  /** Who is signed in; `null`: nobody. Default: the first user of the data. */
  readonly user?: OnboardingUser | null;
  /** Default: every environment of the data, under the platform's names. */
  readonly integrations?: OnboardingHandlerOptions['integrations'];
  /** Minimum milliseconds of each answer of the platform; default: 0. */
  readonly latencyMs?: number;
  /** Milliseconds until a call of the page fails with `timeout`; default 30,000. */
  readonly timeoutMs?: number;
  /** Further options of the handler, such as `settleMs`; `basePath` is `/api/onboarding` by default. */
  readonly handler?: Partial<Omit<OnboardingHandlerOptions, 'platform' | 'integrations'>>;
}

/** A backend for the widget, with the platform behind it. */
export interface InPageBackend extends HttpBackend {
  /** Live: its data, faults and recorded requests. */
  readonly emulator: Emulator;
  /** Answers the host API, also for `createHttpBackend({ fetch })` or a request handler of MSW. */
  readonly fetch: PageFetch;
}

const DEFAULT_BASE_PATH = '/api/onboarding';

/**
 * The whole stack in one page or test, without a server: the HTTP adapter, the handler and an emulated
 * platform. For demos, stories and tests; a page that holds a real credential gives it away.
 */
export function createInPageBackend(options: InPageBackendOptions = {}): InPageBackend {
  const { data = exampleData(), latencyMs, timeoutMs } = options;
  const basePath = options.handler?.basePath ?? DEFAULT_BASE_PATH;
  const emulator = createEmulator({ data, ...(latencyMs !== undefined && { latencyMs }) });
  const user = options.user === undefined ? toFirstUser(data) : options.user;
  const handler = createOnboardingHandler({
    identify: () => user,
    ...options.handler,
    basePath,
    platform: {
      organisationId: data.organisationId,
      auth: { type: 'apiKey', apiKey: data.apiKeys[0] },
      fetch: emulator.fetch,
    },
    integrations: options.integrations ?? listEnvironments(data),
  });
  const fetch = createPageFetch(handler);
  const backend = createHttpBackend({
    baseUrl: basePath,
    fetch,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  return { ...backend, emulator, fetch };
}

function toFirstUser({ users }: PlatformData): OnboardingUser | null {
  const [first] = users;
  return first === undefined ? null : { externalId: first.externalId };
}

function listEnvironments({ projects }: PlatformData): HostIntegration[] {
  return projects.flatMap(({ id: projectId, environments }) =>
    environments.map(({ id: environmentId }) => ({ projectId, environmentId })),
  );
}
