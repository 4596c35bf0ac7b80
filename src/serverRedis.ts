export {
  createRedisIdempotencyStore,
  type RedisClient,
  type RedisIdempotencyStoreOptions,
} from './server/redis/createRedisIdempotencyStore.js';
