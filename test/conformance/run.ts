/**
 * `npm run conformance -- <folder>`: runs the official JSON-Schema-Test-Suite that lies in the folder,
 * and prints a table, and with `--list` the name of every test that is not right.
 */
import { drafts, runDraft, type Outcome } from './suite.js';

const KINDS = ['required', 'optional', 'format'] as const;

function count(outcomes: readonly Outcome[], verdict: Outcome['verdict']): number {
  return outcomes.filter((outcome) => outcome.verdict === verdict).length;
}

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
if (folder === undefined) {
  console.error(
    'Say where the suite lies: npm run conformance -- <folder>. CONTRIBUTING.md says where to get it.',
  );
  process.exit(2);
}
const rows = drafts.flatMap((draft) => {
  const outcomes = runDraft(folder, draft);
  if (process.argv.includes('--list')) {
    for (const { name, kind, verdict } of outcomes) {
      if (verdict !== 'right') console.log(`${draft} ${kind} ${verdict}: ${name}`);
    }
  }
  return KINDS.map((kind) => {
    const some = outcomes.filter((outcome) => outcome.kind === kind);
    return {
      draft,
      kind,
      tests: some.length,
      right: count(some, 'right'),
      refused: count(some, 'refused'),
      'wrongly valid': count(some, 'wronglyValid'),
      'wrongly invalid': count(some, 'wronglyInvalid'),
    };
  });
});
console.table(rows);
