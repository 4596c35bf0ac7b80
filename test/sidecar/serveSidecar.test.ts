import { describe, expect, it } from 'vitest';
import { canaries, exampleIds } from '../../src/emulator.js';
import { parseConfig } from '../../src/sidecar/parseConfig.js';
import { serveSidecar } from '../../src/sidecar/serveSidecar.js';
import { listNotPassed } from '../support/checkOver.js';
import { startRedisServer } from '../support/redisServer.js';
import {
  environment,
  exampleConfig,
  proxyTo,
  publicOrigin,
  sign,
  startSidecar,
} from './startSidecar.js';

const silent = { print: () => undefined, printError: () => undefined, now: Date.now };

describe('the sidecar', () => {
  it('passes check-backend --write behind the host’s proxy', async () => {
    const { origin, emulator, printed } = await startSidecar({ log: 'json' });
    const url = `${publicOrigin}/api/onboarding`;
    expect(await listNotPassed(url, proxyTo(origin))).toEqual([]);
    expect(emulator.data.activations).toHaveLength(2);
    expect(printed.some((line) => line.includes('"operation":"activate"'))).toBe(true);
    expect(canaries.findIn(printed.join('\n'))).toEqual([]);
  });

  it('tells its health without a user, until it stops', async () => {
    const { origin, stop } = await startSidecar();
    const health = await fetch(`${origin}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    await stop();
    await expect(fetch(`${origin}/health`)).rejects.toThrow('fetch failed');
  });

  it('finishes what is under way when it is told to stop', async () => {
    const { url, origin, emulator, stop } = await startSidecar();
    const environmentId = exampleIds.environments.slackAlerts;
    const path = `/api/onboarding/integrations/${environmentId}/activations`;
    emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'latency', ms: 300 } });
    const answer = fetch(origin + path, {
      method: 'POST',
      headers: {
        Origin: publicOrigin,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        'X-Onboarding-User': sign({ method: 'POST', path }),
      },
      body: JSON.stringify({
        connections: [
          {
            connectionTemplateId: exampleIds.templates.slackAlerts.slack,
            existingConnectionId: exampleIds.connections.ameliaSlack,
          },
        ],
        dynamicVariables: {},
      }),
    });
    await expect
      .poll(() => emulator.requests.some(({ operation }) => operation === 'ActivateUser'))
      .toBe(true);
    await stop();
    expect((await answer).status).toBe(201);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('keeps its keys in Redis, and is not healthy without it', async () => {
    const redis = await startRedisServer();
    const store = { kind: 'redis', url: '${REDIS_URL}' };
    const text = JSON.stringify({ ...exampleConfig, idempotencyStore: store });
    const config = parseConfig(text, { ...environment, REDIS_URL: redis.url });
    const sidecar = await serveSidecar(config, silent);
    expect((await fetch(`${sidecar.url}/health`)).status).toBe(200);
    await redis.stop();
    await expect.poll(async () => (await fetch(`${sidecar.url}/health`)).status).toBe(503);
    await sidecar.stop();
    await expect(serveSidecar(config, silent)).rejects.toThrow('Redis does not answer there');
  }, 30_000);

  it('says that its port is taken', async () => {
    const { origin } = await startSidecar();
    const listen = { port: Number(new URL(origin).port) };
    const config = parseConfig(JSON.stringify({ ...exampleConfig, listen }), environment);
    await expect(serveSidecar(config, silent)).rejects.toThrow('something listens there already');
  });
});
