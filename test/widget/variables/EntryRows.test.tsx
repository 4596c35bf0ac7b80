// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

const getButton = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('entries within entries', () => {
  it('keep the focus at the level on which one is added or removed', async () => {
    const limits = { type: 'object', additionalProperties: { type: 'integer' } };
    const { user } = show(
      { title: 'Groups', type: 'object', additionalProperties: limits },
      { defaultValues: { a: { east: { hours: 1, days: 2 } } } },
    );
    const names = (): readonly HTMLElement[] => screen.getAllByLabelText(/^Name/);
    await user.click(getButton('Add to Groups'));
    expect(names()).toHaveLength(4);
    expect(names().at(-1)).toHaveFocus();
    await user.click(getButton('Remove Entry 2'));
    expect(getButton('Add to Groups')).toHaveFocus();
  });
});
