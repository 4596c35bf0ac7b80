// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../src/domain/json.js';
import { ar } from '../../../src/messages/ar.js';
import { OnboardingLookContext } from '../../../src/headless/settings.js';
import { VariablesFormBody } from '../../../src/widget/variables/VariablesFormBody.js';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

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
