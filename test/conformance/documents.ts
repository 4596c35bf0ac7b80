import { createRequire } from 'node:module';
import type { JsonSchema } from '../../src/domain/json.js';
import type { SchemaDocuments } from '../../src/variables/schema/schemaResource.js';

const require = createRequire(import.meta.url);

function load(path: string): JsonSchema {
  return require(`ajv/dist/refs/${path}.json`) as JsonSchema;
}

function loadVocabularies(
  draft: string,
  names: readonly string[],
): readonly [string, JsonSchema][] {
  return names.map((name) => [
    `https://json-schema.org/draft/${draft}/meta/${name}`,
    load(`json-schema-${draft}/meta/${name}`),
  ]);
}

const SHARED_VOCABULARIES = ['applicator', 'content', 'core', 'meta-data', 'validation'];

/** The metaschema of the suite that leaves the validation vocabulary out. */
const withoutValidation: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $vocabulary: {
    'https://json-schema.org/draft/2020-12/vocab/core': true,
    'https://json-schema.org/draft/2020-12/vocab/applicator': true,
  },
};

const withOptionalVocabulary: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $vocabulary: {
    'https://json-schema.org/draft/2020-12/vocab/core': true,
    'https://json-schema.org/draft/2020-12/vocab/validation': true,
    'http://localhost:1234/draft/2020-12/vocab/custom': false,
  },
};

/** The metaschemas; none of the other documents that the suite serves from a network. */
export const documents: SchemaDocuments = Object.fromEntries<JsonSchema>([
  ['http://json-schema.org/draft-06/schema', load('json-schema-draft-06')],
  ['http://json-schema.org/draft-07/schema', load('json-schema-draft-07')],
  ['https://json-schema.org/draft/2019-09/schema', load('json-schema-2019-09/schema')],
  ['https://json-schema.org/draft/2020-12/schema', load('json-schema-2020-12/schema')],
  ...loadVocabularies('2019-09', [...SHARED_VOCABULARIES, 'format']),
  ...loadVocabularies('2020-12', [...SHARED_VOCABULARIES, 'format-annotation', 'unevaluated']),
  ...['draft2019-09', 'draft2020-12'].flatMap((draft): [string, JsonSchema][] => [
    [`http://localhost:1234/${draft}/metaschema-no-validation.json`, withoutValidation],
    [`http://localhost:1234/${draft}/metaschema-optional-vocabulary.json`, withOptionalVocabulary],
  ]),
]);
