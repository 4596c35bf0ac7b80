import { describe, expect, it, vi } from 'vitest';
import { createEmulator, exampleIds, type Fault, type OperationName } from '../../src/emulator.js';
import { slackAlerts } from './requestBodies.js';
import { type StartedPlatform, startPlatform, testTime, toRequest } from './startPlatform.js';

const { environments } = exampleIds;

function startWith(fault: Fault, times?: number): StartedPlatform {
  const started = startPlatform({ isBroken: true });
  const rule = { operation: 'ActivateUser', fault } as const;
  started.platform.faults.add(times === undefined ? rule : { ...rule, times });
  return started;
}

const activate = (
  { call }: StartedPlatform,
  signal?: AbortSignal,
): ReturnType<StartedPlatform['call']> =>
  call('POST', '/activations', { body: slackAlerts(), ...(signal && { signal }) });

/** How many activations Amelia has: none at the start. */
const countActivations = ({ platform }: StartedPlatform): number =>
  platform.data.activations.filter(({ userId }) => userId === exampleIds.users.amelia.id).length;

describe('faults', () => {
  it('a status comes in place of the answer, with details that must not be shown', async () => {
    const started = startWith({ kind: 'status', status: 503 });
    const reply = await activate(started);
    expect(reply.status).toBe(503);
    expect(reply.body).toMatchObject({ code: 'unavailable' });
    expect(reply.at('details')).toContain('canary-error-detail-503');
    expect(countActivations(started)).toBe(0);
  });

  it('a status can bring its own words, or none', async () => {
    const fields = [{ field: 'dynamicVariables.warehouseCode', message: 'unknown warehouse' }];
    const refused = await activate(
      startWith({ kind: 'status', status: 422, message: 'no', fields }),
    );
    expect(refused.body).toMatchObject({ message: 'no', fields });
    const empty = await activate(startWith({ kind: 'status', status: 500, emptyBody: true }));
    expect([empty.status, empty.text]).toEqual([500, '']);
  });

  it('a limit says when to come back', async () => {
    const started = startWith({ kind: 'rateLimited', retryAfterSeconds: 7 });
    const { status, headers } = await activate(started);
    expect([status, headers.get('retry-after')]).toEqual([429, '7']);
    expect(countActivations(started)).toBe(0);
  });

  it('a gateway answers in HTML', async () => {
    const started = startWith({ kind: 'html' });
    const { status, headers, text } = await activate(started);
    expect([status, headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(text).toContain('<!doctype html>');
    expect(countActivations(started)).toBe(0);
    expect((await activate(startWith({ kind: 'html', status: 200 }))).status).toBe(200);
  });

  it('half of an answer arrives, and it was done', async () => {
    const started = startWith({ kind: 'truncated' });
    const { status, body, text } = await activate(started);
    expect([status, body]).toEqual([200, undefined]);
    expect(text).toMatch(/^\{"id":"/);
    expect(countActivations(started)).toBe(1);
  });

  it.each<[Fault['kind'], number]>([
    ['dropBefore', 0],
    ['dropAfter', 1],
  ])('%s breaks the connection, with %i activation made', async (kind, count) => {
    const started = startWith({ kind } as Fault);
    await expect(activate(started)).rejects.toThrow(TypeError);
    expect(countActivations(started)).toBe(count);
  });

  it('commitLater breaks the connection, and it is done a while after', async () => {
    vi.useFakeTimers();
    try {
      const started = startWith({ kind: 'commitLater', ms: 2000 });
      const controller = new AbortController();
      await expect(activate(started, controller.signal)).rejects.toThrow(TypeError);
      controller.abort();
      await vi.advanceTimersByTimeAsync(1999);
      expect(countActivations(started)).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      expect(countActivations(started)).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('latency delays what is done then', async () => {
    vi.useFakeTimers();
    try {
      const started = startWith({ kind: 'latency', ms: 300 });
      const reply = activate(started);
      await vi.advanceTimersByTimeAsync(299);
      expect(countActivations(started)).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      expect((await reply).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each<Fault>([{ kind: 'hang' }, { kind: 'latency', ms: 60_000 }])(
    '$kind lasts until the caller gives up, and then nothing was done',
    async (fault) => {
      const started = startWith(fault);
      const controller = new AbortController();
      const reply = activate(started, controller.signal);
      const reason = new Error('the user went away');
      controller.abort(reason);
      await expect(reply).rejects.toBe(reason);
      expect(countActivations(started)).toBe(0);
    },
  );

  it('meets one request where nobody says how many', async () => {
    const started = startWith({ kind: 'status', status: 500 });
    expect([(await activate(started)).status, (await activate(started)).status]).toEqual([
      500, 200,
    ]);
  });

  it('meets as many as are said, in the order in which they were added', async () => {
    const started = startWith({ kind: 'status', status: 500 }, 2);
    const { faults } = started.platform;
    faults.add({ operation: 'ActivateUser', fault: { kind: 'status', status: 418 } });
    expect(faults.list()).toMatchObject([{ times: 2 }, { times: 1 }]);
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await activate(started)).status);
    expect(statuses).toEqual([500, 500, 418, 200]);
    expect(faults.list()).toEqual([]);
  });

  it('stays until it is cleared', async () => {
    const started = startWith({ kind: 'status', status: 500 }, Infinity);
    for (let turn = 0; turn < 5; turn += 1) expect((await activate(started)).status).toBe(500);
    started.platform.faults.clear();
    expect((await activate(started)).status).toBe(200);
  });

  it('refuses a number of times that is none', () => {
    const { platform } = startPlatform();
    for (const times of [0, -1, NaN]) {
      expect(() => platform.faults.add({ operation: '*', fault: { kind: 'hang' }, times })).toThrow(
        /times is/,
      );
    }
  });

  it('meets its own operation alone, or with * whichever comes', async () => {
    const started = startWith({ kind: 'status', status: 500 });
    expect((await started.call('GET', '/users/user-amelia')).status).toBe(200);
    started.platform.faults.clear();
    started.platform.faults.add({ operation: '*', fault: { kind: 'status', status: 500 } });
    expect((await started.call('GET', '/users/user-amelia')).status).toBe(500);
  });

  const everyOperation: [OperationName, string, string][] = [
    ['GetEndUser', 'GET', '/users/user-amelia'],
    ['CreateEndUser', 'POST', '/users'],
    ['ListConnections', 'GET', '/connections'],
    ['GetProject', 'GET', `/projects/${exampleIds.projects.slackAlerts}`],
    ['GetProjectVariablesSchema', 'GET', `/projects/${exampleIds.projects.slackAlerts}/variables`],
    [
      'ListProjectConnectionTemplates',
      'GET',
      `/projects/${exampleIds.projects.slackAlerts}/connection-templates?env_id=${environments.slackAlerts}`,
    ],
    [
      'ListEnvironmentConnections',
      'GET',
      `/projects/${exampleIds.projects.slackAlerts}/connections?env_id=${environments.slackAlerts}`,
    ],
    [
      'ListUserActivations',
      'GET',
      `/environment/${environments.slackAlerts}/users/user-amelia/activations`,
    ],
    ...(['GET', 'DELETE'] as const).map((method): [OperationName, string, string] => [
      method === 'GET' ? 'GetActivation' : 'DeleteActivation',
      method,
      `/environments/${environments.slackAlerts}/activations/${exampleIds.activations.bashirSlack}`,
    ]),
    [
      'SetDynamicVariables',
      'PATCH',
      `/environments/${environments.slackAlerts}/activations/${exampleIds.activations.bashirSlack}/variables`,
    ],
    [
      'SetDynamicVariable',
      'PUT',
      `/environments/${environments.slackAlerts}/activations/${exampleIds.activations.bashirSlack}/variables/x`,
    ],
  ];

  it.each(everyOperation)('%s can be made to fail', async (operation, method, path) => {
    const { platform, call } = startPlatform({ isBroken: true });
    platform.faults.add({ operation, fault: { kind: 'dropAfter' } });
    await expect(call(method, path)).rejects.toThrow('fetch failed');
    expect(platform.requests[0]).toMatchObject({ operation, method });
  });
});

describe('the record of requests', () => {
  it('holds what was asked, refused or not, and never the key', async () => {
    const { platform, call } = startPlatform();
    await call('POST', '/activations', { body: slackAlerts() });
    await call('GET', '/users/user-amelia', { headers: { authorization: 'Bearer wrong' } });
    expect(platform.requests).toEqual([
      {
        operation: 'ActivateUser',
        method: 'POST',
        url: `https://platform.example/api/v2/o/${exampleIds.organisation}/activations`,
        body: slackAlerts(),
        at: testTime,
      },
      {
        operation: 'GetEndUser',
        method: 'GET',
        url: `https://platform.example/api/v2/o/${exampleIds.organisation}/users/user-amelia`,
        body: null,
        at: testTime,
      },
    ]);
    expect(JSON.stringify(platform.requests)).not.toContain(exampleIds.apiKey);
  });

  it('holds paths and bodies that mean nothing', async () => {
    const { platform, call } = startPlatform();
    expect((await call('GET', '/elsewhere')).status).toBe(404);
    expect((await call('PUT', '/activations', { body: '{"half":' })).status).toBe(405);
    expect(platform.requests).toMatchObject([
      { operation: null, body: null },
      { operation: null, body: '{"half":' },
    ]);
  });
});

describe('time', () => {
  it('every answer takes as long as it is told to', async () => {
    vi.useFakeTimers();
    try {
      const platform = createEmulator({ latencyMs: 250 });
      let status = 0;
      const reply = platform.fetch(toRequest('GET', '/users/user-amelia')).then((response) => {
        status = response.status;
      });
      await vi.advanceTimersByTimeAsync(249);
      expect(status).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      await reply;
      expect(status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('an aborted request is never begun', async () => {
    const { platform } = startPlatform();
    const signal = AbortSignal.abort(new Error('too late'));
    const request = toRequest('POST', '/activations', { body: slackAlerts(), signal });
    await expect(platform.fetch(request)).rejects.toThrow('too late');
    expect(platform.requests).toEqual([]);
  });
});
