import { describe, expect, it } from 'vitest';
import { BackendError } from '../../src/backend/backendError.js';
import { createHttpBackend, type HttpBackend } from '../../src/backend/createHttpBackend.js';

const { signal } = new AbortController();
const activation = {
  id: 'a',
  environmentId: 'e',
  environmentStatus: 'running',
  connections: [],
  dynamicVariables: {},
  secretsSet: [],
  webhooks: [],
  revision: 'r',
};
const input = { environmentId: 'e', connections: [], dynamicVariables: {} };

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function backendOn(answer: (sent: Sent) => Response | Promise<Response>, options = {}) {
  const sent: Sent[] = [];
  const backend = createHttpBackend({
    baseUrl: '/api/onboarding/',
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer({ url, init });
    },
    ...options,
  });
  return { backend, sent };
}

const neverAnswers = ({ init }: Sent): Promise<Response> =>
  new Promise((_, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

const ids = { environmentId: 'e', activationId: 'a' };
const writes: readonly (readonly [string, (backend: HttpBackend) => Promise<unknown>])[] = [
  ['activate', (backend) => backend.activate(input, { signal, idempotencyKey: 'k' })],
  ['set variables', (backend) => backend.updateVariables({ ...ids, variables: {} }, { signal })],
  ['end an activation', (backend) => backend.deactivate(ids, { signal })],
];

async function failureOf(call: Promise<unknown>): Promise<BackendError> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BackendError);
  return error as BackendError;
}

describe('a call', () => {
  it('goes to the path of the host API, with the headers that the host asks for each time', async () => {
    let count = 0;
    const headers = async () => ({ 'X-CSRF': `token-${++count}` });
    const { backend, sent } = backendOn(() => Response.json({ items: [] }), { headers });
    const page = { environmentId: 'e', connectionTemplateId: 't', search: 'a&b', first: 5 };
    await backend.listConnections(page, { signal });
    await backend.listIntegrations({ signal });
    expect(sent.map(({ url }) => url)).toEqual([
      '/api/onboarding/integrations/e/templates/t/connections?search=a%26b&first=5',
      '/api/onboarding/integrations',
    ]);
    expect(sent[1]?.init.headers).toMatchObject({ 'X-CSRF': 'token-2' });
    expect(sent[0]?.init.credentials).toBe('same-origin');
  });

  it('to activate carries the key of the intent and nothing of the user', async () => {
    const { backend, sent } = backendOn(() => Response.json(activation, { status: 201 }));
    await backend.activate(input, { signal, idempotencyKey: 'k-1' });
    expect(sent[0]?.init.headers).toMatchObject({ 'Idempotency-Key': 'k-1' });
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      connections: [],
      dynamicVariables: {},
    });
  });

  it('to change variables says which state it saw', async () => {
    const { backend, sent } = backendOn(() => Response.json(activation));
    await backend.updateVariables(
      { environmentId: 'e', activationId: 'a', variables: { x: 1 }, revision: '"r"' },
      { signal },
    );
    expect(sent[0]?.init.headers).toMatchObject({ 'If-Match': '"r"' });
  });

  it('that answers nothing is fine where nothing is expected', async () => {
    const { backend } = backendOn(() => new Response(null, { status: 204 }));
    await expect(
      backend.deactivate({ environmentId: 'e', activationId: 'a' }, { signal }),
    ).resolves.toBeUndefined();
  });

  it('hears that the caller gave up, and then rejects with its reason', async () => {
    const controller = new AbortController();
    const { backend } = backendOn(({ init }) => {
      controller.abort(new Error('left'));
      expect(init.signal?.aborted).toBe(true);
      throw init.signal?.reason;
    });
    await expect(backend.listIntegrations({ signal: controller.signal })).rejects.toThrow('left');
  });
});

describe('a list of activations', () => {
  it.each([
    ['whole, as of a backend that always lists all', {}, undefined],
    ['incomplete', { incomplete: true }, true],
  ])('is %s', async (_what, members, incomplete) => {
    const { backend } = backendOn(() => Response.json({ items: [activation], ...members }));
    const list = await backend.listActivations({ environmentId: 'e' }, { signal });
    expect([[...list], list.incomplete]).toEqual([[{ ...activation, webhooks: [] }], incomplete]);
  });
});

