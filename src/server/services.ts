import { guardIsSecret } from '../variables/isSecretSchema.js';
import { createSchemaWalk, type SchemaWalk } from '../variables/secretPlaces.js';
import type { Runtime } from './runtime.js';
import type { Settings } from './settings.js';
import {
  type ActivationLists,
  cachedListMaxAgeMs,
  createActivationLists,
} from './activationLists.js';
import { type Definition, loadDefinition } from './definitions.js';
import type { IdempotencyStore } from './exactly-once/idempotencyStore.js';
import { createMemoryIdempotencyStore } from './exactly-once/memoryIdempotencyStore.js';
import { findLinkProblems } from './linkUrl.js';
import { createKeyring, type Keyring } from './keyring.js';
import type { HostIntegration } from './options.js';
import { createEndUsers, endUserMaxAgeMs, type EndUsers } from './endUsers.js';
import type { PlatformConnection } from './platform/connectionShape.js';
import { createAuthorise, tokenMaxAgeMs } from './platform/authorisation.js';
import { createPlatformClient, type PlatformClient } from './platform/platformClient.js';
import type { PlatformPage } from './platform/shapes.js';
import { createMemoryRateLimit, type RateLimit } from './rateLimit.js';
import { createReporter, type Reporter } from './reporter.js';
import { createRequestCache, type RequestCache, walkedPageMaxAgeMs } from './requestCache.js';
import { createSharedRuns, type SharedRuns } from './sharedRuns.js';
import type { RequestContext } from './requestContext.js';

/** The state of one handler between requests, shared by its operations. */
export interface Services {
  readonly settings: Settings;
  readonly runtime: Runtime;
  readonly reporter: Reporter;
  readonly keyring: Keyring;
  readonly platform: PlatformClient;
  readonly endUsers: EndUsers;
  readonly activationLists: ActivationLists;
  /** Kept for `definitionMs`; problems are reported whenever it is loaded. */
  getDefinition(context: RequestContext, integration: HostIntegration): Promise<Definition>;
  /** Tells what is secret in an integration's variables; one for each answer, which it bounds. */
  createSecretWalk(context: RequestContext, definition: Definition): SchemaWalk;
  /** Never kept: what was connected a moment ago is there. */
  readonly connectionPages: RequestCache<PlatformPage<PlatformConnection>>;
  /** Pages that searches read, cached for a while. */
  readonly walkedPages: RequestCache<PlatformPage<PlatformConnection>>;
  readonly idempotencyStore: IdempotencyStore;
  readonly rateLimit: RateLimit;
  /** Lets concurrent repeats of one intent share its run. */
  readonly sharedRuns: SharedRuns;
}

const mebibyte = 1024 * 1024;

/** Default bounds of each cache. */
const defaultBounds = { maxEntries: 1_000, maxBytes: 16 * mebibyte };

export function createServices(settings: Settings, runtime: Runtime): Services {
  const { definitionMs, isSecret, platform: to } = settings;
  const { organisationId, auth, timeoutMs } = to;
  const reporter = createReporter(settings);
  const createCache = <T>(
    operation: string,
    maxAgeMs: number,
    bounds: Partial<typeof defaultBounds> = {},
  ): RequestCache<T> =>
    createRequestCache({
      runtime,
      timeoutMs,
      operation,
      organisationId,
      maxAgeMs,
      ...defaultBounds,
      ...bounds,
    });
  const authorise = createAuthorise(auth, runtime, createCache('sign', tokenMaxAgeMs));
  const platform = createPlatformClient(settings, runtime, authorise);
  // A user who is not there yet may be a moment later: `null` is not kept.
  const endUsers = createEndUsers(platform, createCache('GetEndUser', endUserMaxAgeMs));
  const definitions = createCache<Definition>('definition', definitionMs);
  return {
    settings,
    runtime,
    reporter,
    keyring: createKeyring(auth.type === 'apiKey' ? auth.apiKey : auth.privateKey),
    platform,
    endUsers,
    activationLists: createActivationLists(
      platform,
      endUsers,
      createCache('ListUserActivations', cachedListMaxAgeMs),
    ),
    getDefinition: ({ user, deadline, errorContext }, integration) =>
      definitions.read(
        {
          // With a signing key the platform decides for each user what they may see.
          user: auth.type === 'signingKey' ? user.externalId : null,
          arguments: [JSON.stringify(integration)],
        },
        {
          maxAgeMs: definitionMs,
          onFailedRefresh: (error) => reporter.error(error, errorContext),
          deadline,
        },
        async (shared) => {
          const definition = await loadDefinition(
            platform,
            { user, deadline: shared },
            integration,
          );
          const problems = [...definition.problems, ...findLinkProblems(integration)];
          for (const problem of problems) reporter.misconfigured(problem, errorContext);
          return definition;
        },
      ),
    createSecretWalk: ({ errorContext }, { secretsSchema }) =>
      createSchemaWalk(secretsSchema, {
        isSecret:
          isSecret && guardIsSecret(isSecret, (error) => reporter.error(error, errorContext)),
      }),
    connectionPages: createCache('ListConnections', 0, { maxEntries: 0 }),
    walkedPages: createCache('SearchConnections', walkedPageMaxAgeMs),
    idempotencyStore:
      settings.idempotencyStore ?? createMemoryIdempotencyStore({ now: runtime.monotonicNow }),
    rateLimit: settings.rateLimit ?? createMemoryRateLimit(runtime),
    sharedRuns: createSharedRuns(),
  };
}
