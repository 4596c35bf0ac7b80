import { describe, expect, it } from 'vitest';
import { toVariablesEntry } from '../../src/flow/variablesEntry.js';

describe('what a draft keeps of the variables', () => {
  it('is the input of the form without its secrets', () => {
    const input = { object: { region: 'eu', token: { secret: 'hunter2' } } };
    const entry = toVariablesEntry(input, { region: 'eu', token: 'hunter2' });
    expect(entry).toMatchObject({ draftInput: { object: { region: 'eu' } }, hasSecrets: true });
    expect(entry.input).toBe(input);
  });

  it('is everything where nothing is secret', () => {
    const input = { object: { region: 'eu' } };
    const entry = toVariablesEntry(input, { region: 'eu' });
    expect(entry).toMatchObject({ draftInput: input, hasSecrets: false });
  });

  it('is a text that the form takes as a whole', () => {
    expect(toVariablesEntry('{"region"', null).draftInput).toBe('{"region"');
  });

  it.each([
    ['a host’s own values, which mark no secret', { region: 'eu', token: 'hunter2' }],
    ['a list of them', ['hunter2']],
    ['a form that is a secret as a whole', { secret: 'hunter2' }],
  ])('is nothing of %s', (_what, input) => {
    const entry = toVariablesEntry(input, { token: 'hunter2' });
    expect(entry).toMatchObject({ draftInput: null, hasSecrets: true });
  });
});
