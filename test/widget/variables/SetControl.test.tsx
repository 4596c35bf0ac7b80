// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

const days = {
  type: 'array',
  title: 'Days',
  uniqueItems: true,
  items: { enum: ['Mon', 'Tue'] },
};

describe('a value of a set that is no option any more', () => {
  it('stays in its place with the focus when it is unticked, and can be ticked again', async () => {
    const { user, submitted, submit } = show(days, { defaultValues: { a: ['Sat', 'Mon', 'Sun'] } });
    const getLabels = (): readonly (string | null)[] =>
      screen.getAllByText(/^[A-Z][a-z]{2}$/).map(({ textContent }) => textContent);
    const sunday = screen.getByRole('checkbox', { name: 'Sun' });
    await user.click(sunday);
    expect(sunday).toHaveFocus();
    expect(sunday).not.toBeChecked();
    await user.click(screen.getByRole('checkbox', { name: 'Sat' }));
    expect(getLabels()).toEqual(['Mon', 'Tue', 'Sat', 'Sun']);
    await user.click(sunday);
    expect(sunday).toBeChecked();
    expect(getLabels()).toEqual(['Mon', 'Tue', 'Sat', 'Sun']);
    await user.click(sunday);
    await submit();
    expect(submitted).toEqual([{ a: ['Mon'] }]);
  });
});
