import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/json.js';
import { checkVariables } from '../../src/variables/checkVariables.js';
import { parseVariableInput } from '../../src/variables/parseVariableInput.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';

const INPUT_KINDS = [
  'omitted',
  'none',
  'text',
  'switch',
  'choice',
  'secret',
  'list',
  'object',
  'variant',
  'other',
];

describe('for anything at all', () => {
  it('nothing throws, whatever schema, values and stored input are', () => {
    const keyword = fc.constantFrom(
      'type',
      'properties',
      'items',
      'enum',
      'const',
      'oneOf',
      'anyOf',
      'allOf',
      'not',
      'if',
      'then',
      'else',
      '$ref',
      'required',
      'pattern',
      'format',
      'default',
      'additionalProperties',
      'patternProperties',
      'prefixItems',
      'dependentSchemas',
      'dependencies',
      'minItems',
      'title',
      '$id',
      '$defs',
      'writeOnly',
      'a',
      'b',
    );
    const text = fc.constantFrom(
      'string',
      'number',
      'object',
      'array',
      'null',
      '#',
      '#/$defs/a',
      '(',
      'a',
      'email',
    );
    const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 4, depthSize: 'medium' },
        text,
        fc.boolean(),
        fc.constantFrom(null, 0, 3),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(keyword, tie('json'), { maxKeys: 5 }),
      ),
    }));
    const { stored } = fc.letrec<{ stored: JsonValue }>((tie) => {
      const inner = fc.oneof({ maxDepth: 4 }, json, tie('stored'));
      const rows = fc.array(fc.record({ id: fc.nat(3), name: text, input: inner }), {
        maxLength: 3,
      });
      const members = fc.dictionary(fc.oneof(keyword, fc.constant('0')), inner, { maxKeys: 3 });
      return {
        stored: fc.record({
          kind: fc.constantFrom(...INPUT_KINDS),
          text: json,
          isOn: fc.boolean(),
          value: json,
          input: inner,
          rows,
          entries: rows,
          members,
          inputs: members,
          chosen: fc.nat(2),
          presence: text,
        }),
      };
    });
    fc.assert(
      fc.property(
        fc.dictionary(keyword, json, { maxKeys: 6 }),
        json,
        fc.oneof(json, stored),
        (schema, values, draft) => {
          const input = parseVariableInput(draft);
          const document = readSchema(schema);
          const resolved = resolveVariables(document, { values, input });
          resolveVariables(document, { input: resolved.input });
          expect(Array.isArray(checkVariables(schema, values))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
