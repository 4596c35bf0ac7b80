import { describe, expect, it } from 'vitest';
import { createVariablesFormStore } from '../../src/headless/variables-form/createVariablesFormStore.js';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';

const properties: JsonObject = { name: { type: 'string' }, b: { $ref: '#/$defs/nowhere' } };

describe('a part of a schema that cannot be used', () => {
  it('leaves the rest of the form to be filled in', () => {
    const store = createVariablesFormStore({
      schema: { properties },
      initialValues: { name: 'n' },
    });
    expect(store.schemaProblem).toBeNull();
    expect(store.check()).toBe(true);
    expect(store.getValues()).toEqual({ name: 'n' });
    const { field } = store.getForm();
    expect(field).toMatchObject({
      fields: [{ kind: 'text' }, { kind: 'json', reason: 'reference' }],
    });
  });

  it.each<[string, JsonObject]>([
    ['a reference', { $ref: '#/$defs/nowhere' }],
    ['a pattern', { type: 'string', pattern: '(' }],
    ['a keyword', { type: 'text' }],
  ])('is said at once at the field that has a value: %s', (_, b) => {
    const schema: JsonSchema = { properties: { ...properties, b } };
    const store = createVariablesFormStore({ schema, initialValues: { name: 'n', b: 'x' } });
    const { field, formErrors } = store.getForm();
    const key = field.kind === 'object' ? (field.fields[1]?.key ?? '') : '';
    expect(formErrors).toEqual([]);
    expect(store.getField(key).error).toMatchObject({ keyword: 'schema', path: '/b' });
    expect(store.check()).toBe(false);
    expect(store.getValues()).toEqual({ name: 'n', b: 'x' });
  });

  it('is said of the whole form where it is the whole', () => {
    const schema = { $ref: '#/$defs/nowhere' };
    const store = createVariablesFormStore({ schema });
    expect(store.schemaProblem).toMatchObject({ reason: 'reference' });
    expect(store.getForm().formErrors).toMatchObject([{ keyword: 'schema', path: '' }]);
    expect(store.check()).toBe(false);
  });
});
