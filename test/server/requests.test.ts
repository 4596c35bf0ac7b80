import { describe, expect, it, vi } from 'vitest';
import { exampleData, exampleIds } from '../../src/emulator.js';
import { createOnboardingHandler } from '../../src/server.js';
import { basePath, createTestHost, exampleIntegrations, hostOrigin } from '../support/host.js';
import {
  activateSlack,
  environmentPath,
  madeUpId,
  readProblem,
  slackActivationsPath,
} from './example.js';
import { createTimedHost } from './timedHost.js';

describe('a request that the host API does not know', () => {
  it.each([
    ['PUT', '/integrations', 'GET'],
    ['HEAD', '/integrations', 'GET'],
    ['DELETE', slackActivationsPath, 'GET, POST'],
    ['GET', `${slackActivationsPath}/${madeUpId}`, 'DELETE'],
    ['POST', `${slackActivationsPath}/${madeUpId}/variables`, 'PATCH'],
    ['OPTIONS', slackActivationsPath, 'GET, POST'],
  ])('answers 405 to %s %s and says what there is', async (method, path, allow) => {
    const response = await createTestHost().send(path, { method });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, allow]);
  });

  it.each([
    '',
    '/',
    '/integrations/',
    '//integrations',
    '/integrations/%',
    '/integrations/a/b',
    '/x',
  ])('answers 404 to the path %j', async (path) => {
    expect((await createTestHost().send(path)).status).toBe(404);
  });

  it('answers 404 outside of its base path', async () => {
    const host = createTestHost();
    for (const path of ['/integrations', '/api/onboardingx/integrations', '/']) {
      const request = new Request(`https://app.fernway.example${path}`);
      expect((await host.handler(request)).status).toBe(404);
    }
  });
});

