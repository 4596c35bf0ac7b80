/** One process of a host, started by `startHostProcesses`: its settings are its only argument. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'redis';
import { createOnboardingHandler } from '../../src/server.js';
import { createNodeListener } from '../../src/serverNode.js';
import { createRedisIdempotencyStore } from '../../src/serverRedis.js';
import type { HostSettings } from './hostProcesses.js';
import { userHeader } from './hostProcesses.js';

const settings = JSON.parse(process.argv[2] ?? '') as HostSettings;
const client = createClient({ url: settings.redisUrl });
client.on('error', () => undefined);
await client.connect();

const handler = createOnboardingHandler({
  basePath: '/api',
  platform: {
    organisationId: settings.organisationId,
    auth: { type: 'apiKey', apiKey: settings.apiKey },
    baseUrl: settings.platformUrl,
    timeoutMs: settings.timeoutMs,
  },
  settleMs: settings.settleMs,
  integrations: settings.integrations,
  // Fifty people stand for many more.
  rateLimit: () => null,
  identify: (request) => {
    const externalId = request.headers.get(userHeader);
    return externalId === null ? null : { externalId };
  },
  idempotencyStore: createRedisIdempotencyStore({ client }),
  // A platform that fails a third of the time is no news here.
  onError: () => undefined,
});

const server = createServer(createNodeListener(handler));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(port);
});
// A clock that is set back or forward, as by a time server.
const machineNow = Date.now;
process.on('message', (ms) => {
  const stepMs = Number(ms);
  Date.now = () => machineNow() + stepMs;
});
process.once('disconnect', () => process.exit());
