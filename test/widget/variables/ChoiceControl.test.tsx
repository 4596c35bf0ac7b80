// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../../src/domain/json.js';
import { VariablesFormBody } from '../../../src/widget/variables/VariablesFormBody.js';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

function getRadios(name: string): readonly (string | null)[] {
  const group = screen.getByRole('radiogroup', { name });
  return within(group)
    .getAllByRole('radio')
    .map((radio) => radio.closest('[data-onb-part="option"]')?.textContent ?? null);
}

describe('options', () => {
  it('have null among them, by its title or as none', async () => {
    const { user, submitted, submit } = show({
      title: 'Retention',
      oneOf: [{ const: 30, title: 'A month' }, { const: 365 }, { type: 'null', title: 'For ever' }],
    });
    expect(getRadios('Retention')).toEqual(['A month', '365', 'For ever', 'Not set']);
    await user.click(screen.getByRole('radio', { name: 'For ever' }));
    await submit();
    expect(submitted).toEqual([{ a: null }]);
  });

  it('are ticked by a press on the only one there is', async () => {
    const { user, submitted, submit } = show({ title: 'Mode', const: 'live' });
    await user.click(screen.getByText('live'));
    await submit();
    expect(submitted).toEqual([{ a: 'live' }]);
  });

  it('say that one of them is an empty text', async () => {
    const { user, submitted, submit } = show({ title: 'Separator', enum: ['', ';'] });
    await user.click(screen.getByRole('radio', { name: 'Empty text' }));
    await submit();
    expect(submitted).toEqual([{ a: '' }]);
  });
});

describe('variants without titles', () => {
  const toVariants = (kinds: readonly JsonValue[]): JsonValue => ({
    title: 'Target',
    type: 'object',
    oneOf: kinds.map((kind) => ({
      properties: { format: { const: 'json' }, kind, to: { type: 'string' } },
      required: ['kind'],
    })),
  });

  it.each<[string, readonly JsonValue[], readonly string[]]>([
    ['texts', [{ const: 'email' }, { const: 'chat' }], ['email', 'chat']],
    ['enums of one', [{ enum: ['email'] }, { enum: ['chat'] }], ['email', 'chat']],
    ['numbers', [{ const: 1 }, { const: 2 }], ['1', '2']],
    ['yes and no', [{ const: true }, { const: false }], ['Yes', 'No']],
  ])('are called by the property that tells them apart: %s', (_name, kinds, labels) => {
    show(toVariants(kinds), {}, true);
    expect(getRadios('Target')).toEqual(labels);
  });

  it('are called by their own constant', () => {
    show({ title: 'Workers', oneOf: [{ const: 'auto' }, { enum: [0] }, { type: 'string' }] });
    expect(getRadios('Workers')).toEqual(['auto', '0', 'Text', 'Not set']);
  });
});

describe('names that nobody wrote for people', () => {
  const branch = (name: string): JsonObject => ({
    type: 'object',
    properties: { [`${name}_key`]: { type: 'string' } },
  });

  it('are put into words: of properties, and of the definitions that shapes refer to', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: {
        auth_type: { oneOf: [{ $ref: '#/$defs/basicAuth' }, { $ref: '#/$defs/api_token' }] },
      },
      required: ['auth_type'],
      $defs: { basicAuth: branch('user'), api_token: branch('token') },
    };
    render(<VariablesFormBody schema={schema} onSubmit={() => undefined} />);
    expect(screen.getByRole('radiogroup', { name: 'Auth type' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Basic auth' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'API token' })).not.toBeChecked();
    expect(screen.getByLabelText('User key')).toBeVisible();
  });

  it('are called what the host calls them, and values of an enum what they are', () => {
    show(
      { enum: ['us_east', 'eu_west'] },
      { translateSchemaText: (text) => (text === 'a' ? 'Region' : text) },
    );
    expect(screen.getByRole('radiogroup', { name: 'Region' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'us_east' })).toBeVisible();
  });
});
