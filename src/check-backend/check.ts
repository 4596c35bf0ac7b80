import type { Probe, Reply } from './probe.js';
import type { Survey } from './survey.js';

export type Outcome =
  | { readonly kind: 'passed' }
  /** `came`: what the backend did instead. */
  | { readonly kind: 'failed'; readonly came: string }
  /** There was nothing to try it on. */
  | { readonly kind: 'skipped'; readonly because: string };

export interface CheckContext {
  readonly probe: Probe;
  readonly survey: Survey;
}

/** One promise of the host API, and how to find out whether a backend keeps it. */
export interface Check {
  readonly name: string;
  /** What a backend does that keeps it, as the end of "The backend …". */
  readonly expected: string;
  /** What goes wrong where it does not. */
  readonly why: string;
  readonly run: (context: CheckContext) => Promise<Outcome>;
}

export const passed: Outcome = { kind: 'passed' };

export function failed(came: string): Outcome {
  return { kind: 'failed', came };
}

export function skipped(because: string): Outcome {
  return { kind: 'skipped', because };
}

/** Passes where every reply has the status. */
export function expectStatus(status: number, ...replies: readonly Reply[]): Outcome {
  return expectEvery(replies, (reply) => reply.status === status);
}

/** Fails with the first reply that is not as it should be. */
export function expectEvery(
  replies: readonly Reply[],
  isRight: (reply: Reply) => boolean,
): Outcome {
  const wrong = replies.find((reply) => !isRight(reply));
  return wrong === undefined ? passed : failed(describe(wrong));
}

/** `GET /integrations answered 404 with <!doctype html>…`, on one line. */
export function describe({ line, status, text }: Reply): string {
  const start = text.replaceAll(/\s+/g, ' ').slice(0, 120);
  return `${line} answered ${status}${start === '' ? '' : ` with ${start}`}`;
}
