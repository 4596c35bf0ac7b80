import { accessChecks } from './accessChecks.js';
import { bodyChecks } from './bodyChecks.js';
import { type Check, type CheckContext, failed, type Outcome, skipped } from './check.js';
import { everyAnswerChecks } from './everyAnswerChecks.js';
import { pagingChecks } from './pagingChecks.js';
import { createProbe, type ProbeOptions } from './probe.js';
import { createWriteFixture } from './writeFixture.js';
import { shapeChecks } from './shapeChecks.js';
import { discover } from './discovery.js';
import { toWriteChecks } from './writeChecks.js';

export interface CheckBackendOptions extends ProbeOptions {
  /** True: also checks activating, editing and ending; ends every activation that it made. */
  readonly write: boolean;
}

export interface CheckResult extends Pick<Check, 'name' | 'expected' | 'why'> {
  readonly outcome: Outcome;
}

/**
 * Runs every check of the host API against a backend, one after the other. Without `write`, no
 * request changes anything.
 *
 * @throws {Error} One line, if nothing answers at that URL.
 */
export async function* checkBackend(options: CheckBackendOptions): AsyncGenerator<CheckResult> {
  const probe = createProbe(options);
  const discovery = await discover(probe).catch((error: unknown) => {
    throw new Error(`Nothing answers at ${options.url}: ${toReason(error)}.`, { cause: error });
  });
  const context: CheckContext = { probe, discovery };
  for (const check of [...shapeChecks, ...pagingChecks, ...accessChecks, ...bodyChecks]) {
    yield await runCheck(check, context);
  }
  const fixture = options.write ? createWriteFixture(probe, discovery) : null;
  for (const check of toWriteChecks(fixture)) {
    if (options.write) yield await runCheck(check, context);
    else yield { ...check, outcome: skipped('only --write changes anything') };
  }
  const left = (await fixture?.clear()) ?? [];
  for (const check of everyAnswerChecks) yield await runCheck(check, context);
  if (left.length > 0) {
    throw new Error(`These activations of the checks could not be ended: ${left.join(', ')}.`);
  }
}

async function runCheck(check: Check, context: CheckContext): Promise<CheckResult> {
  const { name, expected, why } = check;
  const outcome = await check
    .run(context)
    .catch((error: unknown) => failed(`no answer: ${toReason(error)}`));
  return { name, expected, why, outcome };
}

/** `fetch` says "fetch failed", and its cause why. */
function toReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
