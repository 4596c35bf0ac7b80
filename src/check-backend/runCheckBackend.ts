import { checkBackend, type CheckResult } from './checkBackend.js';
import { parseArguments } from './parseArguments.js';
import { toLine, toSummary } from './report.js';

/**
 * The command `check-backend`: prints a line for each check, and a summary. Resolves with the exit
 * code: 0 if every check passed, else 1.
 *
 * @throws {Error} One line, on wrong usage or where nothing answers.
 */
export async function runCheckBackend(args: readonly string[]): Promise<number> {
  const options = parseArguments(args);
  const results: CheckResult[] = [];
  for await (const result of checkBackend({ ...options, fetch: (request) => fetch(request) })) {
    results.push(result);
    process.stdout.write(`${toLine(result)}\n`);
  }
  process.stdout.write(`${toSummary(results)}\n`);
  return results.some(({ outcome }) => outcome.kind === 'failed') ? 1 : 0;
}
