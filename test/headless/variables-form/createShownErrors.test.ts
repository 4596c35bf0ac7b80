import { beforeEach, describe, expect, it } from 'vitest';
import {
  createVariablesFormStore,
  type VariablesFormStore,
} from '../../../src/headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../../src/variables/field.js';
import { OMITTED, toChoiceInput, toTypedInput } from '../../../src/variables/variableInput.js';

const code = { type: 'string', pattern: '^[A-Z]{3}$' };
const schema = {
  type: 'object',
  properties: { code, batch: { type: 'integer' }, mode: { enum: ['fast', 'safe'] } },
  required: ['code'],
  if: { properties: { mode: { const: 'fast' } }, required: ['mode'] },
  then: { properties: { limit: { type: 'integer', minimum: 1 } }, required: ['limit'] },
};

let store: VariablesFormStore;
beforeEach(() => {
  store = createVariablesFormStore({ schema });
});

function getField(name: string): Field {
  const { field } = store.getForm();
  const found = field.kind === 'object' ? field.fields.find((each) => each.name === name) : null;
  if (!found) throw new Error(`No field ${name}`);
  return found;
}

const type = (name: string, text: string): void =>
  store.setInput(getField(name), toTypedInput(text));
const getError = (name: string): string | undefined =>
  store.getField(getField(name).key).error?.keyword;
const getSummary = (): readonly string[] =>
  store.getForm().summary.map(({ path, keyword }) => `${path} ${keyword}`);

describe('an error', () => {
  it('is shown once its field is left', () => {
    type('code', 'ab');
    expect(getError('code')).toBeUndefined();
    store.leave(getField('code'));
    expect(getError('code')).toBe('pattern');
    expect(getSummary()).toEqual([]);
  });

  it('stays as it is while the user types, and goes as soon as it is put right', () => {
    store.check();
    expect(getError('code')).toBe('required');
    type('code', 'L');
    expect(getError('code')).toBe('required');
    type('code', 'LDN');
    expect(getError('code')).toBeUndefined();
  });

  it('is looked at anew when the field is left again', () => {
    store.check();
    type('code', 'LDN');
    type('code', 'LDN-');
    expect(getError('code')).toBeUndefined();
    store.leave(getField('code'));
    expect(getError('code')).toBe('pattern');
  });

  it('follows a choice at once, which is made and not typed', () => {
    store.check();
    store.setInput(getField('mode'), toChoiceInput('slow'));
    expect(getError('mode')).toBe('enum');
  });

  it('is that of the platform until something is typed', () => {
    store.setRefusals([{ path: '/code', message: 'unknown warehouse' }]);
    expect(getError('code')).toBe('refused');
    type('code', 'x');
    expect(getError('code')).toBeUndefined();
    store.setRefusals([{ path: '/code', message: 'still unknown' }]);
    expect(getError('code')).toBe('refused');
  });

  it('of the platform goes with the first key, whatever else is wrong by then', () => {
    type('code', 'LDN');
    expect(store.check()).toBe(true);
    store.setRefusals([{ path: '/code', message: 'unknown warehouse' }]);
    type('code', 'LD');
    expect(getError('code')).toBeUndefined();
    store.leave(getField('code'));
    expect(getError('code')).toBe('pattern');
  });
});

describe('the summary', () => {
  it('stands still until Continue is pressed again', () => {
    type('batch', 'x');
    store.check();
    const before = store.getForm();
    expect(getSummary()).toEqual(['/code required', '/batch number']);
    type('code', 'LDN');
    type('batch', '');
    store.leave(getField('batch'));
    expect(store.getForm()).toBe(before);
    type('batch', 'y');
    store.check();
    expect(getSummary()).toEqual(['/batch number']);
    type('batch', '1');
    expect(store.check()).toBe(true);
    expect(getSummary()).toEqual([]);
  });

  it('names no field that has gone', () => {
    store.setInput(getField('mode'), toChoiceInput('fast'));
    store.check();
    expect(getSummary()).toEqual(['/code required', '/limit required']);
    store.setInput(getField('mode'), OMITTED);
    expect(getSummary()).toEqual(['/code required']);
  });

  it('is that of the newest answer of the platform', () => {
    store.setRefusals([{ path: '/code', message: 'unknown warehouse' }]);
    expect(getSummary()).toEqual(['/code refused']);
    type('code', 'LDN');
    expect(getSummary()).toEqual(['/code refused']);
    store.setRefusals([]);
    expect(getSummary()).toEqual(['/code refused']);
    store.check();
    expect(getSummary()).toEqual([]);
    store.setRefusals([{ path: '/batch', message: 'too many' }]);
    expect(getSummary()).toEqual(['/batch refused']);
    store.setRefusals([]);
    expect(getSummary()).toEqual([]);
  });
});
