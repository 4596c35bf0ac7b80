import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';
import type { ListField } from '../../src/variables/field.js';
import { resolveVariables, type ResolveOptions } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { OMITTED, toObjectInput } from '../../src/variables/variableInput.js';

const text = { type: 'string' };

function resolveHosts(
  hosts: JsonObject,
  { isOptional = false, ...options }: ResolveOptions & { isOptional?: boolean } = {},
): { readonly list: ListField; readonly values: JsonValue | undefined } {
  const required = isOptional ? [] : ['hosts'];
  const { field, values } = resolveVariables(
    readSchema({ type: 'object', properties: { hosts }, required }),
    options,
  );
  const list = field.kind === 'object' ? field.fields[0] : undefined;
  if (list?.kind !== 'list') throw new Error('No list is asked for.');
  return { list, values };
}

describe('the rows of a list', () => {
  it('do not come back once the list was left out', () => {
    const { list, values } = resolveHosts(
      { type: 'array', items: text },
      { isOptional: true, values: { hosts: ['a'] }, input: toObjectInput({ hosts: OMITTED }) },
    );
    expect(list.rows).toEqual([]);
    expect(values).toEqual({});
  });

  it('end with a tuple that says nothing of others', () => {
    expect(resolveHosts({ prefixItems: [text, text] }).list.maxItems).toBe(2);
    expect(resolveHosts({ prefixItems: [text], items: text }).list.maxItems).toBe(Infinity);
  });
});

describe('a list that needs rows', () => {
  it('starts with as many where it is required', () => {
    const { list, values } = resolveHosts({ type: 'array', items: text, minItems: 2 });
    expect(list.rows.map(({ field }) => field.kind)).toEqual(['text', 'text']);
    expect(values).toEqual({ hosts: [null, null] });
  });

  it('starts with none where it may be left out', () => {
    const hosts = { type: 'array', items: text, minItems: 2 };
    const { list, values } = resolveHosts(hosts, { isOptional: true });
    expect(list.rows).toEqual([]);
    expect(values).toEqual({});
  });

  it('starts with what its default lacks', () => {
    const hosts = { type: 'array', items: text, minItems: 3, default: ['a'] };
    expect(resolveHosts(hosts).values).toEqual({ hosts: ['a', null, null] });
  });

  it('shows what is stored, and no row more', () => {
    const hosts = { type: 'array', items: text, minItems: 2, default: [] };
    const stored = { values: { hosts: ['a'] }, fillsDefaults: false };
    expect(resolveHosts(hosts, stored).list.rows).toHaveLength(1);
    expect(resolveHosts(hosts, { ...stored, values: { hosts: [] } }).list.rows).toEqual([]);
  });

  it('starts with few, however many it asks for', () => {
    expect(resolveHosts({ type: 'array', items: text, minItems: 5e5 }).list.rows).toHaveLength(10);
  });

  it('ends where its rows are such lists themselves', () => {
    const { list } = resolveHosts({
      type: 'array',
      minItems: 1,
      items: { $ref: '#/properties/hosts' },
    });
    expect(list.rows).toHaveLength(1);
    expect(list.rows[0]?.field).toMatchObject({ kind: 'list', rows: [] });
  });

  it('follows the narrowest of several bounds', () => {
    const { list } = resolveHosts({
      allOf: [{ minItems: 1, maxItems: 9 }, { minItems: 2, maxItems: 3 }, { maxItems: 8 }],
      type: 'array',
      items: text,
    });
    expect(list).toMatchObject({ minItems: 2, maxItems: 3 });
    expect(list.rows).toHaveLength(2);
  });
});
