import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { DoneOptions } from '../../../src/index.js';
import { renderWidget, type RenderedWidget } from '../../support/renderWidget.js';

async function turnOn(done: DoneOptions): Promise<RenderedWidget> {
  const widget = renderWidget({ integration: 'slackAlerts', props: { done } });
  await screen.findByRole('radio');
  await widget.user.click(screen.getByRole('button', { name: 'Continue' }));
  await widget.user.click(screen.getByRole('button', { name: 'Turn on Slack alerts' }));
  await screen.findByRole('heading', { name: 'Slack alerts is on' });
  return widget;
}

describe('the last screen', () => {
  it('says what happens next in the host’s words, and offers its action first', async () => {
    const onClick = vi.fn<() => void>();
    const text = 'The first alert comes within an hour.';
    const { user } = await turnOn({ text, action: { label: 'Invite your team', onClick } });
    expect(screen.getByText(text)).toBeVisible();
    const action = screen.getByRole('button', { name: 'Invite your team' });
    expect(action).toHaveAttribute('data-variant', 'primary');
    await user.click(action);
    expect(onClick).toHaveBeenCalledOnce();
    const view = screen.getByRole('button', { name: 'View Slack alerts' });
    expect(view).toHaveAttribute('data-variant', 'quiet');
    await user.click(view);
    expect(await screen.findByRole('article', { name: 'Slack alerts' })).toBeVisible();
  });

  it('leads to where the host says', async () => {
    await turnOn({ action: { label: 'Open the dashboard', href: '/dashboard' } });
    const link = screen.getByRole('link', { name: 'Open the dashboard' });
    expect(link).toHaveAttribute('href', '/dashboard');
  });

  it('has no way back: what is on is not undone by a step', async () => {
    await turnOn({});
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    expect(screen.getByRole('button', { name: 'View Slack alerts' })).toBeVisible();
  });
});
