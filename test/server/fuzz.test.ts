import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { isUuid } from '../../src/server/ids.js';
import { activate } from '../../src/wire/calls/activate.js';
import { updateVariables } from '../../src/wire/calls/updateVariables.js';
import { problemStatus } from '../../src/wire/problem.js';
import {
  basePath,
  createTestHost,
  exampleIntegrations,
  hostOrigin,
  type TestHost,
} from '../support/host.js';
import { activateShopify, activateSlack, madeUpId } from './example.js';

const { environments, templates, connections, activations } = exampleIds;

interface Fuzzed {
  readonly method: string;
  /** Below the base path, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const nasty = fc.constantFrom(
  ...['', '.', '..', '%', '%2', '%2e%2e', '%2e%2e%2f', '%252e%252e', '%00', '%0d%0a', '%ff', '%2F'],
  ...['%E0%A4', '__proto__', 'constructor', '😀', '*', '{environmentId}', 'a'.repeat(9_000)],
);
const anyId = fc.oneof(
  fc.constantFrom(
    ...Object.values(environments),
    ...Object.values(activations),
    ...Object.values(templates.shopifyOrders),
    connections.bashirSlack,
    madeUpId,
  ),
  nasty,
  fc.string().map((text) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, ''))),
);
const word = fc.constantFrom(
  'integrations',
  'templates',
  'connections',
  'activations',
  'variables',
);

const knownPath = fc.oneof(
  fc.constant('/integrations'),
  anyId.map((id) => `/integrations/${id}`),
  anyId.map((id) => `/integrations/${id}/activations`),
  fc.tuple(anyId, anyId).map(([a, b]) => `/integrations/${a}/templates/${b}/connections`),
  fc.tuple(anyId, anyId).map(([a, b]) => `/integrations/${a}/activations/${b}`),
  fc.tuple(anyId, anyId).map(([a, b]) => `/integrations/${a}/activations/${b}/variables`),
);
const anyPath = fc.array(fc.oneof(word, anyId)).map((parts) => `/${parts.join('/')}`);
const anyQuery = fc
  .dictionary(fc.constantFrom('search', 'after', 'first', 'user', 'x'), fc.string(), { maxKeys: 3 })
  .map((query) => (Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''));

const anyMethod = fc.oneof(
  fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
  fc.constantFrom('HEAD', 'PUT', 'OPTIONS', 'PROPFIND', 'get', 'X'),
);

const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
const anyHeaders = fc.record(
  {
    'X-Test-User': fc.constantFrom('user-amelia', 'user-carla', 'user-new', '..', '%00'),
    Origin: fc.oneof(fc.constantFrom(hostOrigin, 'null', 'https://evil.example'), headerText),
    'Sec-Fetch-Site': fc.constantFrom('same-origin', 'same-site', 'cross-site', 'none'),
    'Content-Type': fc.oneof(fc.constantFrom('application/json', 'text/plain'), headerText),
    'Content-Length': fc.constantFrom('0', '9999999', '-1', 'x'),
    'Idempotency-Key': fc.oneof(fc.uuid(), headerText),
    'If-Match': headerText,
    'X-Forwarded-Host': fc.constant('evil.example'),
    'Access-Control-Request-Method': anyMethod,
    'Access-Control-Request-Headers': headerText,
  },
  { requiredKeys: [] },
);

const slackText = JSON.stringify(activateSlack().body);
const anyBody = fc.oneof(
  fc.constant(null),
  fc.constantFrom(slackText, JSON.stringify(activateShopify().body), '{"variables":{}}'),
  fc.json().map((text) => `{"connections":${text},"dynamicVariables":${text}}`),
  fc.json().map((text) => `{"variables":${text}}`),
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => '['.repeat(depth)),
  fc.constantFrom('{"__proto__":{"variables":{}}}', '{"variables":{"__proto__":{"a":1}}}'),
);

const anything: fc.Arbitrary<Fuzzed> = fc.record({
  method: anyMethod,
  path: fc.tuple(fc.oneof(knownPath, anyPath), anyQuery).map((parts) => parts.join('')),
  headers: anyHeaders,
  body: anyBody,
});

/** Amelia's own activation, right in every way. */
const right: fc.Arbitrary<Fuzzed> = fc.uuid().map((key) => ({
  method: 'POST',
  path: `/integrations/${environments.slackAlerts}/activations`,
  headers: {
    'X-Test-User': 'user-amelia',
    Origin: hostOrigin,
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
  },
  body: slackText,
}));

/** Right but for one or two things: what gets furthest. */
const nearlyRight = fc
  .tuple(right, anything, fc.subarray(['method', 'path', 'body'] as const, { maxLength: 1 }))
  .chain(([whole, other, members]) =>
    fc.subarray(Object.keys(whole.headers), { maxLength: 2 }).map((names): Fuzzed => {
      const changed = names.map((name) => [name, other.headers[name as 'Origin']] as const);
      const given = changed.filter(([, value]) => value !== undefined);
      const kept = Object.entries(whole.headers).filter(([name]) => !names.includes(name));
      return {
        ...whole,
        ...Object.fromEntries(members.map((member) => [member, other[member]])),
        headers: Object.fromEntries([...kept, ...given]) as Record<string, string>,
      };
    }),
  );

/** `null`: no browser and no server lets such a request come about. */
function toRequest({ method, path, headers, body }: Fuzzed): Request | null {
  try {
    const hasBody = body !== null && !['GET', 'HEAD', 'get'].includes(method);
    const url = `${hostOrigin}${basePath}${path}`;
    return new Request(url, { method, headers, ...(hasBody && { body }) });
  } catch {
    return null;
  }
}

function mayWrite(request: Request, text: string): boolean {
  const { headers, method } = request;
  const isSameOrigin =
    headers.get('Origin') === hostOrigin || headers.get('Sec-Fetch-Site') === 'same-origin';
  if (!isSameOrigin || !headers.has('X-Test-User')) return false;
  if (method === 'DELETE') return true;
  const isJson = /^application\/json\b/i.test(headers.get('Content-Type') ?? '');
  const body = parseJson(text);
  if (method === 'PATCH') return isJson && updateVariables.parseBody(body).ok;
  const hasKey = isUuid(headers.get('Idempotency-Key') ?? '');
  return method === 'POST' && isJson && hasKey && activate.parseBody(body).ok;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function expectWellFormed(response: Response): Promise<void> {
  expect(response.status).toBeLessThan(500);
  if (response.status < 400) return;
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = (await response.json()) as { status: number; code: string };
  expect(problem).toMatchObject({ type: 'about:blank', status: response.status });
  expect(Object.keys(problemStatus)).toContain(problem.code);
}

/** Sends everything to one host, whose answers are scanned for canaries and against the document. */
async function fuzz(
  arbitrary: fc.Arbitrary<Fuzzed>,
  numRuns: number,
): Promise<{ host: TestHost; statuses: Set<number>; writes: number }> {
  const host = createTestHost({
    // The fifth is the host's own misconfiguration, which is answered with 503.
    options: { integrations: exampleIntegrations.slice(0, 4), rateLimit: () => null },
  });
  const statuses = new Set<number>();
  let writes = 0;
  const property = fc.asyncProperty(arbitrary, async (fuzzed) => {
    const request = toRequest(fuzzed);
    fc.pre(request !== null);
    const text = await request.clone().text();
    const before = host.emulator.requests.length;
    const response = await host.handler(request);
    statuses.add(response.status);
    await expectWellFormed(response);
    const sent = host.emulator.requests.slice(before).filter(({ method }) => method !== 'GET');
    if (sent.length > 0) expect(mayWrite(request, text)).toBe(true);
    writes += sent.length;
  });
  await fc.assert(property, { numRuns });
  return { host, statuses, writes };
}

describe('whatever is sent to the handler', () => {
  it('is answered well-formed, without a 5xx, a secret or a write that was not asked for', async () => {
    const { host, statuses } = await fuzz(anything, 1_000);
    expect([...statuses]).toEqual(expect.arrayContaining([401, 403, 404, 405]));
    expect(host.errors.map(String).filter((each) => !each.includes('identify'))).toEqual([]);
  });

  it('reaches the platform as a write only where origin, key and body are right', async () => {
    const { statuses, writes } = await fuzz(nearlyRight, 500);
    expect([...statuses]).toEqual(expect.arrayContaining([201, 400, 401, 403]));
    expect(writes).toBeGreaterThan(0);
  });
});
