import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/domain/json.js';
import {
  createVariablesFormStore,
  type VariablesFormStore,
} from '../../src/headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../src/variables/field.js';
import {
  getText,
  OMITTED,
  toListInput,
  toTypedInput,
  toTypedJsonInput,
} from '../../src/variables/variableInput.js';

const branch = (kind: string, x: JsonObject): JsonObject => ({
  type: 'object',
  properties: { kind: { const: kind }, x },
  required: ['kind'],
});
const variants = { oneOf: [branch('a', { type: 'string' }), branch('b', { type: 'number' })] };

function createForm(a: JsonValue, value: JsonValue, initialInput?: JsonValue): VariablesFormStore {
  const list = { type: 'array', items: { type: 'string' } };
  const schema = { type: 'object', properties: { a, list }, required: ['a'] };
  return createVariablesFormStore({ schema, initialValues: { a: value }, initialInput });
}

function getMember(store: VariablesFormStore, name: string): Field {
  const { field } = store.getForm();
  const found = field.kind === 'object' ? field.fields.find((each) => each.name === name) : null;
  if (!found) throw new Error(`No field ${name}`);
  return found;
}

/** Changes another field in a way that makes the form compute all of its fields anew. */
function changeList(store: VariablesFormStore): void {
  store.setInput(getMember(store, 'list'), toListInput([{ id: 0, input: toTypedInput('x') }]));
  store.setInput(getMember(store, 'list'), OMITTED);
}

describe('a stored value of a type that its place does not take', () => {
  it.each<[string, JsonValue, JsonValue]>([
    ['a choice of types', { type: ['string', 'boolean'] }, { x: [0] }],
    ['a choice of types', { type: ['string', 'number'] }, []],
    ['a choice of many types', { type: ['string', 'integer', 'boolean', 'object'] }, ['a', null]],
    ['a choice of objects', variants, 'text'],
    ['a choice of objects', variants, [{}]],
    ['the rows of a list', { type: 'array', items: { type: 'string' } }, [{ x: 0 }, 'a']],
    ['the rows of names', { type: 'object', additionalProperties: { type: 'number' } }, { n: {} }],
    ['a switch', { type: 'boolean' }, 'on'],
    ['a switch', { type: 'boolean' }, 0],
    ['a switch', { type: 'boolean' }, null],
    ['a switch', { type: 'boolean', default: true }, [true]],
    ['a constant', { const: 'c' }, null],
  ])('is kept by %s when other fields change, and said to be wrong', (_, a, value) => {
    const store = createForm(a, value);
    expect(store.getValues()).toEqual({ a: value });
    changeList(store);
    expect(store.getValues()).toEqual({ a: value });
    expect(store.check()).toBe(false);
    const draft = structuredClone<JsonValue>(store.getInput());
    expect(createForm(a, value, draft).getValues()).toEqual({ a: value });
  });

  it('stands as it is typed, and not as it would be written', () => {
    const store = createForm({ type: 'string' }, { x: 0 });
    store.setInput(getMember(store, 'a'), toTypedJsonInput('[ 1 ]'));
    changeList(store);
    expect(getText(store.getFieldInput(getMember(store, 'a')))).toBe('[ 1 ]');
    expect(store.getValues()).toEqual({ a: [1] });
  });

  it('is no value as long as it is no JSON', () => {
    const store = createForm({ type: 'string' }, { x: 0 });
    store.setInput(getMember(store, 'a'), toTypedJsonInput('{'));
    expect(store.check()).toBe(false);
    expect(store.getField(getMember(store, 'a').key).error?.keyword).toBe('jsonText');
  });

  it('does not come from a default', () => {
    const schema = { properties: { a: { type: 'string', default: [] } }, required: ['a'] };
    const store = createVariablesFormStore({ schema: { type: 'object', ...schema } });
    expect(getMember(store, 'a').kind).toBe('text');
    expect(store.getValues()).toEqual({});
  });

  it('is asked for as the schema says once it is taken out', () => {
    const store = createForm({ type: ['string', 'boolean'] }, { x: [0] });
    changeList(store);
    const choice = getMember(store, 'a');
    const inner = choice.kind === 'variant' ? choice.field : null;
    if (inner === null) throw new Error('No variant is chosen.');
    expect(inner.kind).toBe('json');
    store.setInput(inner, OMITTED);
    changeList(store);
    expect(getMember(store, 'a')).toMatchObject({ field: { kind: 'text' } });
  });
});
