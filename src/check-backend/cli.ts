#!/usr/bin/env node
import { checkBackend, type CheckResult } from './checkBackend.js';
import { parseArguments } from './parseArguments.js';
import { toLine, toSummary } from './report.js';

/** 0: every check passed; 1: one failed; 2: wrong usage, or no answer. */
async function main(): Promise<number> {
  const results: CheckResult[] = [];
  try {
    const options = parseArguments(process.argv.slice(2));
    for await (const result of checkBackend({ ...options, fetch: (request) => fetch(request) })) {
      results.push(result);
      process.stdout.write(`${toLine(result)}\n`);
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  process.stdout.write(`${toSummary(results)}\n`);
  return results.some(({ outcome }) => outcome.kind === 'failed') ? 1 : 0;
}

process.exitCode = await main();
