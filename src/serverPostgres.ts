export {
  createPostgresIdempotencyStore,
  type PostgresClient,
  type PostgresIdempotencyStoreOptions,
} from './server/postgres/createPostgresIdempotencyStore.js';
export type {
  Claim,
  ClaimOptions,
  IdempotencyRecord,
  IdempotencyStore,
} from './server/exactly-once/idempotencyStore.js';
