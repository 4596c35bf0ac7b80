import { afterEach, describe, expect, it } from 'vitest';
import type { OnboardingHandler } from '../../src/server.js';
import { basePath, createTestHost, hostOrigin } from '../support/host.js';
import { type MountedHandler, mounts } from './adapters.js';
import { createRoute } from './nextRoute.js';
import { endedTwice, refusals, type Send, sendWhatIsRefused, useWholeHandler } from './requests.js';

const mounted: MountedHandler[] = [];

afterEach(async () => {
  await Promise.all(mounted.splice(0).map((each) => each.close()));
});

describe.each(Object.entries(mounts))('behind %s', (_, mount) => {
  it('reads, activates, refuses, edits and ends', async () => {
    const host = createTestHost();
    const { origin } = await start(host.handler);
    expect(await useWholeHandler(host, origin, fetch)).toEqual(endedTwice);
  });

  it('refuses pages of another site, and a body that is too large', async () => {
    const host = createTestHost();
    const { origin } = await start(host.handler);
    expect(await sendWhatIsRefused(origin, fetch)).toEqual(refusals);
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
