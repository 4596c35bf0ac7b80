// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { VariablesForm } from '../../../src/widget/VariablesForm.js';

const form = '../../../src/widget/variables/VariablesFormBody.js';

afterEach(() => {
  cleanup();
  vi.doUnmock(form);
});

/** What an import does while the network is away. */
function breakImport(): void {
  vi.doMock(form, () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
}

it('offers to try again where a part of the widget does not load, as often as it takes', async () => {
  breakImport();
  const user = userEvent.setup();
  const submitted: unknown[] = [];
  const schema = { properties: { tag: { type: 'string', title: 'Tag' } } };
  render(<VariablesForm schema={schema} onSubmit={(values) => submitted.push(values)} />);
  expect(screen.getByRole('status')).toHaveTextContent('Loading…');

  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByRole('alert')).toHaveTextContent("couldn't load this step");

  vi.doUnmock(form);
  await user.click(retry);
  await user.type(await screen.findByRole('textbox', { name: 'Tag' }), 'new');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(submitted).toEqual([{ tag: 'new' }]);
});
