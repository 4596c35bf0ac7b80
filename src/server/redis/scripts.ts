/**
 * Each script runs as one step of the Redis server, and names one key alone, so that a cluster can
 * run it wherever that key lives. Time is the server's: no process's clock has a say.
 */

/** ARGV: token, hash of the body, lease in milliseconds. Answers the token, hash and record held. */
export const claimScript = `
local held = redis.call('HMGET', KEYS[1], 'token', 'bodyHash', 'record')
if not held[1] then
  redis.call('HSET', KEYS[1], 'token', ARGV[1], 'bodyHash', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  return { ARGV[1], ARGV[2], '' }
end
return { held[1], held[2], held[3] or '' }
`;

/** ARGV: token, record, time to live in milliseconds. Answers 1 where the token still holds the key. */
export const saveScript = `
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'record', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
`;

/** ARGV: token. */
export const releaseScript = `
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`;
