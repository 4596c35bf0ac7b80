import { isJsonObject } from '../domain/json.js';
import { hostApi } from '../wire/hostApi.js';
import { type Check, describe, expectStatus, failed, type Outcome, passed } from './check.js';
import { type Probe, type Reply, toRequest } from './probe.js';
import type { WriteFixture } from './writeFixture.js';
import { expectShape } from './shapeChecks.js';

interface WriteCheck extends Pick<Check, 'name' | 'expected' | 'why'> {
  readonly run: (probe: Probe, fixture: WriteFixture) => Promise<Outcome>;
}

const twice = 'A double click, or a retry after a lost answer, would run the integration twice.';

/** Each makes what it needs; the runner ends it. */
const checks: readonly WriteCheck[] = [
  {
    name: 'activate',
    expected: 'activates: 201 and the Activation, which is in the list afterwards',
    why: 'It is what the widget is for.',
    run: async (_, fixture) => {
      const reply = await fixture.activate(crypto.randomUUID());
      const outcome = expectShape([reply], hostApi.activate);
      if (outcome.kind !== 'passed') return outcome;
      const listed = await fixture.listNew();
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
    run: async (_, fixture) => {
      const key = crypto.randomUUID();
      const first = await fixture.activate(key);
      const second = await fixture.activate(key);
      if (second.status !== 200 || readId(second) !== readId(first)) {
        return failed(describe(second));
      }
      return expectOne(fixture);
    },
  },
  {
    name: 'at-once',
    expected: 'makes one activation of four requests with one key at the same time',
    why: twice,
    run: async (_, fixture) => {
      const key = crypto.randomUUID();
      const replies = await Promise.all([1, 2, 3, 4].map(() => fixture.activate(key)));
      const wrong = replies.find(({ status }) => status >= 500);
      return wrong === undefined ? expectOne(fixture) : failed(describe(wrong));
    },
  },
  {
    name: 'reused-key',
    expected: 'answers 422 to a key that comes again with another body',
    why: 'The user would see a success that is about something else than what they chose.',
    run: async (_, fixture) => {
      const key = crypto.randomUUID();
      await fixture.activate(key);
      return expectStatus(422, await fixture.activate(key, { another: 'body' }));
    },
  },
  {
    name: 'edit',
    expected: 'sets variables: 200 and the Activation',
    why: 'Without it users have to end and activate again for each change.',
    run: (probe, fixture) =>
      withActivation(fixture, async (activationId) => {
        const reply = await patch(probe, fixture, activationId, {});
        return expectShape([reply], hostApi.updateVariables);
      }),
  },
  {
    name: 'stale',
    expected: 'answers 412 to a change whose If-Match is not the revision',
    why: 'One tab would silently undo what another has saved.',
    run: (probe, fixture) =>
      withActivation(fixture, async (activationId) =>
        expectStatus(412, await patch(probe, fixture, activationId, { 'If-Match': 'stale' })),
      ),
  },
  {
    name: 'end',
    expected: 'ends an activation: 204 without a body, and 404 when it is ended again',
    why: 'What cannot be ended goes on to move the user’s records.',
    run: (probe, fixture) =>
      withActivation(fixture, async (activationId) => {
        const { environmentId } = fixture;
        const request = toRequest(hostApi.deactivate, { environmentId, activationId });
        const ended = await probe.send(request);
        if (ended.status !== 204 || ended.text !== '') return failed(describe(ended));
        return expectStatus(404, await probe.send(request));
      }),
  },
];

/** The checks that write to the backend: run with `--write` only. */
export function toWriteChecks(fixture: WriteFixture | null): readonly Check[] {
  return checks.map(({ run, ...check }) => ({
    ...check,
    run: async ({ probe }) => {
      if (fixture === null) {
        return {
          kind: 'skipped',
          reason:
            'no available integration has a working connection for each template and no required variable',
        };
      }
      try {
        return await run(probe, fixture);
      } finally {
        await fixture.clear();
      }
    },
  }));
}

async function withActivation(
  fixture: WriteFixture,
  work: (activationId: string) => Promise<Outcome>,
): Promise<Outcome> {
  const reply = await fixture.activate(crypto.randomUUID());
  const id = readId(reply);
  return id === undefined ? failed(describe(reply)) : work(id);
}

function patch(
  probe: Probe,
  { environmentId }: WriteFixture,
  activationId: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const request = toRequest(hostApi.updateVariables, { environmentId, activationId });
  return probe.send({ ...request, headers, body: { variables: {} } });
}

async function expectOne(fixture: WriteFixture): Promise<Outcome> {
  const made = await fixture.listNew();
  return made?.length === 1
    ? passed
    : failed(`${made?.length ?? 'an unknown number of'} activations`);
}

function readId({ body }: Reply): string | undefined {
  const id = isJsonObject(body) ? body['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
