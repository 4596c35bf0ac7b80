import type { Probe, Reply } from './probe.js';
import type { Discovery } from './discovery.js';

export type Outcome =
  | { readonly kind: 'passed' }
  /** `actual`: what the backend did instead. */
  | { readonly kind: 'failed'; readonly actual: string }
  /** The user has no data to check it with. */
  | { readonly kind: 'skipped'; readonly reason: string };

export interface CheckContext {
  readonly probe: Probe;
  readonly discovery: Discovery;
}

/** One rule of the host API, and how to check it. */
export interface Check {
  readonly name: string;
  /** Describes a conforming backend; completes the sentence "The backend …". */
  readonly expected: string;
  /** The consequence of failing it. */
  readonly why: string;
  readonly run: (context: CheckContext) => Promise<Outcome>;
}

export const passed: Outcome = { kind: 'passed' };

export function failed(actual: string): Outcome {
  return { kind: 'failed', actual };
}

export function skipped(reason: string): Outcome {
  return { kind: 'skipped', reason };
}

/** Passes where every reply has the status. */
export function expectStatus(status: number, ...replies: readonly Reply[]): Outcome {
  return expectEvery(replies, (reply) => reply.status === status);
}

/** Fails with the first reply that is not as it should be. */
export function expectEvery(
  replies: readonly Reply[],
  isExpected: (reply: Reply) => boolean,
): Outcome {
  const wrong = replies.find((reply) => !isExpected(reply));
  return wrong === undefined ? passed : failed(describe(wrong));
}

/** `GET /integrations answered 404 with <!doctype html>…`, on one line. */
export function describe({ line, status, text }: Reply): string {
  const start = text.replaceAll(/\s+/g, ' ').slice(0, 120);
  return `${line} answered ${status}${start === '' ? '' : ` with ${start}`}`;
}
