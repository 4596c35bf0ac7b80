import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { createPage, renderWidget, type RenderedWidget } from '../../support/renderWidget.js';
import { listHeld, shopifyActivation, withActivations } from '../../support/shopifyActivation.js';

const bashirsSlack = (): RenderedWidget =>
  renderWidget({ user: 'bashir', integration: 'slackAlerts' });

const held = ({ platform }: RenderedWidget) => listHeld(platform, 'slackAlerts', 'bashir');

async function openDialog(widget: RenderedWidget): Promise<HTMLElement> {
  await widget.user.click(await screen.findByRole('button', { name: 'Turn off Slack alerts' }));
  return screen.findByRole('alertdialog', { name: 'Turn off Slack alerts?' });
}

async function confirm(widget: RenderedWidget): Promise<void> {
  const dialog = screen.getByRole('alertdialog');
  await widget.user.click(within(dialog).getByRole('button', { name: 'Turn off Slack alerts' }));
}

describe('ending', () => {
  it('names the integration and the account, what stops and what stays', async () => {
    const dialog = await openDialog(bashirsSlack());
    expect(dialog).toHaveTextContent('Slack: Rahman Outdoor workspace');
    expect(dialog).toHaveTextContent('Slack alerts stops right away, and its settings are deleted');
    expect(dialog).toHaveTextContent('Your accounts stay connected');
  });

  it('begins on the button that keeps it, and gives the focus back to where it was', async () => {
    const widget = bashirsSlack();
    const dialog = await openDialog(widget);
    const keep = within(dialog).getByRole('button', { name: 'Keep it on' });
    expect(keep).toHaveFocus();
    await widget.user.click(keep);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Turn off Slack alerts' })).toHaveFocus(),
    );
    expect(held(widget)).toHaveLength(1);
  });

  it('ends it, says so, and offers to begin again', async () => {
    const ended: unknown[] = [];
    const widget = renderWidget({
      user: 'bashir',
      integration: 'slackAlerts',
      props: { onDeactivated: (what) => ended.push(what) },
    });
    await openDialog(widget);
    await confirm(widget);
    expect(
      await screen.findByText('Slack alerts was turned off. Your accounts stay connected.'),
    ).toBe(screen.getByRole('status'));
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Slack alerts is off' })).toHaveFocus(),
    );
    expect(held(widget)).toHaveLength(0);
    expect(ended).toEqual([
      {
        environmentId: exampleIds.environments.slackAlerts,
        activationId: exampleIds.activations.bashirSlack,
      },
    ]);
    await widget.user.click(screen.getByRole('button', { name: 'Turn on Slack alerts' }));
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: /your only Slack account/ })).toHaveFocus(),
    );
  });

  it('ends it once, however often the button is pressed', async () => {
    const widget = bashirsSlack();
    const dialog = await openDialog(widget);
    const button = within(dialog).getByRole('button', { name: 'Turn off Slack alerts' });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText(/was turned off/);
    expect(widget.network.requests.filter((call) => call.startsWith('DELETE'))).toHaveLength(1);
  });

  it('counts as done where it was gone already, and is no error for the host', async () => {
    const errors: unknown[] = [];
    const widget = renderWidget({
      user: 'bashir',
      integration: 'slackAlerts',
      props: { onError: (error) => errors.push(error) },
    });
    await openDialog(widget);
    widget.platform.data.activations = [];
    await confirm(widget);
    expect(await screen.findByText(/was turned off/)).toBeVisible();
    expect(errors).toEqual([]);
  });

  it('whose answer is lost counts as done where the list shows that it has gone', async () => {
    const widget = bashirsSlack();
    await openDialog(widget);
    widget.network.breakNext(/^DELETE/, 'after');
    await confirm(widget);
    expect(await screen.findByText(/was turned off/)).toBeVisible();
    expect(widget.network.requests.filter((call) => call.startsWith('DELETE'))).toHaveLength(1);
  });

  it('that did not get through keeps the dialog, says why, and can be tried again', async () => {
    const widget = bashirsSlack();
    await openDialog(widget);
    widget.network.breakNext(/^DELETE/, 'before');
    await confirm(widget);
    expect(await screen.findByRole('alert')).toHaveTextContent("couldn't confirm that it's off");
    expect(held(widget)).toHaveLength(1);
    await confirm(widget);
    expect(await screen.findByText(/was turned off/)).toBeVisible();
  });

  it.each([
    ['refuses it', { kind: 'status', status: 409, message: 'busy' } as const, /Not turned off/],
    ['is too busy', { kind: 'rateLimited', retryAfterSeconds: 30 } as const, /Too many requests/],
  ])('where the platform %s keeps the activation and says so', async (_, fault, words) => {
    const widget = bashirsSlack();
    await openDialog(widget);
    widget.platform.faults.add({ operation: 'DeleteActivation', fault, times: Infinity });
    await confirm(widget);
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(held(widget)).toHaveLength(1);
  });

  it('says how many others keep running', async () => {
    const platform = withActivations(
      shopifyActivation(),
      shopifyActivation({ number: 2, shopify: exampleIds.connections.ameliaShopifyEu }),
    );
    const widget = renderWidget({ platform, props: { allowMultiple: true } });
    await widget.user.click(await screen.findByRole('button', { name: /^Turn off .*UK store/ }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog).toHaveTextContent('Your other one stays on.');
    await widget.user.click(
      within(dialog).getByRole('button', { name: 'Turn off Shopify orders' }),
    );
    await screen.findByText(/was turned off/);
    expect(screen.getByRole('article')).toBeVisible();
    expect(listHeld(platform)).toHaveLength(1);
  });
});

it('is not offered where the backend cannot end anything', async () => {
  const widget = bashirsSlack();
  await screen.findByRole('article');
  widget.unmount();
  const { backend } = createReadOnly(widget);
  renderWidget({ user: 'bashir', integration: 'slackAlerts', sameAs: widget, props: { backend } });
  await screen.findByRole('article');
  expect(screen.queryByRole('button', { name: /^(End|Edit|Replace)/ })).not.toBeInTheDocument();
});

function createReadOnly(widget: RenderedWidget) {
  const {
    deactivate: _,
    updateVariables: __,
    ...backend
  } = createPage({
    user: 'bashir',
    sameAs: widget,
  }).backend;
  return { backend };
}
