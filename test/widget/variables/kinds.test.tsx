// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../../src/domain/json.js';
import { arVariables } from '../../../src/messages/arVariables.js';
import { enVariables } from '../../../src/messages/enVariables.js';
import { createTranslator } from '../../../src/messages/format.js';
import type {
  VariableOptions,
  VariableOptionsRequest,
} from '../../../src/widget/variables/variableOptions.js';
import {
  VariablesForm,
  type VariablesFormProps,
} from '../../../src/widget/variables/VariablesForm.js';

afterEach(cleanup);

interface Shown {
  readonly user: UserEvent;
  readonly submitted: JsonObject[];
  readonly submit: () => Promise<void>;
  readonly container: HTMLElement;
}

function show(a: JsonValue, props: Partial<VariablesFormProps> = {}, required = false): Shown {
  const schema: JsonSchema = {
    type: 'object',
    properties: { a },
    ...(required && { required: ['a'] }),
  };
  const submitted: JsonObject[] = [];
  const user = userEvent.setup();
  const { container } = render(
    <VariablesForm schema={schema} onSubmit={(values) => submitted.push(values)} {...props} />,
  );
  const submit = (): Promise<void> => user.click(screen.getByRole('button', { name: 'Save' }));
  return { user, submitted, submit, container };
}

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

  it('is filtered beyond fifty, and lays out a hundred of ten thousand', async () => {
    const options = Array.from({ length: 10_000 }, (_, n) => `option ${n}`);
    const { user, submitted, submit } = show({ title: 'Item', enum: options });
    const select = screen.getByLabelText('Item');
    expect(within(select).getAllByRole('option')).toHaveLength(101);
    await user.type(screen.getByRole('searchbox', { name: 'Filter the options of Item' }), '9876');
    expect(within(select).getAllByRole('option')).toHaveLength(2);
    await user.selectOptions(select, 'option 9876');
    await submit();
    expect(submitted).toEqual([{ a: 'option 9876' }]);
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

  it('shows a value that is no option any more', () => {
    show({ title: 'Mode', enum: ['a', 'b'] }, { defaultValues: { a: 'old' } });
    expect(screen.getByRole('radio', { name: 'old' })).toBeChecked();
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

describe('null', () => {
  it('is not the same as nothing', async () => {
    const { user, submitted, submit } = show({ type: ['string', 'null'], title: 'Note' });
    await submit();
    await user.click(screen.getByRole('checkbox', { name: 'No value for Note' }));
    await submit();
    await user.click(screen.getByRole('checkbox', { name: 'No value for Note' }));
    await user.type(screen.getByLabelText('Note'), 'x');
    await submit();
    expect(submitted).toEqual([{}, { a: null }, { a: 'x' }]);
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
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Target › Room: Fill this in');
    expect(within(alert).getAllByRole('link')).toHaveLength(1);
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
    expect(screen.getByRole('alert')).toHaveTextContent('Give this entry a name');
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
    await user.type(screen.getByLabelText('From 1'), '0');
    await user.type(screen.getByLabelText('To 2'), '5');
    await user.click(screen.getByRole('button', { name: 'Add to Range' }));
    await user.keyboard('x');
    await submit();
    expect(submitted).toEqual([{ a: [0, 5, 'x'] }]);
    expect(screen.queryByRole('button', { name: 'Remove From 1' })).not.toBeInTheDocument();
  });
});

describe('an empty text', () => {
  it('can be sent where it is a value, by saying so', async () => {
    const { user, submitted, submit } = show({ type: 'string', title: 'Suffix' }, {}, true);
    await submit();
    expect(screen.getByLabelText('Suffix')).toHaveAccessibleDescription('Fill this in');
    await user.click(screen.getByRole('button', { name: 'Use an empty text' }));
    await submit();
    expect(submitted).toEqual([{ a: '' }]);
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
    render(<VariablesForm schema={schema} onSubmit={(values) => submitted.push(values)} />);
    expect(screen.queryByLabelText('Number')).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'card' }));
    await user.type(screen.getByLabelText('Number'), '4');
    await user.click(screen.getByRole('radio', { name: 'bank' }));
    expect(screen.queryByLabelText('Number')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(submitted).toEqual([{ kind: 'bank' }]);
  });
});

describe('options of the host', () => {
  const first = {
    items: [
      { value: 1, label: 'London' },
      { value: 2, label: 'Leeds' },
    ],
    next: 'p2',
  };

  it('are read when they are asked for, page by page, and found by typing', async () => {
    const requests: VariableOptionsRequest[] = [];
    const variableOptions: VariableOptions = {
      '/a': (request) => {
        requests.push(request);
        if (request.search !== '') return Promise.resolve({ items: [{ value: 3, label: 'York' }] });
        return Promise.resolve(
          request.after === 'p2' ? { items: [{ value: 4, label: 'Bath' }] } : first,
        );
      },
    };
    const { user, submitted, submit } = show(
      { type: 'integer', title: 'Warehouse' },
      { variableOptions },
    );
    expect(requests).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Change Warehouse' }));
    await user.click(await screen.findByRole('radio', { name: 'Leeds' }));
    expect(requests[0]).toMatchObject({ search: '', values: {} });
    await user.click(screen.getByRole('button', { name: 'Load more options' }));
    expect(await screen.findByRole('radio', { name: 'Bath' })).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox', { name: 'Search Warehouse' }), 'yo');
    await user.click(await screen.findByRole('radio', { name: 'York' }));
    expect(requests.at(-1)).toMatchObject({ search: 'yo', values: { a: 2 } });
    await submit();
    expect(submitted).toEqual([{ a: 3 }]);
  });

  it('say that they failed, and can be asked for again', async () => {
    let isDown = true;
    const variableOptions: VariableOptions = {
      '/a': () => {
        if (isDown) throw new Error('down');
        return Promise.resolve({ items: [] });
      },
    };
    const { user } = show({ type: 'string', title: 'Warehouse' }, { variableOptions });
    await user.click(screen.getByRole('button', { name: 'Change Warehouse' }));
    expect(await screen.findByText('The options could not be loaded.')).toBeInTheDocument();
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No option matches')).toBeInTheDocument();
  });
});

describe('a host', () => {
  it('draws a field in its own way', async () => {
    const { user, submitted, submit } = show(
      { type: 'integer', title: 'Volume', minimum: 5 },
      {
        renderVariable: ({ field, id, value, describedBy, onChange }) =>
          field.kind === 'integer' ? (
            <button
              type="button"
              id={id}
              aria-describedby={describedBy}
              onClick={() => onChange(Number(value ?? 0) + 5)}
            >
              louder
            </button>
          ) : undefined,
      },
    );
    await user.click(screen.getByLabelText('Volume'));
    await submit();
    expect(submitted).toEqual([{ a: 5 }]);
  });

  it('translates the texts of the schema', () => {
    show(
      {
        title: 'Mode',
        description: 'How',
        oneOf: [
          { const: 1, title: 'Fast' },
          { const: 2, title: 'Slow' },
        ],
      },
      { translateSchemaText: (text, pointer) => `${text} (${pointer})` },
    );
    expect(screen.getByRole('radiogroup', { name: 'Mode (/a)' })).toHaveAccessibleDescription(
      /How \(\/a\)/,
    );
    expect(screen.getByRole('radio', { name: 'Fast (/a)' })).toBeInTheDocument();
  });
});

describe('a schema that cannot be used', () => {
  it('is said above the form, and nothing is sent', async () => {
    const { submitted, submit } = show({ title: 'A', $ref: '#/nowhere' });
    expect(screen.getByRole('alert')).toHaveTextContent('their schema refers to “#/nowhere”');
    await submit();
    expect(submitted).toEqual([]);
  });

  it('cannot put markup into the page', () => {
    const { container } = show({
      title: '<img src=x onerror=alert(1)>',
      description: '<script>alert(1)</script>',
      enum: ['<b>a</b>', '<i>b</i>'],
    });
    expect(container.querySelector('img, script, b, i')).toBeNull();
  });
});

describe('Arabic', () => {
  it('has every text, with its plural forms', async () => {
    expect(Object.keys(arVariables).toSorted()).toEqual(Object.keys(enVariables).toSorted());
    const t = createTranslator(arVariables, 'ar');
    const user = userEvent.setup();
    const schema: JsonSchema = {
      type: 'object',
      properties: { a: { type: 'string', title: 'الرمز', minLength: 3 } },
      required: ['a'],
    };
    render(<VariablesForm schema={schema} onSubmit={() => undefined} t={t} />);
    await user.type(screen.getByLabelText('الرمز'), 'اب');
    await user.tab();
    expect(screen.getByText(/أحرف على الأقل/)).toBeInTheDocument();
  });
});

const everything: JsonSchema = {
  type: 'object',
  properties: {
    text: { type: 'string', title: 'Text', description: 'D', examples: ['x'], deprecated: true },
    long: { type: 'string', title: 'Long', maxLength: 999 },
    secret: { type: 'string', title: 'Secret', writeOnly: true },
    number: { type: 'number', title: 'Number', minimum: 3 },
    on: { type: 'boolean', title: 'On', default: true, description: 'D' },
    three: { type: 'boolean', title: 'Three' },
    radios: { title: 'Radios', enum: ['a', 'b'] },
    select: { title: 'Select', enum: [1, 2, 3, 4, 5, 6] },
    long_select: { title: 'Long select', enum: Array.from({ length: 60 }, (_, n) => n) },
    set: { type: 'array', title: 'Set', uniqueItems: true, items: { enum: ['x', 'y'] } },
    fixed: { title: 'Fixed', const: 1 },
    maybe: { title: 'Maybe fixed', const: 'x' },
    nullable: { title: 'Nullable', type: ['string', 'null'], default: null },
    list: { type: 'array', title: 'List', items: { type: 'string', minLength: 2 } },
    group: { type: 'object', title: 'Group', properties: { in: { type: 'string', title: 'In' } } },
    map: { type: 'object', title: 'Map', additionalProperties: { type: 'number' } },
    variant: {
      title: 'Variant',
      oneOf: [
        {
          title: 'One',
          properties: { one: { type: 'string', title: 'First' } },
          required: ['one'],
        },
        {
          title: 'Two',
          properties: { two: { type: 'string', title: 'Second' } },
          required: ['two'],
        },
      ],
    },
    json: { title: 'Json' },
    locked: { type: 'string', title: 'Locked', readOnly: true },
    chosen: { type: 'string', title: 'Chosen' },
  },
  required: ['text', 'number', 'fixed', 'radios', 'select', 'variant', 'json', 'chosen'],
};

describe('every kind of field', () => {
  const values = { list: ['a', 'bb'], map: { k: 1 }, group: { in: 'x' }, locked: 'x', number: 1 };
  const variableOptions: VariableOptions = { '/chosen': () => Promise.resolve({ items: [] }) };

  it('is accessible, with and without errors', async () => {
    const user = userEvent.setup();
    const { container } = render(
      <VariablesForm
        schema={everything}
        defaultValues={values}
        variableOptions={variableOptions}
        onSubmit={() => undefined}
      />,
    );
    // Colours need a browser.
    const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
    const before = await axe.run(container, options);
    expect(before.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getAllByRole('link').length).toBeGreaterThan(5);
    const after = await axe.run(container, options);
    expect(after.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }, 60_000);

  it('has no style attribute, and a part’s name on each control', () => {
    const { container } = render(
      <VariablesForm schema={everything} defaultValues={values} onSubmit={() => undefined} />,
    );
    expect(container.querySelector('[style]')).toBeNull();
    const controls = [...container.querySelectorAll('input, select, textarea, button, fieldset')];
    expect(controls.filter((control) => !control.hasAttribute('data-onb-part'))).toEqual([]);
  });
});
