import { Validator } from '@cfworker/json-schema';
import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Check } from 'typebox/schema';
import type { JsonSchema, JsonValue } from '../../src/domain/json.js';
import { evaluate } from '../../src/variables/evaluate/evaluate.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';

export type Verdict = (value: JsonValue) => boolean;

/** Everything from a schema that was never seen to what gives verdicts. Throws where it cannot. */
export type Prepare = (schema: JsonSchema) => Verdict | Promise<Verdict>;

export const validatorNames = [
  'ours',
  '@cfworker/json-schema',
  'typebox',
  '@hyperjump/json-schema',
  'Ajv (makes code)',
] as const;
export type ValidatorName = (typeof validatorNames)[number];

let schemas = 0;

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats(ajv);
  return ajv;
}

let sharedAjv: Ajv2020 | null = null;

/** Keeps what it knows of the metaschemas, as a server would that sees many schemas. */
export const prepareWithSharedAjv: Prepare = (schema) => {
  sharedAjv ??= createAjv();
  sharedAjv.removeSchema();
  return sharedAjv.compile(schema);
};

/** Each stops at the first error, where it can; none but Ajv makes code. */
export const validators: Readonly<Record<ValidatorName, Prepare>> = {
  ours(schema) {
    const read = readSchema(schema);
    return (value) => evaluate(read, value, { stopAtFirst: true }).valid;
  },
  '@cfworker/json-schema'(schema) {
    const validator = new Validator(schema, '2020-12', true);
    return (value) => validator.validate(value).valid;
  },
  typebox: (schema) => (value) => Check(schema, value),
  async '@hyperjump/json-schema'(schema) {
    schemas += 1;
    const uri = `https://bench.example/${schemas}`;
    registerSchema(schema, uri, 'https://json-schema.org/draft/2020-12/schema');
    const compiled = await validate(uri);
    unregisterSchema(uri);
    return (value) => compiled(value).valid;
  },
  'Ajv (makes code)': (schema) => createAjv().compile(schema),
};
