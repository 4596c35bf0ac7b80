import { exampleIds } from '../../src/emulator.js';

type Handler = (request: Request) => Promise<Response>;

/** A backend that breaks one promise. */
export type Break = (handler: Handler) => Handler;

const madeUp = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly text: string;
}

async function toCall(request: Request): Promise<Call> {
  const { pathname, searchParams } = new URL(request.url);
  const path = pathname.replace('/api/onboarding', '');
  const { method, headers } = request;
  return { method, path, query: searchParams, headers, text: await request.clone().text() };
}

/** Sends the request with something changed, or answers in the handler's place. */
function meddle(
  change: (request: Request, call: Call, handler: Handler) => Promise<Response> | null,
): Break {
  return (handler) => async (request) => {
    const answer = change(request, await toCall(request), handler);
    return answer ?? handler(request);
  };
}

const problem = (status: number, code: string): Promise<Response> =>
  Promise.resolve(
    new Response(JSON.stringify({ type: 'about:blank', title: code, status, code }), {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    }),
  );

/** Answers in the handler's place. */
const insteadOf = (isMeant: (call: Call) => boolean, status: number, code: string): Break =>
  meddle((_, call) => (isMeant(call) ? problem(status, code) : null));

/** Sends on another request than the one that came. */
const sending = (isMeant: (call: Call) => boolean, edit: (request: Request) => Request): Break =>
  meddle((request, call, handler) => (isMeant(call) ? handler(edit(request)) : null));

/** Gives back another answer than the handler's. */
const answering = (
  isMeant: (call: Call) => boolean,
  edit: (answer: Answer) => Partial<Answer>,
): Break =>
  meddle((request, call, handler) =>
    isMeant(call)
      ? handler(request).then(async (response) => {
          const { status, headers } = response;
          const answer = { status, headers, text: await response.text() };
          const edited = { ...answer, ...edit(answer) };
          const body = edited.status === 204 ? null : edited.text;
          return new Response(body, { status: edited.status, headers: edited.headers });
        })
      : null,
  );

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const editText = (isMeant: (call: Call) => boolean, from: string, to: string): Break =>
  answering(isMeant, ({ text }) => ({ text: text.replaceAll(from, to) }));

const withHeader = (request: Request, name: string, value: string | null): Request => {
  const headers = new Headers(request.headers);
  if (value === null) headers.delete(name);
  else headers.set(name, value);
  return new Request(request, { headers });
};

const withoutQuery = (name: string, isMeant: (query: URLSearchParams) => boolean): Break =>
  sending(
    ({ query }) => query.has(name) && isMeant(query),
    (request) => {
      const url = new URL(request.url);
      url.searchParams.delete(name);
      return new Request(url, request);
    },
  );

/** Lets a change through that a page of another site, or no page, asks for. */
const trusting = (isMeant: (headers: Headers) => boolean): Break =>
  sending(
    (call) => call.method !== 'GET' && isSignedIn(call) && isMeant(call.headers),
    (request) => withHeader(request, 'Origin', new URL(request.url).origin),
  );

const without = (name: string): Break =>
  answering(
    () => true,
    ({ headers }) => {
      headers.delete(name);
      return { headers };
    },
  );

/** Forgets a key while its activation is still being made. */
const forgetful: Break = (handler) => {
  const running = new Set<string>();
  return async (request) => {
    const key = request.headers.get('Idempotency-Key') ?? '';
    if (running.has(key)) {
      return handler(withHeader(request, 'Idempotency-Key', crypto.randomUUID()));
    }
    running.add(key);
    return handler(request).finally(() => running.delete(key));
  };
};

const isList = ({ path }: Call): boolean => path === '/integrations';
const isIntegration = ({ path }: Call): boolean => /^\/integrations\/[^/]+$/.test(path);
const isConnections = ({ path }: Call): boolean => path.endsWith('/connections');
const isActivations = ({ path }: Call): boolean => path.endsWith('/activations');
const isSignedIn = ({ headers }: Call): boolean => headers.has('X-Test-User');
const isGet = (call: Call): boolean => call.method === 'GET' && isSignedIn(call);
const isActivate = (call: Call): boolean => call.method === 'POST' && isActivations(call);
const isReal = ({ path, text }: Call): boolean => !path.includes(madeUp) && !text.includes(madeUp);
const isElsewhere = ({ path }: Call): boolean => path.startsWith(`/integrations/${madeUp}`);

const withText = (request: Request, text: string): Request => {
  const { method, headers } = request;
  return new Request(request.url, { method, headers, body: text });
};

