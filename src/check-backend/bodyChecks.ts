import { isJsonObject } from '../domain/json.js';
import { IDEMPOTENCY_KEY_HEADER } from '../wire/call.js';
import { type Check, expectEvery, type Outcome, skipped } from './check.js';
import { impossibleActivation, impossibleBody, madeUpId } from './noopWrites.js';
import { sendAll, type ProbeRequest, type Probe, type Reply } from './probe.js';
import type { Discovery } from './discovery.js';

interface BodyCheck extends Pick<Check, 'name' | 'expected' | 'why'> {
  readonly toRequests: (environmentId: string, discovery: Discovery) => readonly ProbeRequest[];
  readonly isExpected: (reply: Reply) => boolean;
}

const answers =
  (...statuses: readonly number[]) =>
  ({ status }: Reply): boolean =>
    statuses.includes(status);

const withKey = (environmentId: string, key: string | null): ProbeRequest => ({
  ...impossibleActivation(environmentId),
  headers: { [IDEMPOTENCY_KEY_HEADER]: key },
});

const checks: readonly BodyCheck[] = [
  {
    name: 'not-json',
    expected: 'answers 400 to a body that is not JSON',
    why: 'What cannot be read must not be guessed.',
    toRequests: (environmentId) =>
      ['{', '', '{"connections":[]}}'].map((body) => impossibleActivation(environmentId, body)),
    isExpected: answers(400),
  },
  {
    name: 'other-type',
    expected: 'answers 415 to a body that is not `application/json`',
    why: 'A form of another site can send text/plain without request first; JSON it cannot.',
    toRequests: (environmentId) =>
      ['text/plain', 'application/x-www-form-urlencoded'].map((type) => {
        const request = impossibleActivation(environmentId);
        return { ...request, headers: { ...request.headers, 'Content-Type': type } };
      }),
    isExpected: answers(415),
  },
  {
    name: 'too-large',
    expected: 'answers 413 to a body of more than 256 KiB',
    why: 'Without a limit anybody who is signed in can fill the memory of the server.',
    toRequests: (environmentId) => {
      const dynamicVariables = { note: 'x'.repeat(300 * 1024) };
      return [impossibleActivation(environmentId, { ...impossibleBody, dynamicVariables })];
    },
    isExpected: answers(413),
  },
  {
    name: 'unknown-member',
    expected: 'answers 422 to a member that the host API does not know, and names it in `fields`',
    why: 'A member that is passed on may be one that the platform knows, such as another user.',
    toRequests: (environmentId) => [
      impossibleActivation(environmentId, { ...impossibleBody, userId: 'somebody' }),
    ],
    isExpected: (reply) => reply.status === 422 && listPaths(reply).includes('/userId'),
  },
  {
    name: 'inexact-number',
    expected:
      'answers 422 to a number that would be stored as another one, and names it in `fields`',
    why: 'What a person typed would become another number, or none, without a word.',
    toRequests: (environmentId) =>
      ['1e400', '9007199254740993'].map((number) => {
        const body = JSON.stringify({ ...impossibleBody, dynamicVariables: { count: 0 } });
        return impossibleActivation(environmentId, body.replace('"count":0', `"count":${number}`));
      }),
    isExpected: (reply) =>
      reply.status === 422 && listPaths(reply).includes('/dynamicVariables/count'),
  },
  {
    name: 'foreign-connection',
    expected:
      'answers 422 to a template or connection that is not the user’s, with its place in `fields`',
    why: 'A connection that is not checked may be another customer’s account.',
    toRequests: (environmentId, { choosable }) => {
      const choice = choosable.find((each) => each.environmentId === environmentId);
      const connections = [
        { connectionTemplateId: choice?.template.id ?? madeUpId, existingConnectionId: madeUpId },
      ];
      return [
        impossibleActivation(environmentId),
        impossibleActivation(environmentId, { ...impossibleBody, connections }),
      ];
    },
    isExpected: (reply) =>
      reply.status === 422 && listPaths(reply).some((path) => path.startsWith('/connections')),
  },
  {
    name: 'no-key',
    expected: `answers 400 to an activation without an ${IDEMPOTENCY_KEY_HEADER}, or with one that is no UUID`,
    why: 'The platform activates twice when it is requests twice: the key alone tells a repeat from a wish.',
    toRequests: (environmentId) => [withKey(environmentId, null), withKey(environmentId, 'again')],
    isExpected: answers(400),
  },
];

/** Check which bodies and keys of an activation are refused, and at which path. */
export const bodyChecks: readonly Check[] = checks.map(({ toRequests, isExpected, ...check }) => ({
  ...check,
  run: ({ probe, discovery }) => run(probe, discovery, toRequests, isExpected),
}));

async function run(
  probe: Probe,
  discovery: Discovery,
  toRequests: BodyCheck['toRequests'],
  isExpected: BodyCheck['isExpected'],
): Promise<Outcome> {
  const { environmentId } = discovery;
  if (environmentId === null) return skipped('no integration is listed');
  return expectEvery(await sendAll(probe, toRequests(environmentId, discovery)), isExpected);
}

/** The paths of the request that a refusal names. */
function listPaths({ body }: Reply): readonly string[] {
  const fields = isJsonObject(body) ? body['fields'] : undefined;
  if (!Array.isArray(fields)) return [];
  const all: readonly unknown[] = fields;
  return all.flatMap((each) =>
    isJsonObject(each) && typeof each['path'] === 'string' ? [each['path']] : [],
  );
}
