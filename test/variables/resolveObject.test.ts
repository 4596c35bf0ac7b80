import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.js';
import type { Field, ObjectField } from '../../src/variables/field.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';

function toObject(field: Field | undefined): ObjectField {
  if (field?.kind !== 'object') throw new Error('No group is asked for.');
  return field;
}

function resolveForm(schema: JsonObject): ObjectField {
  return toObject(resolveVariables(readSchema({ type: 'object', ...schema }), {}).field);
}

describe('properties of one definition', () => {
  const $defs = { address: { type: 'string', title: 'Address' } };
  const address = { $ref: '#/$defs/address' };
  const getTitles = (properties: JsonObject): unknown =>
    resolveForm({ properties, $defs }).fields.map(({ title }) => title);

  it('are told apart by their own names', () => {
    expect(getTitles({ billing: address, shipping: address })).toEqual([undefined, undefined]);
  });

  it('keep the titles that are their own, and one that no other has', () => {
    expect(getTitles({ billing: address })).toEqual(['Address']);
    const own = { ...address, title: 'Address' };
    expect(getTitles({ billing: own, shipping: address })).toEqual(['Address', undefined]);
  });
});

describe('a group within itself', () => {
  it('is closed until it is asked for', () => {
    const $defs = {
      folder: { properties: { name: { type: 'string' }, inner: { $ref: '#/$defs/folder' } } },
    };
    const [folder] = resolveForm({ properties: { a: { $ref: '#/$defs/folder' } }, $defs }).fields;
    expect(toObject(folder).open).toBe(true);
    const inner = toObject(folder).fields.find(({ name }) => name === 'inner');
    expect(inner).toMatchObject({ open: false, fields: [] });
  });
});