const rewriting = (isMeant: (call: Call) => boolean, from: string, to: string): Break =>
  meddle((request, call, handler) =>
    isMeant(call) ? handler(withText(request, call.text.replace(from, to))) : null,
  );

/** One for each check, by its name. */
export const breaks: Readonly<Record<string, Break>> = {
  integrations: editText((call) => isList(call) && isGet(call), '"name":', '"source":"x","name":'),
  integration: editText(isIntegration, '"managed":true', '"managed":1'),
  connections: editText(
    (call) => isConnections(call) && call.query.size === 0,
    '"name":',
    '"credentials":[],"name":',
  ),
  activations: insteadOf(
    (call) => isActivations(call) && isGet(call) && isReal(call),
    404,
    'notFound',
  ),
  first: withoutQuery('first', () => true),
  next: withoutQuery('after', (query) => query.has('first')),
  'cursor-elsewhere': withoutQuery(
    'after',
    (query) => !query.has('first') && (query.get('after') ?? '').length > 20,
  ),
  'cursor-forged': withoutQuery('after', (query) => (query.get('after') ?? '').length <= 20),
  search: withoutQuery('search', (query) => !query.has('after')),
  managed: answering(
    (call) => isGet(call) && call.path.includes(exampleIds.templates.warehouseSync.loqate),
    () => ({ status: 200, text: '{"items":[]}' }),
  ),
  'unknown-integration': insteadOf(
    (call) => isGet(call) && isIntegration(call) && isElsewhere(call),
    403,
    'forbidden',
  ),
  'unknown-template': insteadOf(
    (call) => isGet(call) && isConnections(call) && !isReal(call) && !isElsewhere(call),
    403,
    'forbidden',
  ),
  'foreign-activation': insteadOf(
    (call) => call.method === 'DELETE' && isSignedIn(call) && !isReal(call) && !isElsewhere(call),
    403,
    'forbidden',
  ),
  'foreign-account': insteadOf(
    (call) => call.method === 'PUT' && call.path.endsWith('/connections/nonsense'),
    403,
    'forbidden',
  ),
  'unknown-path': insteadOf(({ path }) => path === '/nothing', 403, 'forbidden'),
  'other-method': without('Allow'),
  nobody: sending(
    (call) => isList(call) && !isSignedIn(call),
    (request) => withHeader(request, 'X-Test-User', 'user-amelia'),
  ),
  'foreign-origin': trusting((headers) => headers.get('Origin')?.includes('attacker') === true),
  'same-site': trusting((headers) => headers.get('Sec-Fetch-Site') === 'same-site'),
  'no-origin': trusting((headers) => !headers.has('Origin') && !headers.has('Sec-Fetch-Site')),
  'not-json': insteadOf(({ text }) => text === '{', 422, 'invalid'),
  'other-type': sending(
    ({ headers }) => headers.get('Content-Type') === 'text/plain',
    (request) => withHeader(request, 'Content-Type', 'application/json'),
  ),
  'too-large': insteadOf(({ text }) => text.length > 256 * 1024, 422, 'invalid'),
  'unknown-member': rewriting(isActivate, ',"userId":"somebody"', ''),
  'inexact-number': rewriting(isActivate, '1e400', '1'),
  'foreign-connection': editText(isActivate, '"path":"/connections', '"path":"/elsewhere'),
  'no-key': sending(
    (call) => isActivate(call) && isSignedIn(call) && !call.headers.has('Idempotency-Key'),
    (request) => withHeader(request, 'Idempotency-Key', crypto.randomUUID()),
  ),
  activate: editText(
    (call) => isActivate(call) && isReal(call),
    '"environmentId":',
    '"x":1,"environmentId":',
  ),
  'repeated-key': answering(
    (call) => isActivate(call) && isReal(call),
    ({ status }) => ({ status: status === 200 ? 201 : status }),
  ),
  'at-once': forgetful,
  'reused-key': rewriting(isActivate, '"another":"body"', ''),
  edit: editText(
    (call) => call.method === 'PATCH' && isReal(call) && !call.headers.has('If-Match'),
    '"revision":',
    '"version":',
  ),
  stale: sending(
    ({ headers }) => headers.has('If-Match'),
    (request) => withHeader(request, 'If-Match', null),
  ),
  end: answering(
    (call) => call.method === 'DELETE' && isReal(call) && !call.path.endsWith('/nonsense'),
    ({ status }) => ({ status: status === 404 ? 204 : status }),
  ),
  problems: answering(
    ({ path }) => path === '/nothing',
    ({ headers }) => {
      headers.set('Content-Type', 'application/json');
      return { headers };
    },
  ),
  'no-store': without('Cache-Control'),
  nosniff: without('X-Content-Type-Options'),
};
