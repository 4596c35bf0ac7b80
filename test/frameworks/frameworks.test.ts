import { afterEach, describe, expect, it } from 'vitest';
import type { OnboardingHandler } from '../../src/server.js';
import { basePath, createTestHost, hostOrigin, type TestHost } from '../support/host.js';
import {
  activateSlack,
  environmentPath,
  readProblem,
  slackActivationsPath,
} from '../server/example.js';
import { type MountedHandler, mounts } from './adapters.js';
import { createRoute } from './nextRoute.js';

type Send = (request: Request) => Promise<Response>;

const mounted: MountedHandler[] = [];

afterEach(async () => {
  await Promise.all(mounted.splice(0).map((each) => each.close()));
});

function toWrite(origin: string, path: string, { body, method = 'POST' }: WriteOptions): Request {
  return new Request(`${origin}${basePath}${path}`, {
    method,
    headers: {
      'X-Test-User': 'user-amelia',
      Origin: origin,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

interface WriteOptions {
  readonly method?: string;
  readonly body?: unknown;
}

/** What every mount must let through: reads, writes, refusals with their bodies, and headers. */
async function useWholeHandler(host: TestHost, origin: string, send: Send): Promise<Ended> {
  const headers = { 'X-Test-User': 'user-amelia' };
  const read = await send(new Request(`${origin}${basePath}/integrations?x=%2F`, { headers }));
  expect(read.status).toBe(200);
  expect(read.headers.get('Cache-Control')).toBe('no-store');
  expect(await read.json()).toHaveProperty('items.length', 5);

  const write = await send(toWrite(origin, slackActivationsPath, activateSlack()));
  expect(write.status).toBe(201);
  const { id } = (await write.json()) as { id: string };
  expect(host.emulator.data.activations.map((each) => each.id)).toContain(id);

  const unknown = { ...activateSlack(), body: { connections: [], dynamicVariables: {}, x: 1 } };
  const refused = await send(toWrite(origin, slackActivationsPath, unknown));
  expect(refused.status).toBe(422);
  expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await readProblem(refused)).toMatchObject({ code: 'invalid', fields: [{ path: '/x' }] });

  const path = `${environmentPath('slackAlerts')}/activations/${id}`;
  const edited = { method: 'PATCH', body: { variables: {} } };
  expect((await send(toWrite(origin, `${path}/variables`, edited))).status).toBe(200);
  const ended = await send(toWrite(origin, path, { method: 'DELETE' }));
  expect([ended.status, await ended.text()]).toEqual([204, '']);
  const again = await send(toWrite(origin, path, { method: 'DELETE' }));
  return { status: again.status, code: (await readProblem(again)).code, errors: host.errors };
}

interface Ended {
  readonly status: number;
  readonly code: unknown;
  readonly errors: readonly Error[];
}

/** What ending an activation twice says the second time, with nothing for the host to hear of. */
const endedTwice: Ended = { status: 404, code: 'notFound', errors: [] };

/** A body of 300 KiB, past the handler's limit. */
const large = { variables: { note: 'x'.repeat(300 * 1024) } };

describe.each(Object.entries(mounts))('behind %s', (_, mount) => {
  it('reads, activates, refuses, edits and ends', async () => {
    const host = createTestHost();
    const { origin } = await start(host.handler);
    expect(await useWholeHandler(host, origin, fetch)).toEqual(endedTwice);
  });

  it('refuses pages of another site, and a body that is too large', async () => {
    const host = createTestHost();
    const { origin } = await start(host.handler);
    const foreign = toWrite(origin, slackActivationsPath, activateSlack());
    foreign.headers.set('Origin', 'https://evil.example');
    expect((await fetch(foreign)).status).toBe(403);
    const tooLarge = toWrite(origin, slackActivationsPath, { body: large });
    expect((await fetch(tooLarge)).status).toBe(413);
    expect(host.emulator.requests).toEqual([]);
  });

  async function start(handler: OnboardingHandler): Promise<MountedHandler> {
    const started = await mount(handler);
    mounted.push(started);
    return started;
  }
});

describe('behind frameworks that hand over a Request', () => {
  it('is the fetch of a worker, which passes two arguments more', async () => {
    const host = createTestHost();
    const worker: { fetch: (request: Request, env: object, context: object) => Promise<Response> } =
      { fetch: host.handler };
    const send: Send = (request) => worker.fetch(request, { MODE: 'live' }, { waitUntil() {} });
    expect(await useWholeHandler(host, hostOrigin, send)).toEqual(endedTwice);
  });

  it('is every method of a Next.js route, which passes the parameters of the path too', async () => {
    const host = createTestHost();
    const route = createRoute(host.handler);
    const send: Send = (request) => {
      const method = route[request.method as keyof typeof route];
      const path = new URL(request.url).pathname.slice(`${basePath}/`.length).split('/');
      return method(request, { params: Promise.resolve({ path }) });
    };
    expect(await useWholeHandler(host, hostOrigin, send)).toEqual(endedTwice);
  });
});
