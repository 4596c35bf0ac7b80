// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/domain/json.js';
import { show } from './show.js';

afterEach(cleanup);

describe('a value that the schema says nothing of', () => {
  it('asks which kind it is, and then for a value of that kind', async () => {
    const { user, submitted, submit } = show({ title: 'Payload' });
    const kind = screen.getByRole('combobox', { name: 'Payload' });
    expect(
      within(kind)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Not set', 'Text', 'Number', 'Yes or no', 'List', 'Group']);
    await submit();
    await user.selectOptions(kind, 'Number');
    await user.type(screen.getByRole('textbox', { name: 'Number' }), '0');
    await submit();
    await user.selectOptions(kind, 'Yes or no');
    await submit();
    await user.selectOptions(kind, 'List');
    await user.click(screen.getByRole('button', { name: 'Add to Payload' }));
    await user.type(screen.getByRole('textbox', { name: 'Text' }), 'x');
    await submit();
    expect(submitted).toEqual([{}, { a: 0 }, { a: false }, { a: ['x'] }]);
  });

  it('can be nothing where it is required', async () => {
    const { user, submitted, submit } = show({ title: 'Payload' }, {}, true);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Payload' }), 'None');
    await submit();
    expect(submitted).toEqual([{ a: null }]);
  });

  it.each<[string, JsonValue]>([
    ['anything', true],
    ['an object', { type: 'object' }],
    ['an object or nothing', { type: ['object', 'null'] }],
  ])('is kept to the last member, and never shown as JSON: %s', async (_what, schema) => {
    const a = { '': null, list: [1, [], ['x', { deep: false }]], empty: {}, text: 'line\nline' };
    const { submitted, submit } = show(schema, { defaultValues: { a } });
    expect(screen.queryByText(/JSON/)).not.toBeInTheDocument();
    await submit();
    expect(submitted).toEqual([{ a }]);
  });
});

describe('a value of any kind that the host draws', () => {
  it.each<[JsonValue]>([[0], ['x'], [false], [{ a: [null, 'y'] }]])(
    'is sent as the host gives it: %j',
    async (value) => {
      const { user, submitted, submit } = show(
        { title: 'Payload' },
        {
          renderVariable: ({ id, onChange }) => (
            <button id={id} type="button" onClick={() => onChange(value)}>
              Pick
            </button>
          ),
        },
      );
      await user.click(screen.getByLabelText('Payload'));
      await submit();
      expect(submitted).toEqual([{ a: value }]);
    },
  );
});

describe('a value of one of several types', () => {
  it('is named by the field where it is a list, and not by its type', async () => {
    const { user, submitted, submit } = show({
      title: 'Action',
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    });
    await user.click(screen.getByRole('radio', { name: 'List' }));
    await user.click(screen.getByRole('button', { name: 'Add to Action' }));
    await user.type(screen.getByLabelText('Action 1'), 's3:*');
    await submit();
    expect(submitted).toEqual([{ a: ['s3:*'] }]);
  });
});

describe('an object without names', () => {
  it('is rows of names and values', async () => {
    const { user, submitted, submit } = show({ type: 'object', title: 'Labels' });
    await user.click(screen.getByRole('button', { name: 'Add to Labels' }));
    await user.keyboard('team');
    await user.type(screen.getByRole('textbox', { name: 'Text' }), 'ops');
    await submit();
    expect(submitted).toEqual([{ a: { team: 'ops' } }]);
  });

  it('is the whole form where the schema takes anything', async () => {
    const { submitted, submit } = show(true, { schema: true, defaultValues: { x: [1] } });
    expect(screen.getByRole('button', { name: 'Add to Settings' })).toBeVisible();
    await submit();
    expect(submitted).toEqual([{ x: [1] }]);
  });
});

describe('a field that allows no value', () => {
  it('is not drawn where it may be left out', async () => {
    const { submitted, submit } = show({ title: 'Legacy', not: {} });
    expect(screen.queryByLabelText('Legacy')).not.toBeInTheDocument();
    await submit();
    expect(submitted).toEqual([{}]);
  });

  it('is drawn with the value that it must lose', async () => {
    const { user, submitted, submit } = show(
      { title: 'Legacy', not: {} },
      { defaultValues: { a: 'x' } },
    );
    await submit();
    await user.click(screen.getByRole('radio', { name: 'Not set' }));
    await submit();
    expect(submitted).toEqual([{}]);
  });
});
