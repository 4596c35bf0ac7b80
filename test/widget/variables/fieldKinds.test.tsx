// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../../src/domain/json.js';
import { VariablesFormBody } from '../../../src/widget/variables/VariablesFormBody.js';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

describe('a choice', () => {
  it('has radios up to five options, and can be taken back where it is optional', async () => {
    const { user, submitted, submit } = show({ title: 'Mode', enum: ['a', 'b', 'c', 'd', 'e'] });
    const group = screen.getByRole('radiogroup', { name: 'Mode' });
    expect(within(group).getAllByRole('radio')).toHaveLength(6);
    await user.click(within(group).getByRole('radio', { name: 'c' }));
    await submit();
    await user.click(within(group).getByRole('radio', { name: 'Not set' }));
    await submit();
    expect(submitted).toEqual([{ a: 'c' }, {}]);
  });

  it('is a select beyond five, without a filter up to fifty', async () => {
    const options = Array.from({ length: 50 }, (_, n) => n);
    const { user, submitted, submit } = show({ title: 'Hour', enum: options });
    await user.selectOptions(screen.getByLabelText('Hour'), '0');
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    await submit();
    expect(submitted).toEqual([{ a: 0 }]);
  });

  it('shows titles and descriptions of constants, and sends their values', async () => {
    const { user, submitted, submit } = show({
      title: 'Level',
      oneOf: [
        { const: 0, title: 'Off', description: 'Nothing is written' },
        { const: 1, title: 'On' },
      ],
    });
    const off = screen.getByRole('radio', { name: 'Off' });
    expect(off).toHaveAccessibleDescription('Nothing is written');
    await user.click(off);
    await submit();
    expect(submitted).toEqual([{ a: 0 }]);
  });

  it('shows a value that is no option any more, and says so', () => {
    show({ title: 'Mode', enum: ['a', 'b'] }, { defaultValues: { a: 'old' } });
    expect(screen.getByRole('radio', { name: 'old (no longer an option)' })).toBeChecked();
  });

  it('has three ways where absence differs from no', async () => {
    const { user, submitted, submit } = show({ type: 'boolean', title: 'Notify' });
    await submit();
    await user.click(screen.getByRole('radio', { name: 'No' }));
    await submit();
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    await submit();
    expect(submitted).toEqual([{}, { a: false }, { a: true }]);
  });
});

describe('a set', () => {
  it('sends what is checked, in that order', async () => {
    const { user, submitted, submit } = show({
      type: 'array',
      title: 'Days',
      uniqueItems: true,
      items: { enum: ['Mon', 'Tue', 'Wed'] },
    });
    await user.click(screen.getByRole('checkbox', { name: 'Wed' }));
    await user.click(screen.getByRole('checkbox', { name: 'Mon' }));
    await submit();
    await user.click(screen.getByRole('checkbox', { name: 'Wed' }));
    await user.click(screen.getByRole('checkbox', { name: 'Mon' }));
    await submit();
    expect(submitted).toEqual([{ a: ['Wed', 'Mon'] }, {}]);
  });
});

describe('variants', () => {
  const target: JsonValue = {
    title: 'Target',
    properties: { label: { type: 'string', title: 'Label' } },
    oneOf: [
      {
        title: 'Email',
        properties: { to: { type: 'string', title: 'To' }, kind: { const: 'email' } },
        required: ['to'],
      },
      {
        title: 'Chat',
        properties: { room: { type: 'string', title: 'Room' }, kind: { const: 'chat' } },
        required: ['room'],
      },
    ],
  };

  it('keep what was typed in the others, and take along what they share', async () => {
    const { user, submitted, submit } = show(target);
    await user.click(screen.getByRole('radio', { name: 'Email' }));
    await user.type(screen.getByLabelText('Label'), 'L');
    await user.type(screen.getByLabelText('To'), 'x@y');
    await user.click(screen.getByRole('radio', { name: 'Chat' }));
    expect(screen.getByLabelText('Label')).toHaveValue('L');
    await user.type(screen.getByLabelText('Room'), 'r');
    await submit();
    await user.click(screen.getByRole('radio', { name: 'Email' }));
    expect(screen.getByLabelText('To')).toHaveValue('x@y');
    await submit();
    expect(submitted).toEqual([
      { a: { label: 'L', room: 'r', kind: 'chat' } },
      { a: { label: 'L', to: 'x@y', kind: 'email' } },
    ]);
  });

  it('show the errors of the chosen one only', async () => {
    const { user, submit } = show(target);
    await user.click(screen.getByRole('radio', { name: 'Chat' }));
    await submit();
    const summary = screen.getByRole('group', { name: /^There/ });
    expect(summary).toHaveTextContent('Target: Enter Room');
    expect(within(summary).getAllByRole('link')).toHaveLength(1);
  });

  it('ask which type where there are several', async () => {
    const { user, submitted, submit } = show({ type: ['string', 'number'], title: 'Id' });
    await user.click(screen.getByRole('radio', { name: 'Number' }));
    await user.type(screen.getByRole('textbox', { name: 'Number' }), '7');
    await submit();
    expect(submitted).toEqual([{ a: 7 }]);
  });
});