describe('a body', () => {
  const send = async (body: unknown, headers: Record<string, string> = {}): Promise<Response> => {
    const host = createTestHost();
    const request = activateSlack();
    const response = await host.send(slackActivationsPath, {
      ...request,
      body,
      headers: { ...request.headers, ...headers },
    });
    if (response.status >= 400) expect(host.emulator.requests).toEqual([]);
    return response;
  };

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonx',
    'multipart/form-data',
  ])('answers 415 to %s, which a form of another site could send', async (type) => {
    expect((await send('{}', { 'Content-Type': type })).status).toBe(415);
  });

  it('may say its character set', async () => {
    const type = 'Application/JSON; charset=utf-8';
    expect((await send(activateSlack().body, { 'Content-Type': type })).status).toBe(201);
  });

  it.each(['', '{', 'null x', '{"a":1}}', "{'a':1}", '\u0000'])(
    'answers 400 to %j, which is no JSON',
    async (text) => {
      const response = await send(text);
      expect([response.status, (await readProblem(response)).code]).toEqual([400, 'invalid']);
    },
  );

  it('answers 400 to bytes that are no UTF-8, and stores nothing in their place', async () => {
    const text = JSON.stringify(activateSlack().body).replace('{}', '{"memo":"caf\u00e9"}');
    const { headers, method = '' } = activateSlack();
    const request = new Request(`${hostOrigin}${basePath}${slackActivationsPath}`, {
      method,
      headers: {
        ...headers,
        'X-Test-User': 'user-amelia',
        Origin: hostOrigin,
        'Content-Type': 'application/json',
      },
      body: Buffer.from(text, 'latin1'),
    });
    const host = createTestHost();
    expect((await host.handler(request)).status).toBe(400);
    expect(host.emulator.requests).toEqual([]);
  });

  it('answers 413 past 256 KiB, whatever length was announced', async () => {
    const response = await send(`"${'x'.repeat(256 * 1024)}"`);
    expect([response.status, (await readProblem(response)).code]).toEqual([413, 'invalid']);
    expect((await send('{}', { 'Content-Length': String(300 * 1024) })).status).toBe(413);
    expect((await send(`"${'x'.repeat(256 * 1024 - 2)}"`)).status).toBe(422);
  });

  it('answers 413 to more values than anybody types, and takes marks in texts for text', async () => {
    const toBody = (value: string): string =>
      `{"connections":null,"dynamicVariables":{"some":${value}}}`;
    const many = await send(toBody(`[${'0,'.repeat(20_000)}0]`));
    expect([many.status, (await readProblem(many)).detail]).toEqual([
      413,
      'The body holds too many values.',
    ]);
    expect((await send(toBody(`"${'{[,:'.repeat(20_000)}"`))).status).toBe(422);
    expect((await send(toBody(`[${'0,'.repeat(19_900)}0]`))).status).toBe(422);
  });

  it('that never ends is waited for no longer than the platform would be', async () => {
    const { host, clock } = createTimedHost();
    let hasLeft = false;
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode('{')),
      cancel: () => {
        hasLeft = true;
      },
    });
    // Node asks for it, browsers' types do not know it.
    const streamed = { body, duplex: 'half' };
    const path = `${slackActivationsPath}/${madeUpId}/variables`;
    const request = new Request(`${hostOrigin}${basePath}${path}`, {
      ...streamed,
      method: 'PATCH',
      headers: {
        'X-Test-User': 'user-amelia',
        Origin: hostOrigin,
        'Content-Type': 'application/json',
      },
    });
    const started = clock.now();
    const response = await clock.run(host.handler(request));
    expect([response.status, clock.now() - started, hasLeft]).toEqual([400, 10_000, true]);
    expect(host.errors).toEqual([]);
  });

  it('is refused where variables nest deeper than 64', async () => {
    const nest = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
    for (const depth of [65, 5000]) {
      const response = await send(`{"connections":[],"dynamicVariables":${nest(depth)}}`);
      expect(response.status).toBe(422);
      expect((await readProblem(response)).fields).toEqual([
        { path: '/dynamicVariables', message: 'Nests too deep.' },
      ]);
    }
  });

  it.each([
    ['1e400', '1e400', '/dynamicVariables/count'],
    ['an integer beyond 2^53', '9007199254740993', '/dynamicVariables/count'],
    ['one with a fraction of nothing', '-9007199254740993.0', '/dynamicVariables/count'],
    ['1e-400', '1e-400', '/dynamicVariables/count'],
    ['one in a list', '[1,{"]\\"}":"1e400","a/b":[0,1e999]}]', '/dynamicVariables/count/1/a~1b/1'],
  ])(
    'is refused by name where it would be stored as another number: %s',
    async (_, value, path) => {
      const text = `{"connections":[],"dynamicVariables":{"before":[],"count":${value},"after":1}}`;
      const response = await send(text);
      expect(response.status).toBe(422);
      expect((await readProblem(response)).fields).toEqual([
        { path, message: 'This number cannot be stored exactly.' },
      ]);
    },
  );

  it.each(['0', '0.0e9', '9007199254740991', '0.1', '1e22', '"1e400"', '-1.5E-7'])(
    'may have %s in it',
    async (value) => {
      const data = exampleData();
      for (const project of data.projects) {
        project.dynamicVariablesSchema = { type: 'object', additionalProperties: true };
      }
      const host = createTestHost({ data });
      const body = JSON.stringify(activateSlack().body).replace(
        '"dynamicVariables":{}',
        `"dynamicVariables":{"count":${value}}`,
      );
      const response = await host.send(slackActivationsPath, { ...activateSlack(), body });
      expect(response.status).toBe(201);
      expect(JSON.parse(await response.text())).toMatchObject({
        dynamicVariables: { count: JSON.parse(value) as unknown },
      });
    },
  );

  it('may name its variables like what every object inherits', async () => {
    const data = exampleData();
    for (const project of data.projects) {
      project.dynamicVariablesSchema = { type: 'object', additionalProperties: true };
    }
    const host = createTestHost({ data });
    const request = activateSlack();
    const body = JSON.stringify(request.body).replace(
      '"dynamicVariables":{}',
      '"dynamicVariables":{"__proto__":{"x":1},"constructor":2}',
    );
    const response = await host.send(slackActivationsPath, { ...request, body });
    expect(response.status).toBe(201);
    expect(await response.text()).toContain('"__proto__":{"x":1},"constructor":2');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

describe('an Idempotency-Key', () => {
  it.each(['', 'x', '123', '00000000-0000-0000-0000-00000000000g'])(
    'answers 400 to %j, which is no UUID',
    async (key) => {
      const host = createTestHost();
      const response = await host.send(slackActivationsPath, activateSlack(key));
      expect(response.status).toBe(400);
      expect(host.emulator.requests).toEqual([]);
    },
  );
});

describe('every answer', () => {
  it('is never stored, and never taken for anything but what it says', async () => {
    const host = createTestHost();
    const answers = [
      await host.send('/integrations'),
      await host.send('/nothing'),
      await host.send('/integrations', { user: null }),
      await host.send(slackActivationsPath, activateSlack()),
      await host.send(slackActivationsPath, { method: 'PUT' }),
    ];
    for (const { headers } of answers) {
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
    expect(answers.map(({ headers }) => headers.get('Content-Type'))).toEqual([
      'application/json',
      'application/problem+json',
      'application/problem+json',
      'application/json',
      'application/problem+json',
    ]);
  });

  it('is logged with operation, status, duration and an id of the request', async () => {
    let now = Date.now();
    const host = createTestHost({
      runtime: { createId: () => 'request-1', now: () => (now += 5) },
    });
    await host.send(environmentPath('slackAlerts'));
    expect(host.logs).toEqual([
      {
        event: 'answered',
        requestId: 'request-1',
        operation: 'getIntegration',
        method: 'GET',
        status: 200,
        durationMs: expect.any(Number) as number,
      },
    ]);
  });

  it('that fails is one line of the console, whatever the error says', async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      const fail = (): never => {
        throw new Error('no session\r\n\u001b[2Jforged\u2028line');
      };
      const handler = createOnboardingHandler({
        basePath,
        platform: {
          organisationId: exampleIds.organisation,
          auth: { type: 'apiKey', apiKey: 'key' },
        },
        integrations: exampleIntegrations,
        identify: fail,
        log: fail,
      });
      await handler(new Request(`${hostOrigin}${basePath}/integrations`));
      const lines = print.mock.calls.map((words) => words.join(' '));
      expect(lines.map((line) => line.replace(/.*: /, ''))).toEqual(
        Array.from({ length: 2 }, () => 'no session\\u000d\\u000a\\u001b[2Jforged\\u2028line'),
      );
    } finally {
      print.mockRestore();
    }
  });

  it('is not changed by a log or an onError that throws', async () => {
    const fail = (): never => {
      throw new Error('disk full');
    };
    const host = createTestHost({ options: { log: fail, onError: fail, identify: fail } });
    expect((await host.send('/integrations')).status).toBe(500);
  });
});
