// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../src/domain/json.js';
import { ar } from '../../../src/messages/ar.js';
import { OnboardingLookContext } from '../../../src/headless/settings.js';
import type {
  VariableOptions,
  VariableOptionsRequest,
} from '../../../src/widget/options/variableOptions.js';
import { VariablesFormBody } from '../../../src/widget/variables/VariablesFormBody.js';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

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
    await user.click(screen.getByRole('button', { name: 'Choose Warehouse' }));
    await user.click(await screen.findByRole('radio', { name: 'Leeds' }));
    expect(requests[0]).toMatchObject({ search: '', values: {} });
    await user.click(screen.getByRole('button', { name: 'Show more options' }));
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
    await user.click(screen.getByRole('button', { name: 'Choose Warehouse' }));
    expect(await screen.findByText("We couldn't load the options.")).toBeInTheDocument();
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
  it('is said at its place, whose value is not sent', async () => {
    const broken = { title: 'A', $ref: '#/nowhere' };
    const { submitted, submit, user } = show(broken, { defaultValues: { a: 1 } });
    const field = screen.getByRole('textbox', { name: /^A/ });
    expect(field).toHaveAccessibleDescription(
      'optional These settings have a setup error. Contact support.',
    );
    await submit();
    expect(submitted).toEqual([]);
    await user.clear(field);
    await submit();
    expect(submitted).toEqual([{}]);
  });

  it('cannot put markup into the page', () => {
    const { container } = show({
      title: '<img src=x onerror=alert(1)>',
      description: '<script>alert(1)</script>',
      enum: ['<b>a</b>', '<i>b</i>'],
    });
    expect(container.querySelector('img, script, b, i')).toBeNull();
  });

  it('cannot hang the page with texts without an end', () => {
    const endless = 'W'.repeat(1_000_000);
    show({ title: endless, description: endless, type: 'string' });
    const field = screen.getByRole('textbox');
    expect(field).toHaveAccessibleName(`${'W'.repeat(200)}…`);
    expect(field).toHaveAccessibleDescription(`optional ${'W'.repeat(5000)}…`);
  });

  it('cannot leave a field without a name', () => {
    const blank = '\u200b \n';
    const text = { type: 'string' };
    show({
      type: 'object',
      properties: { '': text, ' ': { ...text, title: blank }, x: { ...text, title: blank } },
    });
    expect(screen.getAllByRole('textbox', { name: 'Unnamed' })).toHaveLength(3);
  });
});

const arabic = { locale: 'ar', messages: ar, appearance: {} };

describe('Arabic', () => {
  it('says what is wrong in the plural form of its own', async () => {
    const user = userEvent.setup();
    const schema: JsonSchema = {
      type: 'object',
      properties: { a: { type: 'string', title: 'الرمز', minLength: 3 } },
      required: ['a'],
    };
    render(
      <OnboardingLookContext.Provider value={arabic}>
        <VariablesFormBody schema={schema} onSubmit={() => undefined} />
      </OnboardingLookContext.Provider>,
    );
    await user.type(screen.getByLabelText('الرمز'), 'اب');
    await user.tab();
    expect(screen.getByText(/أحرف على الأقل/)).toBeInTheDocument();
  });
});
