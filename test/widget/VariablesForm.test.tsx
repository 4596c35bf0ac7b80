// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';
import {
  VariablesFormBody,
  type VariablesFormBodyProps,
} from '../../src/widget/variables/VariablesFormBody.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

interface Shown {
  readonly user: UserEvent;
  readonly submitted: JsonObject[];
  readonly submit: () => Promise<void>;
}

function show(schema: JsonSchema, props: Partial<VariablesFormBodyProps> = {}): Shown {
  const submitted: JsonObject[] = [];
  const user = userEvent.setup();
  render(
    <VariablesFormBody schema={schema} onSubmit={(values) => submitted.push(values)} {...props} />,
  );
  const submit = (): Promise<void> => user.click(screen.getByRole('button', { name: 'Save' }));
  return { user, submitted, submit };
}

const orders: JsonSchema = {
  type: 'object',
  properties: {
    code: { type: 'string', title: 'Warehouse code', description: 'As in NetSuite', minLength: 3 },
    count: { type: 'integer', title: 'Batch size', default: 50 },
    ratio: { type: 'number', title: 'Ratio' },
    active: { type: 'boolean', title: 'Active', default: true },
    mode: { enum: ['full', 'partial'], title: 'Mode' },
  },
  required: ['code'],
};

describe('a form', () => {
  it('sends what was typed, with the types of the schema', async () => {
    const { user, submitted, submit } = show(orders);
    await user.type(screen.getByLabelText('Warehouse code'), 'LDN-1');
    await user.clear(screen.getByLabelText('Batch size'));
    await user.type(screen.getByLabelText('Batch size'), '10');
    await user.type(screen.getByLabelText('Ratio'), '0.5');
    await user.click(screen.getByRole('switch', { name: 'Active' }));
    await user.click(screen.getByRole('radio', { name: 'partial' }));
    await submit();
    expect(submitted).toEqual([
      { code: 'LDN-1', count: 10, ratio: 0.5, active: false, mode: 'partial' },
    ]);
  });

  it('leaves out what was left alone, and a default that was taken out', async () => {
    const { user, submitted, submit } = show(orders);
    await user.type(screen.getByLabelText('Warehouse code'), 'LDN-1');
    await user.clear(screen.getByLabelText('Batch size'));
    await submit();
    expect(submitted).toEqual([{ code: 'LDN-1', active: true }]);
  });

  it('says what is wrong when a field is left, and takes it back while it is put right', async () => {
    const { user } = show(orders);
    const code = screen.getByLabelText('Warehouse code');
    await user.type(code, 'ab');
    expect(code).not.toBeInvalid();
    await user.tab();
    expect(code).toBeInvalid();
    expect(code).toHaveAccessibleDescription(/Enter at least 3 characters \(2 so far\)/);
    await user.type(code, 'c');
    expect(code).not.toBeInvalid();
  });

  it('lists every error on submit, links them, and puts the focus on the first', async () => {
    const { user, submitted, submit } = show(orders);
    await user.type(screen.getByLabelText('Ratio'), '12a');
    await submit();
    expect(submitted).toEqual([]);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    const summary = screen.getByRole('group', { name: 'There are problems with 2 fields' });
    expect(screen.getByLabelText('Warehouse code')).toHaveFocus();
    await user.click(within(summary).getByRole('link', { name: /^Ratio: Enter a number/ }));
    expect(screen.getByLabelText('Ratio')).toHaveFocus();
    expect(screen.getByLabelText('Ratio')).toHaveValue('12a');
  });

  it('keeps a refusal by the platform on its field until that field changes', async () => {
    const refusals = [{ path: '/code', message: 'unknown warehouse' }];
    const { user } = show(orders, { defaultValues: { code: 'LDN-1' }, refusals });
    expect(screen.getByRole('alert')).toHaveTextContent('Warehouse code: unknown warehouse');
    const code = screen.getByLabelText('Warehouse code');
    expect(code).toHaveValue('LDN-1');
    expect(code).toHaveAccessibleDescription(/unknown warehouse/);
    await user.type(screen.getByLabelText('Ratio'), '1');
    expect(code).toBeInvalid();
    await user.type(code, '2');
    expect(code).not.toBeInvalid();
    expect(code).not.toHaveAccessibleDescription(/unknown warehouse/);
    // The summary stands still until Continue is pressed again.
    expect(screen.getByRole('alert')).toHaveTextContent('Warehouse code: unknown warehouse');
  });

  it('shows a refusal that names no field above the form', () => {
    show(orders, { refusals: [{ path: '', message: 'Try another set of variables' }] });
    expect(screen.getByRole('alert')).toHaveTextContent('Try another set of variables');
  });
});

