import { describe, expect, it } from 'vitest';
import { createMemoryIdempotencyStore, type IdempotencyStore } from '../../../src/server.js';
import {
  createTestHost,
  type HostRequest,
  type PlatformFetch,
  type TestHost,
} from '../../support/host.js';
import {
  connect,
  countCalls,
  shipbobCredentials,
  shipbobPath,
  signIn,
  slackPath,
} from '../connectExample.js';
import { readProblem } from '../example.js';

const path = `${shipbobPath}/connections`;
const away = new Error('The store did not answer within 2000 ms');

it('a connection whose outcome the store does not take is in doubt, and found by a repeat', async () => {
  const memory = createMemoryIdempotencyStore();
  let isDown = true;
  const save: IdempotencyStore['save'] = async (key, token, record, ttlMs) => {
    if (isDown && record.state === 'done') throw away;
    return memory.save(key, token, record, ttlMs);
  };
  const host = createTestHost({ options: { idempotencyStore: { ...memory, save } } });
  const request = connect({ credentials: shipbobCredentials });
  const first = await host.send(path, request);
  expect(await readProblem(first)).toMatchObject({ outcomeUnknown: true });
  isDown = false;
  expect((await host.send(path, request)).status).toBe(200);
  expect(countCalls(host, 'CreateConnection')).toBe(1);
});

it('a connection is not made a second time where a gateway names the name', async () => {
  const problem = { fields: [{ field: 'name' }] };
  const intercept =
    (fetch: PlatformFetch): PlatformFetch =>
    async (request) =>
      request.method === 'POST' && request.url.endsWith('/connections')
        ? fetch(request).then(() => Response.json(problem, { status: 504 }))
        : fetch(request);
  const host = createTestHost({ intercept, checkAnswers: false });
  await host.send(path, connect({ credentials: shipbobCredentials }));
  expect(countCalls(host, 'CreateConnection')).toBe(1);
});

describe('a repeat of what is in doubt', () => {
  async function leaveInDoubt(host: TestHost, at: string, request: HostRequest): Promise<void> {
    const fault = { kind: 'dropAfter' } as const;
    host.emulator.faults.add({ operation: 'CreateConnection', fault });
    const noList = { kind: 'status', status: 500 } as const;
    host.emulator.faults.add({ operation: 'ListConnections', fault: noList, times: 99 });
    expect(await readProblem(await host.send(at, request))).toMatchObject({ outcomeUnknown: true });
    host.emulator.faults.clear();
  }

  it('stays in doubt where the store does not answer', async () => {
    const memory = createMemoryIdempotencyStore();
    let isDown = false;
    const claim: IdempotencyStore['claim'] = async (...all) => {
      if (isDown) throw away;
      return memory.claim(...all);
    };
    const host = createTestHost({ options: { idempotencyStore: { ...memory, claim } } });
    const request = connect({ credentials: shipbobCredentials });
    await leaveInDoubt(host, path, request);
    isDown = true;
    const again = await host.send(path, request);
    expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
  });

  it('is told what was made, also after the sign-in has ended', async () => {
    let now = Date.now();
    const runtime = { now: () => now, monotonicNow: () => performance.now() };
    const host = createTestHost({ runtime });
    const request = connect({ credentials: [await signIn(host, slackPath)] });
    await leaveInDoubt(host, `${slackPath}/connections`, request);
    now += 16 * 60_000;
    expect((await host.send(`${slackPath}/connections`, request)).status).toBe(200);
    expect(countCalls(host, 'CreateConnection')).toBe(1);
  });
});
