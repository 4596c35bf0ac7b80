import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isJsonObject,
  isSameJson,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../src/domain/json.js';
import { checkVariables } from '../../src/variables/checkVariables.js';
import { parseVariableInput } from '../../src/variables/parseVariableInput.js';
import { withInputAt } from '../../src/variables/inputAt.js';
import { resolveVariables, type ResolvedVariables } from '../../src/variables/resolveVariables.js';
import { readSchema, type ReadSchema } from '../../src/variables/schema/readSchema.js';
import { toInput } from '../../src/variables/toInput.js';
import { toValues } from '../../src/variables/toValues.js';
import { OMITTED, toSwitchInput, withoutSecretInput } from '../../src/variables/variableInput.js';

/** A schema with a value that it allows. */
interface Pair {
  readonly schema: JsonSchema;
  readonly value: JsonValue;
}

const name = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    '',
    'a.b',
    'a/b',
    '~0',
    ' ',
    'secret',
    'choice',
    'object',
    'list',
  ),
  fc.string({ minLength: 1, maxLength: 6 }),
);

const scalar: fc.Arbitrary<Pair> = fc.oneof(
  fc.string().map((value): Pair => ({ schema: { type: 'string' }, value })),
  fc.string().map((value): Pair => ({ schema: { type: 'string', writeOnly: true }, value })),
  fc.integer().map((value): Pair => ({ schema: { type: 'integer', minimum: value - 1 }, value })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value): Pair => ({ schema: { type: 'number' }, value: value + 0 })),
  fc.boolean().map((value): Pair => ({ schema: { type: 'boolean' }, value })),
  fc.constantFrom<Pair>(
    { schema: { enum: ['a', '', null, 0, false] }, value: null },
    { schema: { enum: ['a', '', null, 0, false] }, value: '' },
    { schema: { oneOf: [{ const: 1, title: 'One' }, { const: 2 }] }, value: 2 },
    { schema: { const: { x: [null] } }, value: { x: [null] } },
    { schema: { type: ['string', 'null'] }, value: null },
    { schema: { type: ['string', 'number'] }, value: 0 },
    { schema: {}, value: { any: [1, ''] } },
    { schema: { type: 'object' }, value: {} },
    { schema: { type: 'array', uniqueItems: true, items: { enum: [1, 2, 3] } }, value: [3, 1] },
  ),
);

/** With defaults, what a value lacks may be filled in. */
function createForm(hasDefaults: boolean): fc.Arbitrary<Form> {
  const { pair } = fc.letrec<{ pair: Pair }>((tie) => ({
    pair: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      scalar,
      fc
        .array(fc.tuple(name, tie('pair'), fc.boolean(), fc.boolean()), { maxLength: 4 })
        .map(toObjectPair),
      fc.array(tie('pair'), { minLength: 1, maxLength: 3 }).map((items): Pair => ({
        schema: { type: 'array', prefixItems: items.map(({ schema }) => schema) },
        value: items.map(({ value }) => value),
      })),
      fc.tuple(tie('pair'), fc.nat(2)).map(([{ schema, value }, minItems]): Pair => ({
        schema: { type: 'array', items: schema, minItems },
        value: [value, value],
      })),
      fc
        .tuple(tie('pair'), fc.constantFrom('allOf', 'anyOf'))
        .map(([{ schema, value }, keyword]): Pair => ({ schema: { [keyword]: [schema] }, value })),
      tie('pair').map(({ schema, value }): Pair => ({ schema: { if: {}, then: schema }, value })),
      ...(hasDefaults ? [fc.tuple(tie('pair'), scalar).map(toDefaulted)] : []),
      fc.tuple(name, tie('pair')).map(([key, { schema, value }]): Pair => ({
        schema: { type: 'object', additionalProperties: schema },
        value: Object.fromEntries([[key, value]]),
      })),
      tie('pair').map(({ schema, value }): Pair => ({
        schema: {
          oneOf: [
            { type: 'object', properties: { t: { const: 'other' } }, required: ['t'] },
            {
              type: 'object',
              properties: { t: { const: 'this' }, v: schema },
              required: ['t', 'v'],
            },
          ],
        },
        value: { t: 'this', v: value },
      })),
    ),
  }));
  return pair.map(({ schema, value }) => ({
    schema: { type: 'object', properties: { a: schema } },
    values: { a: value },
  }));
}

interface Form {
  readonly schema: JsonSchema;
  readonly values: JsonObject;
}

