import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema, JsonValue } from '../../src/domain/json.js';
import { evaluate } from '../../src/variables/evaluate/evaluate.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { documents } from './documents.js';

export const drafts = ['draft4', 'draft6', 'draft7', 'draft2019-09', 'draft2020-12'] as const;
export type SuiteDraft = (typeof drafts)[number];

const schemaUris: Readonly<Record<SuiteDraft, string>> = {
  draft4: 'http://json-schema.org/draft-04/schema#',
  draft6: 'http://json-schema.org/draft-06/schema#',
  draft7: 'http://json-schema.org/draft-07/schema#',
  'draft2019-09': 'https://json-schema.org/draft/2019-09/schema',
  'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

interface Group {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly tests: readonly {
    readonly description: string;
    readonly data: JsonValue;
    readonly valid: boolean;
  }[];
}

export interface Outcome {
  /** `ref.json / remote ref / valid`. */
  readonly name: string;
  readonly kind: 'required' | 'optional' | 'format';
  /** `refused`: the schema needs a document that is not there, and the value is invalid for that. */
  readonly verdict: 'right' | 'wronglyValid' | 'wronglyInvalid' | 'refused';
}

/** Runs the tests of a draft of the official JSON-Schema-Test-Suite that lies in a folder. */
export function runDraft(folder: string, draft: SuiteDraft): readonly Outcome[] {
  const root = join(folder, 'tests', draft);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .flatMap((file) => runFile(join(root, file), file, draft));
}

function runFile(path: string, file: string, draft: SuiteDraft): readonly Outcome[] {
  const groups = JSON.parse(readFileSync(path, 'utf8')) as readonly Group[];
  const kind = file.startsWith('optional/format/')
    ? 'format'
    : file.startsWith('optional/')
      ? 'optional'
      : 'required';
  return groups.flatMap(({ description, schema, tests }) => {
    const read = readSchema(withDraft(schema, draft), { documents });
    return tests.map((test): Outcome => {
      const { valid, errors } = evaluate(read, test.data);
      const isRefused = errors.some(({ problem }) => problem !== undefined);
      const wrong = isRefused ? 'refused' : valid ? 'wronglyValid' : 'wronglyInvalid';
      return {
        name: `${file} / ${description} / ${test.description}`,
        kind,
        verdict: valid === test.valid && !isRefused ? 'right' : wrong,
      };
    });
  });
}

function withDraft(schema: JsonSchema, draft: SuiteDraft): JsonSchema {
  return typeof schema === 'boolean' ? schema : { $schema: schemaUris[draft], ...schema };
}
