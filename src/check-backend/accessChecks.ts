import {
  type Check,
  describe,
  expectEvery,
  expectStatus,
  failed,
  type Outcome,
  passed,
  skipped,
} from './check.js';
import {
  listNoopRequests,
  madeUpId,
  noopRequests,
  noopWrites,
  toForeignReconnect,
} from './noopWrites.js';
import type { Discovery } from './discovery.js';
import { type Probe, type ProbeRequest, sendAll } from './probe.js';

const noIntegration = 'no integration is listed';

/** Check authentication, ownership, and that foreign things answer like unknown ones. */
export const accessChecks: readonly Check[] = [
  {
    name: 'unknown-integration',
    expected: 'answers 404 to everything of an integration that is not listed',
    why: 'Whoever knows the id of an environment could use it though the host does not offer it.',
    run: async ({ probe, discovery }) =>
      expectStatus(404, ...(await sendAll(probe, ofIntegration(madeUpId, discovery)))),
  },
  {
    name: 'unknown-template',
    expected: 'answers 404 to the connections of a template that the integration does not have',
    why: 'A template of elsewhere could be used to list connections of any system.',
    run: async ({ probe, discovery: { environmentId } }) => {
      if (environmentId === null) return skipped(noIntegration);
      return expectStatus(404, await probe.send(noopRequests.listConnections(environmentId)));
    },
  },
  {
    name: 'foreign-activation',
    expected:
      'answers 404 to changing or ending an activation that is not the user’s, alike for any',
    why: 'An activation is its owner’s alone; a difference tells which ids exist.',
    run: async ({ probe, discovery }) => {
      const { environmentId } = discovery;
      if (environmentId === null) return skipped(noIntegration);
      const activation = `/activations/${madeUpId}`;
      const writes = noopWrites(environmentId, discovery).filter(({ path }) =>
        path.includes(activation),
      );
      for (const request of writes) {
        const path = request.path.replace(activation, '/activations/nonsense');
        const replies = await sendAll(probe, [request, { ...request, path }]);
        const outcome = expectStatus(404, ...replies);
        if (outcome.kind !== 'passed') return outcome;
        const [first, second] = replies;
        if (first?.text !== second?.text) return failed(`${first?.text} and ${second?.text}`);
      }
      return passed;
    },
  },
  {
    name: 'foreign-account',
    expected:
      'answers 404 to signing in to, or removing, an account that is not the user’s, alike for any',
    why: 'An account is its owner’s alone; a difference tells which ids exist.',
    run: async ({ probe, discovery: { choosable } }) => {
      const target = choosable.find(({ template }) => template.connect !== null);
      if (target === undefined) return skipped('no template takes new accounts');
      const requests = [madeUpId, 'nonsense'].map((connectionId) =>
        toForeignReconnect(target, connectionId),
      );
      const replies = await sendAll(probe, requests);
      const outcome = expectStatus(404, ...replies);
      if (outcome.kind !== 'passed') return outcome;
      const [first, second] = replies;
      return first?.text === second?.text ? passed : failed(`${first?.text} and ${second?.text}`);
    },
  },
  {
    name: 'unknown-path',
    expected: 'answers 404 to a path that is not of the host API',
    why: 'A page, or a redirect to one, in its place is taken for an answer.',
    run: async ({ probe }) => {
      const paths = ['/nothing', '/integrations/a/b', '/integrations/%2e%2e%2f'];
      return expectStatus(
        404,
        ...(await sendAll(
          probe,
          paths.map((path) => ({ method: 'GET', path })),
        )),
      );
    },
  },
  {
    name: 'other-method',
    expected: 'answers 405 with `Allow` to a known path with another method',
    why: 'Proxies and developers learn from it what there is; 404 sends them looking elsewhere.',
    run: async ({ probe, discovery }) => {
      const { environmentId } = discovery;
      for (const [path, methods] of listMethods(environmentId ?? madeUpId, discovery)) {
        const unused = methods.includes('PUT') ? 'PATCH' : 'PUT';
        const reply = await probe.send({ method: unused, path });
        const allow = (reply.headers.get('Allow') ?? '').split(/\s*,\s*/);
        if (reply.status !== 405) return failed(describe(reply));
        if (!methods.every((method) => allow.includes(method))) {
          return failed(`${reply.line} answered 405 with Allow: ${allow.join(', ') || 'nothing'}`);
        }
      }
      return passed;
    },
  },
  {
    name: 'nobody',
    expected: 'answers 401 to everything where nobody is signed in',
    why: 'Without it anybody on the network acts as somebody.',
    run: async ({ probe, discovery }) => {
      if (!probe.hasCredentials) return skipped('no --header says who is signed in');
      const requests = listNoopRequests(discovery.environmentId ?? madeUpId, discovery);
      const anonymous = requests.map((each) => ({ ...each, anonymous: true }));
      return expectStatus(401, ...(await sendAll(probe, anonymous)));
    },
  },
  {
    name: 'foreign-origin',
    expected: 'answers 403 to a change that a page of another site asks for',
    why: 'Any page that the user visits could activate and end things with the user’s cookie.',
    run: ({ probe, discovery }) =>
      sendFrom(probe, discovery, { Origin: 'https://attacker.example' }),
  },
  {
    name: 'same-site',
    expected: 'answers 403 to a change from another subdomain (Sec-Fetch-Site: same-site)',
    why: 'A subdomain may be another’s: same-site is not same-origin.',
    run: ({ probe, discovery }) =>
      sendFrom(probe, discovery, { Origin: null, 'Sec-Fetch-Site': 'same-site' }),
  },
  {
    name: 'no-origin',
    expected: 'answers 403 to a change with neither `Origin` nor `Sec-Fetch-Site`',
    why: 'No browser of today sends neither; what comes without them cannot be told from an attack.',
    run: ({ probe, discovery }) => sendFrom(probe, discovery, { Origin: null }),
  },
];

async function sendFrom(
  probe: Probe,
  discovery: Discovery,
  headers: Readonly<Record<string, string | null>>,
): Promise<Outcome> {
  const requests = noopWrites(discovery.environmentId ?? madeUpId, discovery).map((each) => ({
    ...each,
    headers: { ...each.headers, ...headers },
  }));
  return expectEvery(await sendAll(probe, requests), ({ status }) => status === 403);
}

/** All except the list of integrations, which names no environment. */
function ofIntegration(environmentId: string, discovery: Discovery): readonly ProbeRequest[] {
  const requests = listNoopRequests(environmentId, discovery);
  return requests.filter(({ path }) => path.includes(environmentId));
}

/** Each path of the host API, with the methods that it has. */
function listMethods(
  environmentId: string,
  discovery: Discovery,
): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, readonly string[]>();
  for (const { method, path } of listNoopRequests(environmentId, discovery)) {
    methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  return methods;
}
