import { isJsonObject } from '../domain/json.js';
import { IDEMPOTENCY_KEY_HEADER } from '../wire/operations.js';
import { type Check, expectEvery, type Outcome, skipped } from './check.js';
import { impossibleActivation, impossibleBody, madeUpId } from './harmless.js';
import { askAll, type Asking, type Probe, type Reply } from './probe.js';
import type { Survey } from './survey.js';

interface BodyCheck extends Pick<Check, 'name' | 'expected' | 'why'> {
  readonly toAskings: (environmentId: string, survey: Survey) => readonly Asking[];
  readonly isRight: (reply: Reply) => boolean;
}

const answers =
  (...statuses: readonly number[]) =>
  ({ status }: Reply): boolean =>
    statuses.includes(status);

const withKey = (environmentId: string, key: string | null): Asking => ({
  ...impossibleActivation(environmentId),
  headers: { [IDEMPOTENCY_KEY_HEADER]: key },
});

const checks: readonly BodyCheck[] = [
  {
    name: 'not-json',
    expected: 'answers 400 to a body that is not JSON',
    why: 'What cannot be read must not be guessed.',
    toAskings: (environmentId) =>
      ['{', '', '{"connections":[]}}'].map((body) => impossibleActivation(environmentId, body)),
    isRight: answers(400),
  },
  {
    name: 'other-type',
    expected: 'answers 415 to a body that is not `application/json`',
    why: 'A form of another site can send text/plain without asking first; JSON it cannot.',
    toAskings: (environmentId) =>
      ['text/plain', 'application/x-www-form-urlencoded'].map((type) => {
        const asking = impossibleActivation(environmentId);
        return { ...asking, headers: { ...asking.headers, 'Content-Type': type } };
      }),
    isRight: answers(415),
  },
  {
    name: 'too-large',
    expected: 'answers 413 to a body of more than 256 KiB',
    why: 'Without a limit anybody who is signed in can fill the memory of the server.',
    toAskings: (environmentId) => {
      const dynamicVariables = { note: 'x'.repeat(300 * 1024) };
      return [impossibleActivation(environmentId, { ...impossibleBody, dynamicVariables })];
    },
    isRight: answers(413),
  },
  {
    name: 'unknown-member',
    expected: 'answers 422 to a member that the host API does not know, and names it in `fields`',
    why: 'A member that is passed on may be one that the platform knows, such as another user.',
    toAskings: (environmentId) => [
      impossibleActivation(environmentId, { ...impossibleBody, userId: 'somebody' }),
    ],
    isRight: (reply) => reply.status === 422 && listPaths(reply).includes('/userId'),
  },
  {
    name: 'foreign-connection',
    expected:
      'answers 422 to a template or connection that is not the user’s, with its place in `fields`',
    why: 'A connection that is not checked may be another customer’s account.',
    toAskings: (environmentId, { places }) => {
      const place = places.find((each) => each.environmentId === environmentId);
      const connections = [
        { connectionTemplateId: place?.template.id ?? madeUpId, existingConnectionId: madeUpId },
      ];
      return [
        impossibleActivation(environmentId),
        impossibleActivation(environmentId, { ...impossibleBody, connections }),
      ];
    },
    isRight: (reply) =>
      reply.status === 422 && listPaths(reply).some((path) => path.startsWith('/connections')),
  },
  {
    name: 'no-key',
    expected: `answers 400 to an activation without an ${IDEMPOTENCY_KEY_HEADER}, or with one that is no UUID`,
    why: 'The platform activates twice when it is asked twice: the key alone tells a repeat from a wish.',
    toAskings: (environmentId) => [withKey(environmentId, null), withKey(environmentId, 'again')],
    isRight: answers(400),
  },
];

/** What an activation may look like; each of these is one that cannot come about. */
export const bodyChecks: readonly Check[] = checks.map(({ toAskings, isRight, ...check }) => ({
  ...check,
  run: ({ probe, survey }) => run(probe, survey, toAskings, isRight),
}));

async function run(
  probe: Probe,
  survey: Survey,
  toAskings: BodyCheck['toAskings'],
  isRight: BodyCheck['isRight'],
): Promise<Outcome> {
  const { environmentId } = survey;
  if (environmentId === null) return skipped('no integration is listed');
  return expectEvery(await askAll(probe, toAskings(environmentId, survey)), isRight);
}

/** The places in the request that a refusal names. */
function listPaths({ body }: Reply): readonly string[] {
  const fields = isJsonObject(body) ? body['fields'] : undefined;
  if (!Array.isArray(fields)) return [];
  const all: readonly unknown[] = fields;
  return all.flatMap((each) =>
    isJsonObject(each) && typeof each['path'] === 'string' ? [each['path']] : [],
  );
}
