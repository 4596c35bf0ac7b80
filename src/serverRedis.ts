export {
  createRedisIdempotencyStore,
  type RedisClient,
  type RedisIdempotencyStoreOptions,
} from './server/redis/createRedisIdempotencyStore.js';
export type {
  Claim,
  ClaimOptions,
  IdempotencyRecord,
  IdempotencyStore,
} from './server/exactly-once/idempotencyStore.js';
