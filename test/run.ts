/**
 * `npm test`: every suite, its output as it comes, and `N passed, N failed` over all of them as the
 * last line. A suite that crashes, or in which nothing ran, counts as one failed test.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as v from 'valibot';
import { browserReportFile, crashed, sum, vitestCountsFile, type Counts } from './runner/counts.js';

const vitestCounts = v.record(v.string(), v.object({ passed: v.number(), failed: v.number() }));

const browserReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
});

function run(command: string, ...args: string[]): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  return spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' }).status === 0;
}

/** `undefined` where the suite died before it could write its report. */
function readReport<T>(path: string, shape: v.GenericSchema<unknown, T>): T | undefined {
  return existsSync(path) ? v.parse(shape, JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

/** A suite that says it failed, without a failed test, crashed; one without any test did not run. */
function checked(counts: Counts, succeeded: boolean): Counts {
  const isSilent = counts.failed === 0 && (!succeeded || counts.passed === 0);
  return isSilent ? sum([counts, crashed]) : counts;
}

function runVitest(): Map<string, Counts> {
  const reporters = ['default', './test/runner/countTests.ts'].map((name) => `--reporter=${name}`);
  // Vitest leaves one core free, which no one here needs.
  const workers = `--maxWorkers=${availableParallelism()}`;
  const succeeded = run('vitest', 'run', '--allowOnly=false', workers, ...reporters);
  const projects = Object.entries(readReport(vitestCountsFile, vitestCounts) ?? {});
  const suites = new Map(projects.map(([name, counts]) => [name, checked(counts, true)]));
  if (!succeeded && sum(suites.values()).failed === 0) suites.set('vitest', crashed);
  return suites;
}

function runBrowser(): Counts {
  if (!run('vite', 'build', '--logLevel=warn')) return crashed;
  const succeeded = run('playwright', 'test', '--config=e2e/playwright.config.ts', '--forbid-only');
  const report = readReport(browserReportFile, browserReport);
  if (report === undefined) return crashed;
  const { expected, unexpected, flaky } = report.stats;
  return checked({ passed: expected, failed: unexpected + flaky }, succeeded);
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

const suites = runVitest();
suites.set('browser', runBrowser());

console.log('');
for (const [name, { passed, failed }] of suites) {
  console.log(`${name}: ${passed} passed, ${failed} failed`);
}
const total = sum(suites.values());
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
