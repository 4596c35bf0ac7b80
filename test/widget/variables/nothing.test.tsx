// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/domain/json.js';
import { show } from './show.js';

afterEach(cleanup);

describe('null', () => {
  it('is not the same as nothing', async () => {
    const nullable: JsonValue = { type: ['string', 'null'], title: 'Note' };
    const { user, submitted, submit } = show(nullable, {}, true);
    await user.click(screen.getByRole('checkbox', { name: 'No value for Note' }));
    await submit();
    await user.click(screen.getByRole('checkbox', { name: 'No value for Note' }));
    await user.type(screen.getByLabelText('Note'), 'x');
    await submit();
    expect(submitted).toEqual([{ a: null }, { a: 'x' }]);
  });

  it('is chosen by a press on its word as well', async () => {
    const { user, submitted, submit } = show({ type: ['string', 'null'], title: 'Note' }, {}, true);
    await user.click(screen.getByText('No value for Note'));
    await submit();
    expect(submitted).toEqual([{ a: null }]);
  });

  it.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['nothing was given', {}, {}, {}],
    ['it was given', {}, { a: null }, { a: null }],
    ['it is the default', { default: null }, {}, { a: null }],
  ])(
    'is what an optional field says by being empty, where %s',
    async (_where, more, values, sent) => {
      const { user, submitted, submit } = show(
        { type: ['string', 'null'], title: 'Note', ...more },
        { defaultValues: values },
      );
      await submit();
      await user.type(screen.getByLabelText('Note'), 'x');
      await submit();
      await user.clear(screen.getByLabelText('Note'));
      await submit();
      expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
      expect(submitted).toEqual([sent, { a: 'x' }, sent]);
    },
  );

  it('is not an option beside "Not set"', async () => {
    const { user, submitted, submit } = show(
      { type: ['boolean', 'null'], title: 'Notify' },
      { defaultValues: { a: null } },
    );
    expect(screen.queryByRole('radio', { name: 'None' })).not.toBeInTheDocument();
    await submit();
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    await submit();
    await user.click(screen.getByRole('radio', { name: 'Not set' }));
    await submit();
    expect(submitted).toEqual([{ a: null }, { a: true }, { a: null }]);
  });
});
