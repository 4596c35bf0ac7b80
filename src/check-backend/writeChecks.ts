import { isJsonObject } from '../domain/json.js';
import { parseActivation } from '../wire/answers.js';
import { type Check, describe, expectStatus, failed, type Outcome, passed } from './check.js';
import { type Probe, type Reply, toAsking } from './probe.js';
import type { Rehearsal } from './rehearsal.js';
import { expectShape } from './shapeChecks.js';

interface WriteCheck extends Pick<Check, 'name' | 'expected' | 'why'> {
  readonly run: (probe: Probe, rehearsal: Rehearsal) => Promise<Outcome>;
}

const twice = 'A double click, or a retry after a lost answer, would run the integration twice.';

/** Each makes what it needs; the runner ends it. */
const checks: readonly WriteCheck[] = [
  {
    name: 'activate',
    expected: 'activates: 201 and the Activation, which is in the list afterwards',
    why: 'It is what the widget is for.',
    run: async (_, rehearsal) => {
      const reply = await rehearsal.activate(crypto.randomUUID());
      const outcome = expectShape([reply], parseActivation, 201);
      if (outcome.kind !== 'passed') return outcome;
      const listed = await rehearsal.listNew();
      const id = readId(reply);
      return id !== undefined && listed?.includes(id) === true
        ? passed
        : failed(`${String(id)} is not in the list of activations`);
    },
  },
  {
    name: 'repeated-key',
    expected: 'answers 200 and the same activation to the same key and body, and makes no other',
    why: twice,
    run: async (_, rehearsal) => {
      const key = crypto.randomUUID();
      const first = await rehearsal.activate(key);
      const second = await rehearsal.activate(key);
      if (second.status !== 200 || readId(second) !== readId(first)) {
        return failed(describe(second));
      }
      return expectOne(rehearsal);
    },
  },
  {
    name: 'at-once',
    expected: 'makes one activation of four requests with one key at the same time',
    why: twice,
    run: async (_, rehearsal) => {
      const key = crypto.randomUUID();
      const replies = await Promise.all([1, 2, 3, 4].map(() => rehearsal.activate(key)));
      const wrong = replies.find(({ status }) => status >= 500);
      return wrong === undefined ? expectOne(rehearsal) : failed(describe(wrong));
    },
  },
  {
    name: 'reused-key',
    expected: 'answers 422 to a key that comes again with another body',
    why: 'The user would see a success that is about something else than what they chose.',
    run: async (_, rehearsal) => {
      const key = crypto.randomUUID();
      await rehearsal.activate(key);
      return expectStatus(422, await rehearsal.activate(key, { another: 'body' }));
    },
  },
  {
    name: 'edit',
    expected: 'sets variables: 200 and the Activation',
    why: 'Without it users have to end and activate again for each change.',
    run: (probe, rehearsal) =>
      withActivation(rehearsal, async (activationId) => {
        const reply = await patch(probe, rehearsal, activationId, {});
        return expectShape([reply], parseActivation);
      }),
  },
  {
    name: 'stale',
    expected: 'answers 412 to a change whose If-Match is not the revision',
    why: 'One tab would silently undo what another has saved.',
    run: (probe, rehearsal) =>
      withActivation(rehearsal, async (activationId) =>
        expectStatus(412, await patch(probe, rehearsal, activationId, { 'If-Match': 'stale' })),
      ),
  },
  {
    name: 'end',
    expected: 'ends an activation: 204 without a body, and 404 when it is ended again',
    why: 'What cannot be ended goes on to move the user’s records.',
    run: (probe, rehearsal) =>
      withActivation(rehearsal, async (activationId) => {
        const { environmentId } = rehearsal;
        const asking = toAsking('deactivate', { environmentId, activationId });
        const ended = await probe.ask(asking);
        if (ended.status !== 204 || ended.text !== '') return failed(describe(ended));
        return expectStatus(404, await probe.ask(asking));
      }),
  },
];

/** What changes something at the backend: only run where that is wanted. */
export function toWriteChecks(rehearsal: Rehearsal | null): readonly Check[] {
  return checks.map(({ run, ...check }) => ({
    ...check,
    run: async ({ probe }) => {
      if (rehearsal === null) {
        return {
          kind: 'skipped',
          because:
            'no available integration has a working connection for each template and no required variable',
        };
      }
      try {
        return await run(probe, rehearsal);
      } finally {
        await rehearsal.clear();
      }
    },
  }));
}

async function withActivation(
  rehearsal: Rehearsal,
  work: (activationId: string) => Promise<Outcome>,
): Promise<Outcome> {
  const reply = await rehearsal.activate(crypto.randomUUID());
  const id = readId(reply);
  return id === undefined ? failed(describe(reply)) : work(id);
}

function patch(
  probe: Probe,
  { environmentId }: Rehearsal,
  activationId: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const asking = toAsking('updateVariables', { environmentId, activationId });
  return probe.ask({ ...asking, headers, body: { variables: {} } });
}

async function expectOne(rehearsal: Rehearsal): Promise<Outcome> {
  const made = await rehearsal.listNew();
  return made?.length === 1
    ? passed
    : failed(`${made?.length ?? 'an unknown number of'} activations`);
}

function readId({ body }: Reply): string | undefined {
  const id = isJsonObject(body) ? body['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
