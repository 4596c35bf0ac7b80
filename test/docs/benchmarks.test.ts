import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fullResults, readAnswers } from '../../bench/harness/answers.js';
import { toReadmeTable } from '../../bench/harness/readmeTable.js';

const withoutPadding = (text: string): string =>
  text.replaceAll(/ {2,}/g, ' ').replaceAll(/-+/g, '-');

describe('the table of figures in the README', () => {
  it('is the one that the last full run of the benchmarks makes', () => {
    const readme = withoutPadding(readFileSync('README.md', 'utf8'));
    expect(readme).toContain(withoutPadding(toReadmeTable(readAnswers(fullResults))));
  });
});
