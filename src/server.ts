export {
  createOnboardingHandler,
  type OnboardingHandler,
} from './server/createOnboardingHandler.js';
export {
  createMemoryIdempotencyStore,
  type MemoryIdempotencyStoreOptions,
} from './server/exactly-once/memoryIdempotencyStore.js';
export {
  type Claim,
  type ClaimOptions,
  type IdempotencyRecord,
  type IdempotencyStore,
  IdempotencyStoreFull,
} from './server/exactly-once/idempotencyStore.js';
export type { Runtime } from './server/runtime.js';
export type {
  ConnectRules,
  ErrorContext,
  HostIntegration,
  HostTemplate,
  HostWebhook,
  IntegrationList,
  LogEntry,
  OnboardingHandlerOptions,
  OnboardingUser,
  PlatformAuth,
  PlatformOptions,
  RateLimited,
} from './server/options.js';
export type { JsonObject, JsonSchema, JsonValue } from './domain/json.js';
export type { IsSecret } from './variables/isSecretSchema.js';
export type { CallName } from './wire/hostApi.js';
