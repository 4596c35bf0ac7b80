// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { show } from './show.js';

const chunk = '../../../src/widget/variables/furtherControlsChunk.js';

afterEach(() => {
  cleanup();
  vi.doUnmock(chunk);
});

/** What an import does while the network is away. */
function breakImport(): void {
  vi.doMock(chunk, () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
}

it('offers to try again where the control of a field does not come, as often as it takes', async () => {
  breakImport();
  const { user, submitted, submit } = show(
    { type: 'array', title: 'Tags', items: { type: 'string' } },
    { defaultValues: { a: ['old'] } },
  );
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByLabelText('Tags')).toHaveTextContent('This field could not be loaded.');
  await submit();
  expect(submitted).toEqual([{ a: ['old'] }]);

  await user.click(retry);
  expect(await screen.findByText('This field could not be loaded.')).toBeVisible();
  expect(retry).toHaveFocus();

  vi.doUnmock(chunk);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('textbox', { name: 'Tags 1' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Add to Tags' }));
  await user.keyboard('new');
  await submit();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  expect(submitted[1]).toEqual({ a: ['old', 'new'] });
});