describe('names of the user’s own', () => {
  it('are rows of a name and a value', async () => {
    const map: JsonValue = {
      type: 'object',
      title: 'Headers',
      additionalProperties: { type: 'string' },
    };
    const { user, submitted, submit } = show(map);
    await user.click(screen.getByRole('button', { name: 'Add to Headers' }));
    expect(screen.getByLabelText('Name 1')).toHaveFocus();
    await user.keyboard('__proto__');
    await user.type(screen.getByLabelText('__proto__'), 'v');
    await user.click(screen.getByRole('button', { name: 'Add to Headers' }));
    await submit();
    expect(submitted).toEqual([]);
    expect(screen.getByRole('group', { name: /^There/ })).toHaveTextContent(
      'Headers › Headers 2: Enter a name',
    );
    expect(screen.getByLabelText('Name 2')).toBeInvalid();
    expect(screen.getByLabelText('Name 2')).toHaveAccessibleDescription('Enter a name');
    await user.click(screen.getByRole('button', { name: 'Remove Entry 2' }));
    await submit();
    expect(JSON.stringify(submitted)).toBe('[{"a":{"__proto__":"v"}}]');
  });
});

describe('a schema within itself', () => {
  it('opens when it is asked for, and closes again', async () => {
    const { user, submitted, submit } = show({
      $ref: '#/properties/a/$defs/node',
      $defs: {
        node: {
          type: 'object',
          title: 'Node',
          properties: {
            v: { type: 'string', title: 'V' },
            next: { $ref: '#/properties/a/$defs/node' },
          },
        },
      },
    });
    await user.type(screen.getByLabelText('V'), '1');
    await user.click(screen.getByRole('button', { name: 'Add Node' }));
    await user.keyboard('2');
    await submit();
    await user.click(screen.getByRole('button', { name: 'Remove Node' }));
    await submit();
    expect(submitted).toEqual([{ a: { v: '1', next: { v: '2' } } }, { a: { v: '1' } }]);
  });
});

describe('a row', () => {
  it('is added by the name that the schema gives an item', async () => {
    const { user } = show({
      type: 'array',
      title: 'Stock lines',
      items: { type: 'string', title: 'Line' },
    });
    await user.click(screen.getByRole('button', { name: 'Add Line' }));
    expect(screen.getByLabelText('Line 1')).toHaveFocus();
  });
});

describe('a tuple', () => {
  it('has its places, and rows after them', async () => {
    const { user, submitted, submit } = show({
      type: 'array',
      title: 'Range',
      prefixItems: [
        { type: 'number', title: 'From' },
        { type: 'number', title: 'To' },
      ],
      items: { type: 'string' },
    });
    await user.type(screen.getByLabelText('From'), '0');
    await user.type(screen.getByLabelText('To'), '5');
    await user.click(screen.getByRole('button', { name: 'Add to Range' }));
    await user.keyboard('x');
    await submit();
    expect(submitted).toEqual([{ a: [0, 5, 'x'] }]);
    expect(screen.getByLabelText('Range 3')).toHaveValue('x');
    expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(1);
  });
});

describe('a tuple whose end is optional', () => {
  it('can be left off, and says so', async () => {
    const { user, submitted, submit } = show(
      {
        type: 'array',
        title: 'Range',
        minItems: 1,
        prefixItems: [
          { type: 'number', title: 'From' },
          { type: 'number', title: 'To' },
        ],
      },
      {},
      true,
    );
    await user.type(screen.getByLabelText('From'), '0');
    expect(screen.getByLabelText('From')).toBeRequired();
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription('optional');
    await submit();
    await user.type(screen.getByLabelText('To'), '5');
    await user.clear(screen.getByLabelText('From'));
    await submit();
    expect(submitted).toEqual([{ a: [0] }]);
    expect(screen.getByLabelText('From')).toBeInvalid();
  });
});

describe('an empty text', () => {
  it('can be sent where it is a value, by saying so', async () => {
    const { user, submitted, submit } = show({ type: 'string', title: 'Suffix' }, {}, true);
    await submit();
    expect(screen.getByLabelText('Suffix')).toHaveAccessibleDescription('Enter Suffix');
    await user.click(screen.getByRole('button', { name: 'Use empty text' }));
    await submit();
    expect(submitted).toEqual([{ a: '' }]);
  });

  it.each<[string, JsonObject]>([
    ['a least length', { minLength: 1 }],
    ['a pattern', { pattern: '^[A-Z]' }],
    ['a format', { format: 'email' }],
    ['a value that is excluded', { not: { const: '' } }],
  ])('is not offered where it would be refused: %s', async (_why, keywords) => {
    const { submit } = show({ type: 'string', title: 'Suffix', ...keywords }, {}, true);
    await submit();
    expect(screen.getByLabelText('Suffix')).toBeInvalid();
    expect(screen.queryByRole('button', { name: 'Use empty text' })).not.toBeInTheDocument();
  });
});

describe('conditions', () => {
  it('bring fields and take them away while the user types', async () => {
    const submitted: JsonObject[] = [];
    const user = userEvent.setup();
    const schema: JsonSchema = {
      type: 'object',
      properties: { kind: { enum: ['card', 'bank'], title: 'Kind' } },
      if: { properties: { kind: { const: 'card' } }, required: ['kind'] },
      then: { properties: { number: { type: 'string', title: 'Number' } }, required: ['number'] },
    };
    render(<VariablesFormBody schema={schema} onSubmit={(values) => submitted.push(values)} />);
    expect(screen.queryByLabelText('Number')).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'card' }));
    await user.type(screen.getByLabelText('Number'), '4');
    await user.click(screen.getByRole('radio', { name: 'bank' }));
    expect(screen.queryByLabelText('Number')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(submitted).toEqual([{ kind: 'bank' }]);
  });
});
