import type { Runtime } from './runtime.js';
import type { Settings } from './settings.js';
import { type ActivationLists, createActivationLists } from './activationLists.js';
import { type Definition, loadDefinition } from './definitions.js';
import type { IdempotencyStore } from './exactly-once/idempotencyStore.js';
import { createMemoryIdempotencyStore } from './exactly-once/memoryIdempotencyStore.js';
import { createKeyring, type Keyring } from './keyring.js';
import type { HostIntegration } from './options.js';
import { createPeople, type People } from './people.js';
import type { PlatformConnection } from './platform/connectionShape.js';
import { createAuthorise } from './platform/authorisation.js';
import { createPlatformClient, type PlatformClient } from './platform/platformClient.js';
import type { PlatformPage } from './platform/shapes.js';
import { createMemoryRateLimit, type RateLimit } from './rateLimit.js';
import { createReporter, type Reporter } from './reporter.js';
import { createSharedReads, type SharedReads } from './sharedReads.js';
import type { Visit } from './visit.js';

/** What one handler keeps between requests, for all of its operations. */
export interface Services {
  readonly settings: Settings;
  readonly runtime: Runtime;
  readonly reporter: Reporter;
  readonly keyring: Keyring;
  readonly platform: PlatformClient;
  readonly people: People;
  readonly activationLists: ActivationLists;
  /** Kept for `definitionMs`; problems are reported whenever it is loaded. */
  getDefinition(visit: Visit, integration: HostIntegration): Promise<Definition>;
  /** Never kept: what was connected a moment ago is there. */
  readonly connectionPages: SharedReads<PlatformPage<PlatformConnection>>;
  /** What searches walked, kept for a while. */
  readonly walkedPages: SharedReads<PlatformPage<PlatformConnection>>;
  readonly idempotencyStore: IdempotencyStore;
  readonly rateLimit: RateLimit;
}

const mostKept = 1_000;
/** A hundred connections each: about 30 MB at the most. */
const mostWalkedPages = 500;

export function createServices(settings: Settings, runtime: Runtime): Services {
  const { definitionMs, platform: to } = settings;
  const { organisationId, auth, timeoutMs } = to;
  const reporter = createReporter(settings);
  const reads = <T>(operation: string, kept = mostKept): SharedReads<T> =>
    createSharedReads({ runtime, timeoutMs, operation, organisationId, mostKept: kept });
  const authorise = createAuthorise(auth, runtime, reads('sign'));
  const platform = createPlatformClient(settings, runtime, authorise);
  // A user who is not there yet may be a moment later: `null` is not kept.
  const people = createPeople(platform, reads('GetEndUser'));
  const definitions = reads<Definition>('definition');
  return {
    settings,
    runtime,
    reporter,
    keyring: createKeyring(auth.type === 'apiKey' ? auth.apiKey : auth.privateKey),
    platform,
    people,
    activationLists: createActivationLists(platform, people, reads('ListUserActivations')),
    getDefinition: ({ user, deadline, context }, integration) =>
      definitions.read(
        {
          // With a signing key the platform decides for each user what they may see.
          user: auth.type === 'signingKey' ? user.externalId : null,
          arguments: [JSON.stringify(integration)],
        },
        {
          maxAgeMs: definitionMs,
          onFailedRefresh: (error) => reporter.error(error, context),
          deadline,
        },
        async (shared) => {
          const definition = await loadDefinition(
            platform,
            { user, deadline: shared },
            integration,
          );
          for (const problem of definition.problems) reporter.misconfigured(problem, context);
          return definition;
        },
      ),
    connectionPages: reads('ListConnections', 0),
    walkedPages: reads('SearchConnections', mostWalkedPages),
    idempotencyStore:
      settings.idempotencyStore ?? createMemoryIdempotencyStore({ now: runtime.now }),
    rateLimit: settings.rateLimit ?? createMemoryRateLimit(runtime),
  };
}
