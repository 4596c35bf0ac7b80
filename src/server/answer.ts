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

export function toResponse({ status, body }: Answer): Response {
  if (body === undefined) return new Response(null, { status, headers: alwaysSent });
  const headers = { 'Content-Type': 'application/json', ...alwaysSent };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The refusal as RFC 9457 has it; equal refusals give equal bytes. */
export function toProblemResponse({ code, status, details }: Refusal): Response {
  const { detail, fields, outcomeUnknown, retryAfterSeconds, headers } = details;
  const problem = {
    type: 'about:blank',
    title: toTitle(code),
    status,
    code,
    detail,
    fields: fields?.length === 0 ? undefined : fields,
    outcomeUnknown,
    retryAfterSeconds,
  } satisfies { readonly [member in keyof Problem]: Problem[member] | undefined };
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

/** `rateLimited` → `Rate limited`: for developers; browsers have their own words for each code. */
function toTitle(code: Problem['code']): string {
  const words = code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
