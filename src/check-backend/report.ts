import { assertNever } from '../domain/assertNever.js';
import type { CheckResult } from './checkBackend.js';

/** One line for one check. */
export function toLine({ expected, why, outcome }: CheckResult): string {
  switch (outcome.kind) {
    case 'passed':
      return `✓ ${expected}`;
    case 'failed':
      return `✗ ${expected} — but ${outcome.actual}. ${why}`;
    case 'skipped':
      return `– ${expected} (not tried: ${outcome.reason})`;
    default:
      return assertNever(outcome);
  }
}

/** `31 passed, 1 failed, 7 not tried`. */
export function toSummary(results: readonly CheckResult[]): string {
  const count = (kind: CheckResult['outcome']['kind']): number =>
    results.filter(({ outcome }) => outcome.kind === kind).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} not tried`;
}
