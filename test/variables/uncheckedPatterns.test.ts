import { describe, expect, it } from 'vitest';
import { createVariablesFormStore } from '../../src/headless/variables-form/createVariablesFormStore.js';
import { checkVariables } from '../../src/variables/checkVariables.js';
import { listSchemaFaults } from '../../src/variables/listSchemaFaults.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';

const twice = { type: 'string', pattern: '^(a+)-\\1$' };

describe('a pattern with a reference back, which takes more than linear time', () => {
  it('lets a value through, since it cannot be checked', () => {
    expect(checkVariables({ properties: { code: twice } }, { code: 'a-b' })).toEqual([]);
  });

  it('leaves the other rules of its place in force', () => {
    const errors = checkVariables({ ...twice, minLength: 9 }, 'a-b');
    expect(errors.map(({ keyword }) => keyword)).toEqual(['minLength']);
  });

  it('lets a name through that it may mean', () => {
    const schema = { patternProperties: { '^(a)\\1$': true }, additionalProperties: false };
    expect(checkVariables(schema, { b: 1 })).toEqual([]);
  });

  it('is said at its field alone, and to its author', () => {
    const schema = { properties: { code: twice, name: { type: 'string', pattern: '^a' } } };
    const store = createVariablesFormStore({ schema });
    const { field } = store.getForm();
    const fields = field.kind === 'object' ? field.fields : [];
    expect(fields.map(({ name, isUnchecked }) => [name, isUnchecked])).toEqual([
      ['code', true],
      ['name', false],
    ]);
    expect(listSchemaFaults(readSchema(schema))).toEqual([
      { reason: 'unchecked', at: '/properties/code', detail: '^(a+)-\\1$' },
    ]);
  });
});