describe('a failure', () => {
  it('carries what the problem says', async () => {
    const problem = {
      code: 'invalid',
      title: 'Invalid',
      detail: 'Unknown warehouse.',
      fields: [{ path: '/dynamicVariables/code', message: 'Unknown.' }],
    };
    const { backend } = backendOn(() => Response.json(problem, { status: 422 }));
    const error = await failureOf(backend.activate(input, { signal, idempotencyKey: 'k' }));
    expect(error).toMatchObject({
      code: 'invalid',
      status: 422,
      message: 'Unknown warehouse.',
      fields: problem.fields,
      outcomeUnknown: false,
    });
  });

  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [412, 'conflict'],
    [418, 'invalid'],
    [429, 'rateLimited'],
    [500, 'unknown'],
    [503, 'unavailable'],
    [504, 'timeout'],
  ])('of status %i without a body of ours is %s', async (status, code) => {
    const { backend } = backendOn(() => new Response('<h1>Proxy</h1>', { status }));
    expect((await failureOf(backend.listIntegrations({ signal }))).code).toBe(code);
  });

  it('says when to come back', async () => {
    const headers = { 'Retry-After': '7' };
    const { backend } = backendOn(() => new Response('', { status: 429, headers }));
    expect((await failureOf(backend.listIntegrations({ signal }))).retryAfterSeconds).toBe(7);
  });

  it('of an answer that is none says where it is wrong', async () => {
    const items = [{ id: 'c', name: 7, authTypes: [], health: { status: 'ok' } }];
    const { backend } = backendOn(() => Response.json({ items }));
    const page = { environmentId: 'e', connectionTemplateId: 't' };
    const error = await failureOf(backend.listConnections(page, { signal }));
    expect(error.code).toBe('malformed');
    expect(error.message).toContain('/items/0/name');
  });

  it('of a value that a newer host invents is none: the nearest known one stands in', async () => {
    const items = [{ id: 'c', name: 'C', authTypes: [], health: { status: 'radiant' } }];
    const { backend } = backendOn(() => Response.json({ items }));
    const page = { environmentId: 'e', connectionTemplateId: 't' };
    const { items: parsed } = await backend.listConnections(page, { signal });
    expect(parsed[0]?.health.status).toBe('unchecked');
  });

  describe.each(writes)('to %s', (_, write) => {
    it.each<[string, () => Response]>([
      [
        'the network broke',
        () => {
          throw new TypeError('fetch failed');
        },
      ],
      ['a proxy answered with a page', () => new Response('<html>', { status: 502 })],
      ['a proxy answered with JSON', () => Response.json({ message: 'late' }, { status: 504 })],
      ['a proxy gave up on the request', () => new Response('', { status: 408 })],
      ['the answer was cut', () => new Response('{"id":', { status: 201 })],
      ['a page answered', () => new Response('<!doctype html>', { status: 200 })],
    ])('where %s leaves the outcome unknown, and no status', async (_case, answer) => {
      const error = await failureOf(write(backendOn(answer).backend));
      expect(error).toMatchObject({ outcomeUnknown: true });
      expect(error.status).toBeUndefined();
    });

    it('in time leaves the outcome unknown', async () => {
      const { backend } = backendOn(neverAnswers, { timeoutMs: 5 });
      const error = await failureOf(write(backend));
      expect(error).toMatchObject({ code: 'timeout', outcomeUnknown: true });
    });

    it('where the host refused is known: nothing happened', async () => {
      const problem = { code: 'unavailable', title: 'Unavailable' };
      const { backend } = backendOn(() => Response.json(problem, { status: 503 }));
      const error = await failureOf(write(backend));
      expect(error).toMatchObject({ status: 503, outcomeUnknown: false });
    });
  });

  it.each(writes.slice(0, 2))(
    'to %s where the answer is no activation is unknown',
    async (_, write) => {
      const { backend } = backendOn(() => Response.json({}, { status: 201 }));
      expect(await failureOf(write(backend))).toMatchObject({ outcomeUnknown: true });
    },
  );

  it('of an answer that cannot be used has the status that came', async () => {
    const { backend } = backendOn(() => Response.json({}, { status: 203 }));
    const error = await failureOf(backend.listIntegrations({ signal }));
    expect(error).toMatchObject({ code: 'malformed', status: 203, outcomeUnknown: false });
  });

  it('to read where the network broke is known: nothing happened', async () => {
    const { backend } = backendOn(() => {
      throw new TypeError('fetch failed');
    });
    const error = await failureOf(backend.listIntegrations({ signal }));
    expect(error).toMatchObject({ code: 'offline', outcomeUnknown: false });
  });

  it('to answer in time is a timeout', async () => {
    const { backend } = backendOn(neverAnswers, { timeoutMs: 5 });
    expect((await failureOf(backend.listIntegrations({ signal }))).code).toBe('timeout');
  });
});

it('without a base URL is refused when it is made, and says what to pass', () => {
  expect(() => createHttpBackend({ baseUrl: '' })).toThrow(/createHttpBackend: baseUrl is missing/);
});
