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
import { harmlessWrites, madeUpId } from './harmless.js';
import { askAll, type Asking, type Probe, toAsking } from './probe.js';

const noIntegration = 'no integration is listed';

/** Who may ask for what, and what is said of what is not theirs. */
export const accessChecks: readonly Check[] = [
  {
    name: 'unknown-integration',
    expected: 'answers 404 to everything of an integration that is not listed',
    why: 'Whoever knows the id of an environment could use it though the host does not offer it.',
    run: async ({ probe }) => expectStatus(404, ...(await askAll(probe, everyCall(madeUpId)))),
  },
  {
    name: 'unknown-template',
    expected: 'answers 404 to the connections of a template that the integration does not have',
    why: 'A template of elsewhere could be used to list connections of any system.',
    run: async ({ probe, survey: { environmentId } }) => {
      if (environmentId === null) return skipped(noIntegration);
      const parameters = { environmentId, connectionTemplateId: madeUpId };
      return expectStatus(404, await probe.ask(toAsking('listConnections', parameters)));
    },
  },
  {
    name: 'foreign-activation',
    expected:
      'answers 404 to changing or ending an activation that is not the user’s, alike for any',
    why: 'An activation is its owner’s alone; a difference tells which ids exist.',
    run: async ({ probe, survey: { environmentId } }) => {
      if (environmentId === null) return skipped(noIntegration);
      const [edit, end] = harmlessWrites(environmentId).slice(1);
      if (edit === undefined || end === undefined) return passed;
      for (const asking of [edit, end]) {
        const path = asking.path.replace(madeUpId, 'nonsense');
        const replies = await askAll(probe, [asking, { ...asking, path }]);
        const outcome = expectStatus(404, ...replies);
        if (outcome.kind !== 'passed') return outcome;
        const [first, second] = replies;
        if (first?.text !== second?.text) return failed(`${first?.text} and ${second?.text}`);
      }
      return passed;
    },
  },
  {
    name: 'unknown-path',
    expected: 'answers 404 to a path that is not of the host API',
    why: 'A page, or a redirect to one, in its place is taken for an answer.',
    run: async ({ probe }) => {
      const paths = ['/nothing', '/integrations/a/b', '/integrations/%2e%2e%2f'];
      return expectStatus(404, ...(await askAll(probe, paths.map(toGet))));
    },
  },
  {
    name: 'other-method',
    expected: 'answers 405 with `Allow` to a known path with another method',
    why: 'Proxies and developers learn from it what there is; 404 sends them looking elsewhere.',
    run: async ({ probe, survey: { environmentId } }) => {
      for (const [path, methods] of listMethods(environmentId ?? madeUpId)) {
        const reply = await probe.ask({ method: 'PUT', path });
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
    run: async ({ probe, survey: { environmentId } }) => {
      if (!probe.hasCredentials) return skipped('no --header says who is signed in');
      const calls = everyCall(environmentId ?? madeUpId).map((each) => ({
        ...each,
        asNobody: true,
      }));
      const list = { ...toAsking('listIntegrations'), asNobody: true };
      return expectStatus(401, ...(await askAll(probe, [list, ...calls])));
    },
  },
  {
    name: 'foreign-origin',
    expected: 'answers 403 to a change that a page of another site asks for',
    why: 'Any page that the user visits could activate and end things with the user’s cookie.',
    run: ({ probe, survey }) =>
      askFrom(probe, survey.environmentId, { Origin: 'https://attacker.example' }),
  },
  {
    name: 'same-site',
    expected: 'answers 403 to a change from another subdomain (Sec-Fetch-Site: same-site)',
    why: 'A subdomain may be another’s: same-site is not same-origin.',
    run: ({ probe, survey }) =>
      askFrom(probe, survey.environmentId, { Origin: null, 'Sec-Fetch-Site': 'same-site' }),
  },
  {
    name: 'no-origin',
    expected: 'answers 403 to a change with neither `Origin` nor `Sec-Fetch-Site`',
    why: 'No browser of today sends neither; what comes without them cannot be told from an attack.',
    run: ({ probe, survey }) => askFrom(probe, survey.environmentId, { Origin: null }),
  },
];

async function askFrom(
  probe: Probe,
  environmentId: string | null,
  headers: Readonly<Record<string, string | null>>,
): Promise<Outcome> {
  const asked = harmlessWrites(environmentId ?? madeUpId).map((each) => ({
    ...each,
    headers: { ...each.headers, ...headers },
  }));
  return expectEvery(await askAll(probe, asked), ({ status }) => status === 403);
}

/** Every call about one integration; none of them can change anything. */
function everyCall(environmentId: string): readonly Asking[] {
  return [
    toAsking('getIntegration', { environmentId }),
    toAsking('listConnections', { environmentId, connectionTemplateId: madeUpId }),
    toAsking('listActivations', { environmentId }),
    ...harmlessWrites(environmentId),
  ];
}

function toGet(path: string): Asking {
  return { method: 'GET', path };
}

/** Each path of the host API, with the methods that it has. */
function listMethods(environmentId: string): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, readonly string[]>();
  for (const { method, path } of [toAsking('listIntegrations'), ...everyCall(environmentId)]) {
    methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  return methods;
}
