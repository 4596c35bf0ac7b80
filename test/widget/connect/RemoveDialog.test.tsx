import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleData, exampleIds, createEmulator } from '../../../src/emulator.js';
import { press } from '../../support/accounts.js';
import { renderWidget, type RenderedWidget } from '../../support/renderWidget.js';

const { ameliaSlack, ameliaShopifyUk, ameliaShopifyEu } = exampleIds.connections;

function has({ platform }: RenderedWidget, id: string): boolean {
  return platform.data.connections.some((connection) => connection.id === id);
}

async function openDialog(widget: RenderedWidget): Promise<HTMLElement> {
  await widget.user.click(await screen.findByRole('button', { name: /^Remove / }));
  return screen.findByRole('alertdialog', { name: /^Remove .*\?$/ });
}

function findRow(id: string): HTMLElement {
  const row = screen.getAllByRole('radio').find((each) => each.getAttribute('value') === id);
  if (row === undefined) throw new Error('The account is on no row.');
  return row;
}

/** Amelia's only Slack account is chosen beforehand. */
async function renderSlack(): Promise<RenderedWidget> {
  const widget = renderWidget({ integration: 'slackAlerts' });
  await screen.findByRole('radio');
  await press(widget, 'Change Slack');
  return widget;
}

const confirm = (widget: RenderedWidget): Promise<void> => press(widget, 'Remove account');

describe('removing an account', () => {
  it('begins on the button that keeps it, and gives the focus back to where it was', async () => {
    const widget = await renderSlack();
    const dialog = await openDialog(widget);
    const keep = within(dialog).getByRole('button', { name: 'Keep it' });
    expect(keep).toHaveFocus();
    await widget.user.click(keep);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Remove / })).toHaveFocus();
    expect(has(widget, ameliaSlack)).toBe(true);
  });

  it('says that it goes on, then leads to the heading where none is left', async () => {
    const widget = await renderSlack();
    const dialog = await openDialog(widget);
    const release = widget.network.holdNext(/^DELETE/);
    await confirm(widget);
    expect(within(dialog).getByRole('status')).toHaveTextContent('Removing…');
    release();
    const heading = await screen.findByRole('heading', { name: 'Connect your Slack account' });
    expect(heading).toHaveFocus();
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(has(widget, ameliaSlack)).toBe(false);
  });

  it('of several leads to what is left, and is no news to the one who did it', async () => {
    const platform = createEmulator({ data: exampleData() });
    platform.data.activations = [];
    const widget = renderWidget({ platform });
    await widget.user.click(await screen.findByRole('radio', { name: 'Chen & Co – UK store' }));
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Choose your NetSuite account' });
    await press(widget, 'Back');
    await openDialog(widget);
    const release = widget.network.holdNext(/^GET .*\/connections/);
    await confirm(widget);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    const row = screen.getByRole('radio');
    expect(row).toHaveFocus();
    expect(row).toHaveAttribute('value', ameliaShopifyEu);
    release();
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Choose your NetSuite account' });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(has(widget, ameliaShopifyUk)).toBe(false);
  });

  it('happens once, however often the button is pressed', async () => {
    const widget = await renderSlack();
    const dialog = await openDialog(widget);
    const button = within(dialog).getByRole('button', { name: 'Remove account' });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByRole('heading', { name: 'Connect your Slack account' });
    expect(widget.network.requests.filter((call) => call.startsWith('DELETE'))).toHaveLength(1);
  });

  it('that is still used is refused, with the names of what uses it', async () => {
    const { carlaShopifyExpired } = exampleIds.connections;
    const props = { allowMultiple: true, messages: { 'verb.turnOff': 'disconnect' } };
    const widget = renderWidget({ user: 'carla', props });
    await widget.user.click(await screen.findByRole('button', { name: 'Add another' }));
    await screen.findAllByRole('radio');
    await widget.user.click(findRow(carlaShopifyExpired));
    const dialog = await openDialog(widget);
    await confirm(widget);
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('Not removed');
    expect(alert).toHaveTextContent('It is in use: Shopify orders. First disconnect what uses it');
    expect(has(widget, carlaShopifyExpired)).toBe(true);
  });

  it.each(['before', 'after'] as const)(
    'whose answer is lost %s the host acted claims nothing, and can be tried again',
    async (when) => {
      const widget = await renderSlack();
      const dialog = await openDialog(widget);
      widget.network.breakNext(/^DELETE/, when);
      await confirm(widget);
      const alert = await within(dialog).findByRole('alert');
      expect(alert).not.toHaveTextContent('Not removed');
      expect(has(widget, ameliaSlack)).toBe(when === 'before');
      await confirm(widget);
      await screen.findByRole('heading', { name: 'Connect your Slack account' });
      expect(has(widget, ameliaSlack)).toBe(false);
    },
  );
});
