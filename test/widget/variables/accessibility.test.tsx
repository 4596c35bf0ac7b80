// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../src/domain/json.js';
import type { VariableOptions } from '../../../src/widget/options/variableOptions.js';
import { VariablesFormBody } from '../../../src/widget/variables/VariablesFormBody.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

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
      <VariablesFormBody
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
      <VariablesFormBody schema={everything} defaultValues={values} onSubmit={() => undefined} />,
    );
    expect(container.querySelector('[style]')).toBeNull();
    const controls = [...container.querySelectorAll('input, select, textarea, button, fieldset')];
    expect(controls.filter((control) => !control.hasAttribute('data-onb-part'))).toEqual([]);
  });
});
