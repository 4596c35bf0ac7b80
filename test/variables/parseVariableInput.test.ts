import { describe, expect, it } from 'vitest';
import { parseVariableInput } from '../../src/variables/parseVariableInput.js';

describe('a stored draft', () => {
  it.each([
    ['of an earlier version', { object: { a: '1' } }],
    ['that is a text', 'a'],
    ['that is null', null],
    ['of a kind that nobody knows', { kind: 'picture', text: 'a' }],
    ['whose text is a number', { kind: 'text', text: 5 }],
    ['whose secret is empty', { kind: 'secret' }],
  ])('%s is dropped', (_, draft) => {
    expect(parseVariableInput(draft)).toBeUndefined();
  });

  it('keeps what it understands of a form', () => {
    const members = {
      a: { kind: 'text', text: '1' },
      b: 'old',
      c: { kind: 'switch', isOn: 'yes' },
    };
    expect(parseVariableInput({ kind: 'object', members })).toEqual({
      kind: 'object',
      members: { a: { kind: 'text', text: '1' } },
      entries: null,
      presence: 'implied',
    });
  });

  it('keeps a row once, and a row whose value it cannot read', () => {
    const rows = [{ id: 0, input: { kind: 'none' } }, { id: 0 }, { id: 1, input: 5 }, 'x'];
    expect(parseVariableInput({ kind: 'list', rows })).toEqual({
      kind: 'list',
      rows: [
        { id: 0, input: { kind: 'none' } },
        { id: 1, input: null },
      ],
    });
  });

  it('that never ends is cut off', () => {
    const text = `${'{"kind":"secret","input":'.repeat(5000)}{"kind":"none"}${'}'.repeat(5000)}`;
    expect(parseVariableInput(JSON.parse(text))).toBeUndefined();
  });
});
