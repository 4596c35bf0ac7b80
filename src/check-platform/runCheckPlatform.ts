import { writeFileSync } from 'node:fs';
import { toRuntime } from '../server/runtime.js';
import { checkPlatform } from './checkPlatform.js';
import { describeFindings } from './describeFindings.js';
import { findDifferences } from './findDifferences.js';
import { readOptions } from './readOptions.js';
import { createRedactor } from './redact.js';
import { toReport } from './toReport.js';

/**
 * The command `check-platform`: prints what it found. Resolves with the exit code: 0 if every read
 * worked and is as the handler relies on, else 1.
 *
 * @throws {Error} One line, on wrong usage or a missing variable.
 */
export async function runCheckPlatform(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const options = readOptions(args, environment);
  const { platform, reportFile } = options;
  const runtime = toRuntime({});
  const findings = await checkPlatform(options, runtime);
  const redact = createRedactor(platform.auth, findings.exchanges);
  process.stdout.write(`${redact(describeFindings(options, findings).join('\n'))}\n`);
  if (reportFile !== null) {
    const context = { platform, node: process.version, now: runtime.now() };
    writeFileSync(reportFile, redact(toReport(context, findings)));
    process.stdout.write(`\nWritten to ${reportFile}: attach it to a report.\n`);
  }
  return findings.failures.length + findDifferences(findings.exchanges).length === 0 ? 0 : 1;
}
