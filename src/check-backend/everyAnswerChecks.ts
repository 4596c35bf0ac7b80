import { isJsonObject } from '../domain/json.js';
import { PROBLEM_MEDIA_TYPE, problemStatus } from '../wire/problem.js';
import { type Check, expectEvery, failed, type Outcome, passed } from './check.js';
import type { Reply } from './probe.js';

/** Check every answer of the run, so they run last. */
export const everyAnswerChecks: readonly Check[] = [
  {
    name: 'problems',
    expected: `says every refusal as ${PROBLEM_MEDIA_TYPE}, with its status and a code that fits`,
    why: 'The widget tells the user what to do by the code; anything else is "something went wrong".',
    run: async ({ probe }) =>
      expectEvery(
        probe.replies.filter(({ status }) => status >= 300),
        isProblem,
      ),
  },
  {
    name: 'no-store',
    expected: 'sends `Cache-Control: no-store` with every answer',
    why: 'A cache between could give one user’s answer to the next.',
    run: async ({ probe }) => {
      const isExpected = ({ headers }: Reply): boolean =>
        /\bno-store\b/.test(headers.get('Cache-Control') ?? '');
      return expectHeader(probe.replies, 'Cache-Control', isExpected);
    },
  },
  {
    name: 'nosniff',
    expected: 'sends `X-Content-Type-Options: nosniff` with every answer',
    why: 'A browser could take what a user typed for a page, and run it.',
    run: async ({ probe }) => {
      const isExpected = ({ headers }: Reply): boolean =>
        headers.get('X-Content-Type-Options') === 'nosniff';
      return expectHeader(probe.replies, 'X-Content-Type-Options', isExpected);
    },
  },
];

function expectHeader(
  replies: readonly Reply[],
  name: string,
  isExpected: (reply: Reply) => boolean,
): Outcome {
  const wrong = replies.find((reply) => !isExpected(reply));
  if (wrong === undefined) return passed;
  return failed(`${wrong.line} answered ${name}: ${wrong.headers.get(name) ?? 'nothing'}`);
}

/** Further statuses of codes that have more than one. */
const otherStatuses: Readonly<Record<string, readonly number[]>> = {
  invalid: [400, 405, 413, 415],
  conflict: [412],
};

function isProblem({ status, headers, body }: Reply): boolean {
  if (headers.get('Content-Type')?.split(';')[0] !== PROBLEM_MEDIA_TYPE) return false;
  if (!isJsonObject(body) || body['status'] !== status) return false;
  const { code, type, title } = body;
  if (typeof code !== 'string' || typeof type !== 'string' || typeof title !== 'string') {
    return false;
  }
  const usual = Object.entries(problemStatus).find(([name]) => name === code)?.[1];
  return usual === status || (otherStatuses[code] ?? []).includes(status);
}
