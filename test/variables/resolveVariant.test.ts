import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/domain/json.js';
import { withInputAt } from '../../src/variables/inputAt.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import {
  NONE,
  OMITTED,
  toSwitchInput,
  toTextInput,
  type VariableInput,
} from '../../src/variables/variableInput.js';

interface Form {
  readonly set: (name: string, input: VariableInput) => void;
  readonly getValues: () => JsonValue | undefined;
}

interface Options {
  readonly before?: JsonObject;
  readonly required?: readonly string[];
}

/** A form with a text `a`, or what it is `before`, which is `choice` as long as `isChoice` is on. */
function openForm(
  choice: JsonObject,
  { before = { type: 'string' }, required = [] }: Options = {},
): Form {
  const schema: JsonSchema = {
    type: 'object',
    properties: { isChoice: { type: 'boolean' } },
    required: ['isChoice'],
    if: { properties: { isChoice: { const: true } } },
    then: { properties: { a: choice }, required },
    else: { properties: { a: before } },
  };
  const read = readSchema(schema);
  let form = resolveVariables(read, {});
  return {
    set(name, next) {
      const input = withInputAt(form.input, [{ kind: 'name', name }], next);
      form = resolveVariables(read, { input, previous: form.field });
    },
    getValues: () => form.values,
  };
}

describe('an optional place that a condition makes a choice', () => {
  const choice = { type: ['boolean', 'string'] };
  const titled = [
    { type: 'integer', title: 'N' },
    { type: 'string', title: 'T' },
  ];

  it.each<[string, JsonObject]>([
    ['types', choice],
    ['schemas', { oneOf: titled }],
    ['schemas and null', { anyOf: [...titled, { type: 'null' }] }],
  ])('keeps what was typed, among %s and after it', (_, schema) => {
    const form = openForm(schema);
    form.set('a', toTextInput('typed'));
    form.set('isChoice', toSwitchInput(true));
    expect(form.getValues()).toEqual({ isChoice: true, a: 'typed' });
    form.set('isChoice', toSwitchInput(false));
    expect(form.getValues()).toEqual({ isChoice: false, a: 'typed' });
  });

  it.each<[string, VariableInput, Options]>([
    ['was emptied', OMITTED, {}],
    ['was emptied, also where it must be filled in now', OMITTED, { required: ['a'] }],
    ['was null', NONE, { before: { type: ['string', 'null'] } }],
  ])('stays empty where it %s', (_, input, options) => {
    const form = openForm(choice, options);
    form.set('a', toTextInput('typed'));
    form.set('a', input);
    form.set('isChoice', toSwitchInput(true));
    expect(form.getValues()).toEqual({ isChoice: true });
  });

  it('takes no other variant where the one that was chosen is gone', () => {
    const form = openForm(choice, { before: { type: ['boolean', 'string', 'integer'] } });
    form.set('a', { kind: 'variant', chosen: 2, inputs: { 2: toTextInput('5') } });
    expect(form.getValues()).toEqual({ isChoice: false, a: 5 });
    form.set('isChoice', toSwitchInput(true));
    expect(form.getValues()).toEqual({ isChoice: true });
    form.set('isChoice', toSwitchInput(false));
    expect(form.getValues()).toEqual({ isChoice: false, a: 5 });
  });
});
