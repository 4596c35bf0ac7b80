// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

const getButton = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('a list of lists', () => {
  it('keeps the focus at the level on which a row is moved or removed', async () => {
    const stops = { title: 'Stops', type: 'array', items: { type: 'string' } };
    const { user } = show(
      { title: 'Routes', type: 'array', items: stops },
      { defaultValues: { a: [['Leeds', 'York'], ['London', 'Bath'], ['Dover']] } },
    );
    await user.click(getButton('Move Stops 1 down'));
    expect(getButton('Move Stops 2 down')).toHaveFocus();
    await user.click(getButton('Move Stops 2 up'));
    expect(getButton('Move Stops 1 up')).toHaveFocus();
    await user.click(getButton('Remove Stops 1'));
    expect(getButton('Remove Stops 1')).toHaveFocus();
    await user.click(getButton('Remove Stops 2'));
    await user.click(getButton('Remove Stops 1'));
    expect(getButton('Add Stops')).toHaveFocus();
  });
});

describe('the second click of a double click', () => {
  const tags = { title: 'Tags', type: 'array', items: { type: 'string' } };

  it('removes no second row, as another press does', async () => {
    const { submitted, submit } = show(tags, { defaultValues: { a: ['a', 'b', 'c'] } });
    fireEvent.click(getButton('Remove Tags 1'), { detail: 1 });
    fireEvent.click(getButton('Remove Tags 1'), { detail: 2 });
    await submit();
    fireEvent.click(getButton('Remove Tags 1'), { detail: 1 });
    fireEvent.click(getButton('Remove Tags 1'), { detail: 0 });
    await submit();
    expect(submitted).toEqual([{ a: ['b', 'c'] }, {}]);
  });

  it('moves a row once more', async () => {
    const { submitted, submit } = show(tags, { defaultValues: { a: ['a', 'b', 'c'] } });
    fireEvent.click(getButton('Move Tags 1 down'), { detail: 1 });
    fireEvent.click(getButton('Move Tags 2 down'), { detail: 2 });
    await submit();
    expect(submitted).toEqual([{ a: ['b', 'c', 'a'] }]);
  });
});
