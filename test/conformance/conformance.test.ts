import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drafts, runDraft, type Outcome, type SuiteDraft } from './suite.js';

const folder = fileURLToPath(new URL('../../../shared/json-schema-test-suite', import.meta.url));

/**
 * Files whose tests need documents that the suite serves from a network, which a form never asks. The
 * metaschema of draft 4 is in no package of this repository.
 */
const needsNetwork: readonly RegExp[] = [
  /^refRemote\.json /,
  /^dynamicRef\.json \/ strict-tree schema, /,
  /^dynamicRef\.json \/ tests for implementation dynamic anchor and reference link /,
  /^dynamicRef\.json \/ \$ref and \$dynamicAnchor are independent of order /,
  /^dynamicRef\.json \/ \$ref to \$dynamicRef finds detached \$dynamicAnchor /,
];

const draft4Metaschema: readonly RegExp[] = [
  /^definitions\.json \/ validate definition against metaschema /,
  /^ref\.json \/ remote ref, containing refs itself /,
];

/** By these `format` is no assertion; a form asserts it. */
const annotatesFormat = /^format\.json .* is only an annotation by default$/;

/** How many tests of `optional/format` are right, of how many: 95 of 100 at least. */
const leastFormats = 0.95;

function list(outcomes: readonly Outcome[], verdict: Outcome['verdict']): readonly string[] {
  return outcomes.filter((outcome) => outcome.verdict === verdict).map(({ name }) => name);
}

function mayBeRefused(draft: SuiteDraft, name: string): boolean {
  const exceptions = draft === 'draft4' ? [...needsNetwork, ...draft4Metaschema] : needsNetwork;
  return exceptions.some((exception) => exception.test(name));
}

describe.each(drafts)('the official suite of %s', (draft) => {
  it('has every required test right', (context) => {
    if (!existsSync(folder)) {
      context.skip(
        'The suite does not lie beside the repository; CONTRIBUTING says where to get it.',
      );
    }
    const required = runDraft(folder, draft).filter(({ kind }) => kind === 'required');
    expect(required.length).toBeGreaterThan(600);
    expect(list(required, 'wronglyValid')).toEqual([]);
    const wrong = list(required, 'wronglyInvalid');
    expect(wrong.filter((name) => !annotatesFormat.test(name))).toEqual([]);
    const refused = list(required, 'refused');
    expect(refused.filter((name) => !mayBeRefused(draft, name))).toEqual([]);
  });

  it('has nearly all of its tests of formats right', (context) => {
    if (!existsSync(folder)) context.skip('The suite does not lie beside the repository.');
    const formats = runDraft(folder, draft).filter(({ kind }) => kind === 'format');
    const right = list(formats, 'right').length;
    expect(right / formats.length).toBeGreaterThanOrEqual(leastFormats);
  });
});