describe('lists and groups', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      address: {
        type: 'object',
        title: 'Address',
        properties: {
          city: { type: 'string', title: 'City' },
          zip: { type: 'string', title: 'Zip' },
        },
        required: ['city'],
      },
      tags: { type: 'array', title: 'Tags', items: { type: 'string' } },
      lines: {
        type: 'array',
        title: 'Lines',
        items: {
          type: 'object',
          properties: {
            sku: { type: 'string', title: 'SKU' },
            n: { type: 'integer', title: 'Count' },
          },
          required: ['sku'],
        },
      },
    },
  };

  it('sends nested groups and rows, in the order in which they stand', async () => {
    const { user, submitted, submit } = show(schema);
    await user.type(screen.getByLabelText('City'), 'London');
    await user.click(screen.getByRole('button', { name: 'Add to Tags' }));
    expect(screen.getByLabelText('Tags 1')).toHaveFocus();
    await user.keyboard('one');
    await user.click(screen.getByRole('button', { name: 'Add to Tags' }));
    await user.keyboard('two');
    await user.click(screen.getByRole('button', { name: 'Move Tags 2 up' }));
    expect(screen.getByRole('button', { name: 'Move Tags 1 up' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Add to Lines' }));
    await user.keyboard('A-1');
    await submit();
    expect(submitted).toEqual([
      { address: { city: 'London' }, tags: ['two', 'one'], lines: [{ sku: 'A-1' }] },
    ]);
  });

  it('leaves an optional group and list out when nothing is filled in', async () => {
    const { submitted, submit } = show(schema);
    await submit();
    expect(submitted).toEqual([{}]);
  });

  it('asks for what an optional group needs as soon as something of it is there', async () => {
    const { user, submitted, submit } = show(schema);
    await user.type(screen.getByLabelText('Zip'), '123');
    await submit();
    expect(submitted).toEqual([]);
    expect(screen.getByRole('group', { name: /^There/ })).toHaveTextContent('Address: Enter City');
  });

  it('keeps the right errors on the right rows when a row is removed', async () => {
    const { user, submit } = show(schema, { defaultValues: { lines: [{}, { sku: 'B' }, {}] } });
    await submit();
    expect(screen.getAllByText('Enter SKU')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Remove Lines 1' }));
    const [first, second] = screen.getAllByLabelText('SKU');
    expect(first).toHaveValue('B');
    expect(first).not.toBeInvalid();
    expect(second).toBeInvalid();
  });
});

describe('a field that must be filled in', () => {
  it('says so by its name, and whether to type or to choose', async () => {
    const properties: JsonObject = {
      code: { type: 'string', title: 'Code' },
      carrier: { enum: ['dhl', 'ups'], title: 'Carrier' },
      depot: { type: 'string' },
    };
    const { submit } = show(
      { type: 'object', properties, required: ['code', 'carrier', 'depot'] },
      {
        variableOptions: { '/depot': () => Promise.resolve({ items: [] }) },
        translateSchemaText: (text) => (text === 'depot' ? 'Lager' : text),
      },
    );
    await submit();
    const links = within(screen.getByRole('group', { name: /^There/ })).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Enter Code',
      'Choose Carrier',
      'Choose Lager',
    ]);
  });
});

describe('secrets and JSON', () => {
  it('keeps a stored secret that is left empty', async () => {
    const { submitted, submit } = show({
      type: 'object',
      properties: { key: { type: 'string', title: 'Key', writeOnly: true } },
    });
    expect(screen.getByLabelText('Key')).toHaveAttribute('type', 'password');
    await submit();
    expect(submitted).toEqual([{}]);
  });

  it('asks for JSON where no field fits', async () => {
    const { user, submitted, submit } = show(
      { type: 'object', properties: { extra: { type: 'string', title: 'Extra' } } },
      { defaultValues: { extra: { a: 1 } } },
    );
    const extra = screen.getByLabelText('Extra');
    expect(extra).toHaveAccessibleDescription(/Enter JSON\.$/);
    await user.clear(extra);
    await user.type(extra, '"x');
    await submit();
    expect(submitted).toEqual([]);
    expect(extra).toHaveAccessibleDescription(/valid JSON/);
    await user.type(extra, '"');
    await submit();
    expect(submitted).toEqual([{ extra: 'x' }]);
  });
});
