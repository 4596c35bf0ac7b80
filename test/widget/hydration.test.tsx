import { act, screen } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { createPage } from '../support/renderWidget.js';

it('takes over what a server rendered without a mismatch, and then shows the flow', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const page = createPage({ integration: 'slackAlerts' });
  const container = document.body.appendChild(document.createElement('div'));
  const markup = renderToString(page.element);
  expect(markup).not.toContain('style=');
  container.innerHTML = markup;
  expect(screen.getByRole('status')).toHaveTextContent('Loading…');

  const recoverable: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(container, page.element, {
      onRecoverableError: (error) => recoverable.push(error),
    }),
  );
  expect(await screen.findByRole('radio')).toBeChecked();
  expect(recoverable).toEqual([]);
  expect(complaints.mock.calls).toEqual([]);
  await act(async () => root.unmount());
  container.remove();
  complaints.mockRestore();
});
