// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.js';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

describe('the keyboard of a phone', () => {
  it.each<[JsonObject, string | null]>([
    [{ type: 'integer' }, null],
    [{ type: 'number', minimum: -1 }, null],
    [{ type: 'number', maximum: 5 }, null],
    [{ type: 'integer', minimum: 0 }, 'numeric'],
    [{ type: 'number', exclusiveMinimum: 0 }, 'decimal'],
    [{ type: 'string', format: 'email' }, 'email'],
    [{ type: 'string' }, null],
  ])('has a minus wherever one may be typed: %j', (schema, mode) => {
    show({ title: 'Field', ...schema });
    expect(screen.getByLabelText('Field').getAttribute('inputmode')).toBe(mode);
  });
});

describe('a long text', () => {
  it('is drawn by the host, by its format', () => {
    show(
      { title: 'Body', type: 'string', format: 'markdown' },
      {
        renderVariable: ({ field, id }) =>
          'format' in field && field.format === 'markdown' ? (
            <input id={id} type="url" />
          ) : undefined,
      },
    );
    expect(screen.getByLabelText('Body')).toHaveAttribute('type', 'url');
  });
});

describe('what was typed', () => {
  it('comes back when None is taken back', async () => {
    const { user, submitted, submit } = show({ type: ['string', 'null'], title: 'Note' }, {}, true);
    await user.type(screen.getByLabelText('Note'), 'typed');
    await user.click(screen.getByRole('checkbox', { name: 'No value for Note' }));
    await submit();
    await user.click(screen.getByRole('checkbox', { name: 'No value for Note' }));
    expect(screen.getByLabelText('Note')).toHaveValue('typed');
    await submit();
    expect(submitted).toEqual([{ a: null }, { a: 'typed' }]);
  });
});
