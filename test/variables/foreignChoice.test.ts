import { describe, expect, it } from 'vitest';
import { createVariablesFormStore } from '../../src/headless/variables-form/createVariablesFormStore.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';
import type { Field } from '../../src/variables/field.js';
import { toChoiceInput } from '../../src/variables/variableInput.js';

/** A form in which the mode `narrow` leaves less of what `a` may be. */
function createForm(a: JsonObject, narrowed: JsonValue, values: JsonObject) {
  const schema: JsonSchema = {
    type: 'object',
    properties: { mode: { enum: ['wide', 'narrow'] }, a },
    required: ['mode', 'a'],
    if: { properties: { mode: { const: 'narrow' } }, required: ['mode'] },
    then: { properties: { a: narrowed } },
  };
  const store = createVariablesFormStore({ schema, initialValues: { mode: 'wide', ...values } });
  const getField = (name: string): Field => {
    const { field } = store.getForm();
    const found = field.kind === 'object' ? field.fields.find((each) => each.name === name) : null;
    if (!found) throw new Error(`No field ${name}`);
    return found;
  };
  return {
    store,
    getField,
    setMode: (mode: string) => store.setInput(getField('mode'), toChoiceInput(mode)),
  };
}

const region: JsonObject = { enum: ['eu', 'us', 'asia'] };

describe('a choice that a condition takes away', () => {
  it.each<[string, JsonObject, JsonValue, JsonValue, string]>([
    ['one other option is left', region, { const: 'eu' }, 'us', 'const'],
    ['one other of an enum is left', region, { enum: ['eu'] }, 'us', 'enum'],
    ['no option is left', region, { enum: ['mars'] }, 'us', 'enum'],
    ['nothing is allowed', region, false, 'us', 'properties'],
    ['a switch has one way left', { type: 'boolean' }, { const: true }, false, 'const'],
  ])('is kept and said to be wrong where %s', (_, a, narrowed, value, keyword) => {
    const { store, getField, setMode } = createForm(a, narrowed, { a: value });
    setMode('narrow');
    expect(store.getValues()).toEqual({ mode: 'narrow', a: value });
    expect(getField('a').kind).toBe('choice');
    expect(store.check()).toBe(false);
    expect(store.getField(getField('a').key).error).toMatchObject({ keyword });
    setMode('wide');
    expect(store.getValues()).toEqual({ mode: 'wide', a: value });
    expect(store.check()).toBe(true);
  });

  it('is left as JSON where it is a group', () => {
    const store = createVariablesFormStore({ schema: { if: {}, then: false }, initialValues: {} });
    expect(store.getForm().field).toMatchObject({ kind: 'json', reason: 'nothing' });
  });

  it('is no choice any more once the option that is left was taken', () => {
    const { store, getField, setMode } = createForm(region, { const: 'eu' }, { a: 'us' });
    setMode('narrow');
    store.setInput(getField('a'), toChoiceInput('eu'));
    expect(getField('a').kind).toBe('const');
    expect(store.check()).toBe(true);
  });

  it('is filled in where nothing was chosen and one option is left', () => {
    const { store, setMode } = createForm(region, { const: 'eu' }, {});
    setMode('narrow');
    expect(store.getValues()).toEqual({ mode: 'narrow', a: 'eu' });
  });
});

describe('a stored value that is not the constant of the schema', () => {
  it.each([true, false])('is kept (required: %s)', (isRequired) => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { a: { const: 'v2' } },
      ...(isRequired && { required: ['a'] }),
    };
    const store = createVariablesFormStore({ schema, initialValues: { a: 'v1' } });
    expect(store.getValues()).toEqual({ a: 'v1' });
    expect(store.check()).toBe(false);
  });

  it('does not come from a default', () => {
    const a = { const: 'v2', default: 'v1' };
    const schema: JsonSchema = { type: 'object', properties: { a }, required: ['a'] };
    const store = createVariablesFormStore({ schema });
    expect(store.getValues()).toEqual({ a: 'v2' });
    expect(store.check()).toBe(true);
  });
});
