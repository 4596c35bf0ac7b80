// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

describe('what a form says of a change', () => {
  it('is said again where the same happens again', async () => {
    const { user } = show(
      { title: 'Tags', type: 'array', items: { type: 'string' } },
      { defaultValues: { a: ['a', 'b', 'c'] } },
    );
    const remove = (): Promise<void> =>
      user.click(screen.getByRole('button', { name: 'Remove Tags 1' }));
    const getAnnouncement = (): string | null => screen.getByText('Tags 1 removed').textContent;
    await remove();
    const first = getAnnouncement();
    await remove();
    const second = getAnnouncement();
    await remove();
    // A live region is read where its text has changed.
    expect(second).not.toBe(first);
    expect(getAnnouncement()).toBe(first);
  });
});
