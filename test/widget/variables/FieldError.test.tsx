// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/domain/json.js';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

const tuple: JsonObject = { title: 'Range', type: 'array', items: [{ type: 'number' }] };

describe('what is wrong', () => {
  it.each<[string, JsonObject, JsonValue]>([
    ['an item after the last of a tuple', { ...tuple, additionalItems: false }, [1, 2]],
    ['an item that no schema takes', { title: 'Range', items: false }, [1]],
    ['a property that no schema takes', { properties: { x: false } }, { x: 1 }],
  ])('is said in words: %s', async (_what, schema, value) => {
    const { submit } = show(schema, {
      schema: {
        $schema: 'http://json-schema.org/draft-07/schema#',
        properties: { a: schema },
      },
      defaultValues: { a: value },
    });
    await submit();
    expect(screen.getByRole('group', { name: /^There/ })).toHaveTextContent('Leave this empty');
  });

  it('is said where a condition leaves nothing', async () => {
    const { submit } = show(
      { type: 'string' },
      { schema: { type: 'object', if: {}, then: false }, defaultValues: {} },
    );
    await submit();
    expect(screen.getByRole('group', { name: /^There/ })).toHaveTextContent(
      "This value isn't allowed",
    );
  });

  it.each<[JsonObject, string, string]>([
    [{ multipleOf: 0.0001 }, '1.00001', 'Enter a multiple of 0.0001'],
    [{ minimum: 2020 }, '2019', 'Enter 2020 or more'],
    [{ maximum: 1.23456789 }, '2', 'Enter 1.23456789 or less'],
  ])('names the limits of %j as they would be typed', async (limits, typed, message) => {
    const { user, submit } = show({ type: 'number', title: 'Number', ...limits });
    await user.type(screen.getByLabelText('Number'), typed);
    await submit();
    expect(screen.getByLabelText('Number')).toHaveAccessibleDescription(`optional ${message}`);
  });
});

describe('what is wrong with a choice', () => {
  it('is said at each of its radios, which are read one by one', async () => {
    const { submit } = show(
      { title: 'Region', oneOf: [{ const: 1, title: 'EU', description: 'Dublin' }, { const: 2 }] },
      {},
      true,
    );
    expect(screen.getByRole('radio', { name: 'EU' })).toHaveAccessibleDescription('Dublin');
    await submit();
    expect(screen.getByRole('radio', { name: 'EU' })).toBeInvalid();
    expect(screen.getByRole('radio', { name: 'EU' })).toHaveAccessibleDescription(
      'Dublin Choose Region',
    );
    expect(screen.getByRole('radio', { name: '2' })).toHaveAccessibleDescription('Choose Region');
  });
});

describe('a null that is refused', () => {
  it.each<[string, JsonObject]>([
    ['a text', { type: ['string', 'null'] }],
    ['a group', { type: ['object', 'null'], properties: { x: { type: 'string' } } }],
    ['one of several shapes', { anyOf: [{ type: ['string', 'number'] }, { type: 'null' }] }],
  ])('is said at its checkbox, which the summary leads to: %s', async (_what, type) => {
    const { user, submit } = show({ title: 'Note', ...type, not: { const: null } }, {}, true);
    await user.click(screen.getByRole('checkbox', { name: 'No value for Note' }));
    await submit();
    const none = screen.getByRole('checkbox', { name: 'No value for Note' });
    expect(none).toHaveFocus();
    expect(none).toBeInvalid();
    expect(none).toHaveAccessibleDescription(/This value isn't allowed/);
    await user.tab();
    await user.click(within(screen.getByRole('group', { name: /^There/ })).getByRole('link'));
    expect(none).toHaveFocus();
  });
});

describe('a name that is refused', () => {
  it.each<[string, JsonObject, string]>([
    ['by its form', { propertyNames: { pattern: '^[a-z]+$' } }, 'format of this name'],
    [
      'as no such name',
      { patternProperties: { '^[a-z]+$': { type: 'string' } } },
      "name isn't allowed",
    ],
  ])('is said at the name, which gets the focus: %s', async (_how, names, message) => {
    const map: JsonValue = {
      title: 'Headers',
      additionalProperties: { type: 'string' },
      ...names,
      ...('patternProperties' in names && { additionalProperties: false }),
    };
    const { user, submit } = show(map);
    await user.click(screen.getByRole('button', { name: 'Add to Headers' }));
    await user.keyboard('A1');
    await user.type(screen.getByRole('textbox', { name: 'A1' }), '"v"');
    await submit();
    const name = screen.getByLabelText('Name 1');
    expect(name).toHaveFocus();
    expect(name).toBeInvalid();
    expect(name).toHaveAccessibleDescription(new RegExp(message));
    expect(screen.getAllByText(new RegExp(`^[^:]*${message}`))).toHaveLength(1);
    expect(name.parentElement).toHaveTextContent(new RegExp(message));
  });

  it('leaves the focus to the value where that is wrong', async () => {
    const { user, submit } = show({ title: 'Limits', additionalProperties: { type: 'number' } });
    await user.click(screen.getByRole('button', { name: 'Add to Limits' }));
    await user.keyboard('cpu');
    await user.type(screen.getByRole('textbox', { name: 'cpu' }), 'x');
    await submit();
    expect(screen.getByRole('textbox', { name: 'cpu' })).toHaveFocus();
    expect(screen.getByLabelText('Name 1')).toBeValid();
  });
});
