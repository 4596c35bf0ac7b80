// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../src/domain/json.js';
import { open } from './storedForm.js';

afterEach(cleanup);

describe('a secret that is stored already', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: { key: { type: 'string', title: 'Key', minLength: 4, writeOnly: true } },
    required: ['key'],
  };
  const note = 'A value is saved and not shown. Leave this empty to keep it.';

  it('is kept when it is left empty, though it is required', async () => {
    const { submitted, submit } = open({ schema, secretsSet: ['/key'] });
    expect(screen.getByLabelText('Key')).toHaveAccessibleDescription(note);
    expect(screen.getByLabelText('Key')).not.toBeRequired();
    await submit();
    expect(submitted).toEqual([{}]);
  });

  it('is asked for where none is stored', async () => {
    const { submitted, submit } = open({ schema, secretsSet: ['/other'] });
    expect(screen.getByLabelText('Key')).toBeRequired();
    await submit();
    expect(submitted).toEqual([]);
    expect(screen.getByLabelText('Key')).toBeInvalid();
    expect(screen.getByLabelText('Key')).toHaveFocus();
  });

  it('is replaced by what is typed, which is checked, and kept again when that is taken out', async () => {
    const { user, submitted, submit } = open({ schema, secretsSet: ['/key'] });
    await user.type(screen.getByLabelText('Key'), 'abc');
    expect(screen.queryByText(note)).not.toBeInTheDocument();
    await submit();
    expect(submitted).toEqual([]);
    await user.type(screen.getByLabelText('Key'), 'd');
    await submit();
    await user.clear(screen.getByLabelText('Key'));
    expect(screen.getByText(note)).toBeVisible();
    await submit();
    expect(submitted).toEqual([{ key: 'abcd' }, {}]);
  });
});

describe('what was typed before', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      size: { type: 'integer', title: 'Batch size', default: 50 },
      tags: { type: 'array', title: 'Tags', items: { type: 'string' } },
      mode: { title: 'Mode', enum: ['fast', 'safe'] },
    },
  };

  it('is there again, also where it is no value yet, and wins over values and defaults', async () => {
    const before = open({ schema });
    await before.user.type(screen.getByLabelText('Batch size'), 'x');
    await before.user.click(screen.getByRole('button', { name: 'Add to Tags' }));
    await before.user.keyboard('blue');
    await before.user.click(screen.getByRole('radio', { name: 'safe' }));
    cleanup();

    const initialInput = structuredClone(before.inputs.at(-1));
    const initialValues = { size: 7, tags: ['red'], mode: 'fast' };
    const { user, submitted, submit } = open({ schema, initialInput, initialValues });
    expect(screen.getByLabelText('Batch size')).toHaveValue('50x');
    expect(screen.getByLabelText('Batch size')).not.toBeInvalid();
    expect(screen.getByRole('radio', { name: 'safe' })).toBeChecked();
    await submit();
    expect(submitted).toEqual([]);
    expect(screen.getByLabelText('Batch size')).toHaveFocus();
    await user.keyboard('{End}{Backspace}');
    await submit();
    expect(submitted).toEqual([{ size: 50, tags: ['blue'], mode: 'safe' }]);
  });

  it('leaves empty what the user had emptied', async () => {
    const before = open({ schema });
    await before.user.clear(screen.getByLabelText('Batch size'));
    cleanup();

    const { submitted, submit } = open({ schema, initialInput: before.inputs.at(-1) });
    expect(screen.getByLabelText('Batch size')).toHaveValue('');
    await submit();
    expect(submitted).toEqual([{}]);
  });
});
