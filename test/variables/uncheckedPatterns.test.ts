import { describe, expect, it, vi } from 'vitest';
import { createVariablesFormStore } from '../../src/headless/variables-form/createVariablesFormStore.js';
import { checkVariables } from '../../src/variables/checkVariables.js';

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

  it('is said at its field alone, and to the developer once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const schema = { properties: { code: twice, name: { type: 'string', pattern: '^a' } } };
    const store = createVariablesFormStore({ schema });
    createVariablesFormStore({ schema });
    const { field } = store.getForm();
    const fields = field.kind === 'object' ? field.fields : [];
    expect(fields.map(({ name, isUnchecked }) => [name, isUnchecked])).toEqual([
      ['code', true],
      ['name', false],
    ]);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain('/properties/code');
    expect(warn.mock.calls[0]?.[0]).not.toContain('/properties/name');
    warn.mockRestore();
  });
});
