import type { Problem } from '../wire/problem.js';
import { PROBLEM_MEDIA_TYPE } from '../wire/problem.js';
import type { Refusal } from './refusal.js';

/** What an operation answers; without a body where the status allows none. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** On every answer: what it says belongs to one user, and is never anything but data. */
const alwaysSent: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

const titles: Readonly<Record<Problem['code'], string>> = {
  unauthenticated: 'Nobody is signed in',
  forbidden: 'Not allowed',
  notFound: 'Not found',
  conflict: 'In conflict with what is there',
  invalid: 'The request cannot be used',
  rateLimited: 'Too many requests',
  unknown: 'Something went wrong',
  malformed: 'The integration platform gave an unusable answer',
  unavailable: 'Not available now',
  timeout: 'Took too long',
};

export function toResponse({ status, body }: Answer): Response {
  if (body === undefined) return new Response(null, { status, headers: alwaysSent });
  const headers = { 'Content-Type': 'application/json', ...alwaysSent };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The refusal as RFC 9457 has it; equal refusals give equal bytes. */
export function toProblemResponse({ code, status, details }: Refusal): Response {
  const { detail, fields, outcomeUnknown, retryAfterSeconds, headers } = details;
  const problem: Problem = {
    type: 'about:blank',
    title: titles[code],
    status,
    code,
    ...(detail !== undefined && { detail }),
    ...(fields !== undefined && fields.length > 0 && { fields }),
    ...(outcomeUnknown && { outcomeUnknown }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': PROBLEM_MEDIA_TYPE,
      ...alwaysSent,
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
      ...headers,
    },
  });
}
