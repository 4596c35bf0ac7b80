import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWithEsbuild } from '../../test/size/bundle.js';
import { bundleForNode } from '../harness/bundleForNode.js';
import type { Extent, Findings, Question, Row, Table } from '../harness/result.js';
import { interleave, toSpread } from '../harness/statistics.js';
import { validatorNames, type ValidatorName } from './validators.js';

type Verdicts = typeof import('./measureVerdicts.js');

export const question: Question = {
  title: 'What does a verdict on a value cost beside other validators of JSON Schema?',
  method:
    'In Node. One schema of 50 settings (texts, patterns, numbers, choices, lists, references), and in turn settings that are right and settings that are wrong near the end. Ajv makes code of the schema, which a strict Content-Security-Policy refuses; the others walk it, ours with a bound on its steps and with patterns that match in linear time. Bytes are of what a page imports for it, with esbuild.',
  measure,
};

/** Where a clone of the official suite may lie; CONTRIBUTING says where to get it. */
const suiteFolder = '../shared/json-schema-test-suite';

async function measure({ isQuick }: Extent): Promise<Findings> {
  const module = new URL('measureVerdicts.ts', import.meta.url);
  const verdicts = (await import(await bundleForNode(module, 'validation'))) as Verdicts;
  const rows = await interleave({
    sides: validatorNames,
    rounds: isQuick ? 2 : 9,
    run: (side) => verdicts.measureVerdicts(side, isQuick ? 100 : 300),
  });
  const [rate, cold] = rows;
  const hasSuite = existsSync(suiteFolder);
  return {
    tables: [
      ...toTable('Verdicts', 'a second', 'more', rate),
      ...toTable('Cold start', 'ms', 'less', cold),
      ...toTable('Bytes, gzip', 'kB', 'less', await measureBytes()),
      ...(hasSuite && !isQuick ? await measureSuite(verdicts) : []),
    ],
    aims: [],
    notes: hasSuite
      ? []
      : ['Missing: the official suite, which did not lie beside the repository in this run.'],
  };
}

function toTable(
  title: string,
  unit: string,
  better: Table['better'],
  ...rows: readonly (Row | undefined)[]
): Table[] {
  const known = rows.filter((row) => row !== undefined);
  return [{ title, unit, better, sides: validatorNames, rows: known }];
}

const imports: Readonly<Record<ValidatorName, string>> = {
  ours: `import { readSchema } from '${resolve('dist/variables/schema/readSchema.js')}';
    import { evaluate } from '${resolve('dist/variables/evaluate/evaluate.js')}';
    globalThis.used = [readSchema, evaluate];`,
  '@cfworker/json-schema': `import { Validator } from '@cfworker/json-schema';
    globalThis.used = [Validator];`,
  typebox: `import { Check } from 'typebox/schema'; globalThis.used = [Check];`,
  '@hyperjump/json-schema': `import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
    import '@hyperjump/json-schema/formats';
    globalThis.used = [registerSchema, validate];`,
  'Ajv (makes code)': `import { Ajv2020 } from 'ajv/dist/2020.js'; import addFormats from 'ajv-formats';
    globalThis.used = [Ajv2020, addFormats];`,
};

async function measureBytes(): Promise<Row> {
  const sizes = await Promise.all(
    validatorNames.map(async (name) => {
      const chunks = await bundleWithEsbuild(imports[name], ['node'], 'bench');
      const bytes = chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
      return [name, toSpread([bytes / 1000])] as const;
    }),
  );
  return { what: 'validator and formats', values: Object.fromEntries(sizes) };
}

async function measureSuite(verdicts: Verdicts): Promise<Table[]> {
  const [time, right] = await interleave({
    sides: validatorNames,
    rounds: 2,
    run: (side) => verdicts.runSuite(side, suiteFolder),
  });
  return [
    ...toTable('The official suite of draft 2020-12, each schema once', 'ms', 'less', time),
    ...toTable('Tests of the suite that are right', 'tests', 'more', right),
  ];
}
