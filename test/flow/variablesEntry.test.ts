import { describe, expect, it } from 'vitest';
import { toVariablesEntry } from '../../src/flow/variablesEntry.js';
import { toObjectInput, toTextInput } from '../../src/variables/variableInput.js';

const region = toTextInput('eu');
const token = { kind: 'secret', input: toTextInput('hunter2') } as const;

describe('what a draft keeps of the variables', () => {
  it('is the input of the form without its secrets', () => {
    const input = toObjectInput({ region, token });
    const entry = toVariablesEntry(input, { region: 'eu', token: 'hunter2' });
    expect(entry).toMatchObject({ draftInput: toObjectInput({ region }), hasSecrets: true });
    expect(entry.input).toBe(input);
  });

  it('is everything where nothing is secret', () => {
    const input = toObjectInput({ region });
    const entry = toVariablesEntry(input, { region: 'eu' });
    expect(entry).toMatchObject({ draftInput: input, hasSecrets: false });
  });

  it('is a text that the form takes as a whole', () => {
    const text = toTextInput('{"region"');
    expect(toVariablesEntry(text, null).draftInput).toEqual(text);
  });

  it('is nothing of a form that is a secret as a whole', () => {
    const entry = toVariablesEntry(token, { token: 'hunter2' });
    expect(entry).toMatchObject({ draftInput: null, hasSecrets: true });
  });
});
