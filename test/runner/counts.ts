/** The tests of one suite that ran. A crash is a failed test without a name. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Where the Vitest reporter leaves the counts of each project, from the repository's root. */
export const vitestCountsFile = 'test-results/vitest.json';

/** Where Playwright's own reporter leaves its report. */
export const browserReportFile = 'test-results/browser.json';

export const crashed: Counts = { passed: 0, failed: 1 };

export function sum(all: Iterable<Counts>): Counts {
  let [passed, failed] = [0, 0];
  for (const counts of all) {
    passed += counts.passed;
    failed += counts.failed;
  }
  return { passed, failed };
}
