import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getOwn, type JsonObject, type JsonValue } from '../../src/domain/json.js';
import { parsePointer } from '../../src/domain/pointer.js';
import type { Field } from '../../src/variables/field.js';
import type { IsSecret } from '../../src/variables/isSecretSchema.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { createSchemaWalk } from '../../src/variables/secretPlaces.js';
import { isSecretPlace, splitSecrets } from '../../src/variables/secrets.js';

const MARKS: readonly JsonObject[] = [
  { writeOnly: true },
  { format: 'password' },
  { airbyte_secret: true },
  { secret: true },
  { isSecret: true },
  { sensitive: true },
  { 'x-secret': true },
  { 'x-sensitive': true },
  { 'ui:widget': 'password' },
  { 'ui:options': { widget: 'password' } },
  { 'x-host': true },
];
const NO_MARKS: readonly JsonObject[] = [{}, { writeOnly: false }, { secret: 'true' }];

/** The host's own mark, and one place of its choice. */
const isSecret: IsSecret = (schema, pointer) =>
  getOwn(schema, 'x-host') === true || pointer === '/a/b';

interface Pair {
  readonly schema: JsonObject;
  readonly value: JsonValue;
}

const mark = fc.oneof(fc.constantFrom(...MARKS), fc.constantFrom(...NO_MARKS));
const name = fc.constantFrom('a', 'b', 'c');
const text = mark.map((marked): Pair => ({
  schema: { type: 'string', ...marked },
  value: 's3cret',
}));

const { pair } = fc.letrec<{ pair: Pair; inner: Pair }>((tie) => ({
  pair: fc.oneof({ maxDepth: 3 }, text, tie('inner')),
  inner: fc.oneof(
    fc.tuple(fc.dictionary(name, tie('pair'), { minKeys: 1 }), mark).map(toObject),
    fc.tuple(tie('pair'), mark).map(([{ schema, value }, marked]): Pair => ({
      schema: { type: 'array', items: schema, ...marked },
      value: [value, value],
    })),
    fc.tuple(tie('pair'), mark).map(([{ schema, value }, marked]): Pair => ({
      schema: { allOf: [schema, marked] },
      value,
    })),
    // A branch that is not the one of the value marks it too.
    fc.tuple(tie('pair'), tie('pair')).map(([{ schema, value }, other]): Pair => ({
      schema: { anyOf: [schema, other.schema] },
      value,
    })),
  ),
}));

function toObject([members, marked]: readonly [Record<string, Pair>, JsonObject]): Pair {
  const entries = Object.entries(members);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(([key, { schema }]) => [key, schema])),
      ...marked,
    },
    value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
  };
}

function listFields(field: Field): readonly Field[] {
  switch (field.kind) {
    case 'object':
      return [...field.fields, ...field.entries.map((row) => row.field)].flatMap(listFields);
    case 'list':
      return field.rows.flatMap((row) => listFields(row.field));
    case 'variant':
      return field.field === null ? [] : listFields(field.field);
    case 'nullable':
      return listFields(field.field);
    default:
      return [field];
  }
}

const object = fc.tuple(fc.dictionary(name, pair, { minKeys: 1 }), mark).map(toObject);

describe('a mark of a secret, wherever it stands', () => {
  it('hides in the handler what the form keeps secret, and nothing else', () => {
    fc.assert(
      fc.property(object, fc.boolean(), ({ schema, value }, hasHost) => {
        const options = { isSecret: hasHost ? isSecret : undefined };
        const { field } = resolveVariables(readSchema(schema), { ...options, values: value });
        const variables = value as JsonObject;
        const { secretsSet } = splitSecrets(createSchemaWalk(schema, options), variables);
        const isSet = (pointer: string): boolean =>
          secretsSet.some((each) => pointer === each || pointer.startsWith(`${each}/`));
        for (const { pointer, secret } of listFields(field)) {
          expect([pointer, secret]).toEqual([pointer, isSet(pointer)]);
          const isTold = isSecretPlace(
            createSchemaWalk(schema, options),
            parsePointer(pointer) ?? [],
          );
          expect(secret || !isTold).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each(MARKS.slice(0, -1))('counts by itself: %j', (marked) => {
    const walk = createSchemaWalk({ properties: { token: marked, name: {} } });
    expect(splitSecrets(walk, { token: 't', name: 'n' }).secretsSet).toEqual(['/token']);
  });

  it.each(NO_MARKS)('is none: %j', (marked) => {
    const walk = createSchemaWalk({ properties: { token: marked } });
    expect(splitSecrets(walk, { token: 't' }).secretsSet).toEqual([]);
  });
});