function toDefaulted([{ schema, value }, { value: given }]: [Pair, Pair]): Pair {
  return { schema: { ...(isJsonObject(schema) && schema), default: given }, value };
}

type Member = readonly [name: string, pair: Pair, isRequired: boolean, isGiven: boolean];

function toObjectPair(members: readonly Member[]): Pair {
  const unique = [...new Map(members.map((member) => [member[0], member])).values()];
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(unique.map(([key, { schema }]) => [key, schema])),
      required: unique.filter(([, , isRequired]) => isRequired).map(([key]) => key),
    },
    value: Object.fromEntries(
      unique
        .filter(([, , isRequired, isGiven]) => isRequired || isGiven)
        .map(([key, { value }]) => [key, value]),
    ),
  };
}

const form = createForm(false);

/** What a place becomes by a condition: one value, or a choice. */
const otherSchema = fc.constantFrom<JsonSchema>(
  { type: 'string' },
  { type: 'boolean' },
  { type: ['string', 'boolean'] },
  { enum: ['a', 'b'] },
  { const: 'c' },
  {
    oneOf: [
      { type: 'integer', title: 'N' },
      { type: 'string', title: 'T' },
    ],
  },
);

function toggle(
  document: ReadSchema,
  { input, field: previous }: ResolvedVariables,
  isOther: boolean,
): ResolvedVariables {
  const at = [{ kind: 'name', name: 'isOther' }] as const;
  const next = withInputAt(input, at, toSwitchInput(isOther));
  return resolveVariables(document, { input: next, previous });
}

describe('for any schema', () => {
  it('a valid value that is filled in comes out again, and is valid', () => {
    fc.assert(
      fc.property(form, ({ schema, values }) => {
        const sent = toValues(schema, toInput(schema, values));
        expect(isSameJson(sent, values)).toBe(true);
        expect(checkVariables(schema, sent)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a stored value is neither filled in nor changed when it is edited', () => {
    fc.assert(
      fc.property(createForm(true), ({ schema, values }) => {
        const document = readSchema(schema);
        const stored = { values, fillsDefaults: false };
        const opened = resolveVariables(document, stored);
        const { input, field: previous } = opened;
        const edited = resolveVariables(document, { ...stored, input, previous });
        expect(isSameJson(opened.values ?? {}, values)).toBe(true);
        expect(isSameJson(edited.values ?? {}, values)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('reading and writing twice is the same as once', () => {
    fc.assert(
      fc.property(form, ({ schema, values }) => {
        const document = readSchema(schema);
        const once = resolveVariables(document, { values });
        const twice = resolveVariables(document, { input: once.input, previous: once.field });
        expect(twice.input).toEqual(once.input);
        expect(twice.values).toEqual(once.values);
        expect(twice.field).toBe(once.field);
      }),
      { numRuns: 200 },
    );
  });

  it('a draft survives being stored, and holds no secret', () => {
    const canary = 'canary-5f3a';
    const secret = { type: 'string', writeOnly: true } as const;
    fc.assert(
      fc.property(form, name, ({ schema, values }, key) => {
        const inner = typeof schema === 'object' ? schema : {};
        const withSecret: JsonSchema = {
          type: 'object',
          properties: Object.fromEntries([
            ['form', inner],
            [`${key}!`, secret],
          ]),
          additionalProperties: secret,
        };
        const given = { form: values, [`${key}!`]: canary, [`${key}?`]: canary };
        const input = toInput(withSecret, given);
        const stored = JSON.stringify(withoutSecretInput(input));
        expect(stored).not.toContain(canary);
        const draft = parseVariableInput(JSON.parse(JSON.stringify(input))) ?? OMITTED;
        expect(draft).toEqual(input);
        expect(toValues(withSecret, draft)).toEqual(toValues(withSecret, input));
      }),
      { numRuns: 100 },
    );
  });

  it('what is typed at a place survives a condition there and back', () => {
    fc.assert(
      fc.property(form, otherSchema, ({ schema, values }, other) => {
        const document = readSchema({
          type: 'object',
          properties: { isOther: { type: 'boolean' } },
          required: ['isOther'],
          if: { properties: { isOther: { const: true } } },
          then: { properties: { a: other } },
          else: schema,
        });
        const opened = resolveVariables(document, { values: { ...values, isOther: false } });
        const there = toggle(document, opened, true);
        expect(toggle(document, there, false).values).toEqual(opened.values);
      }),
      { numRuns: 300 },
    );
  });
});
