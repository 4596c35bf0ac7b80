import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createEmulator, exampleData, exampleIds, type Emulator } from '../../../src/emulator.js';
import { detailsOf, findRows, labelOf, press, withAccounts } from '../../support/accounts.js';
import { renderWidget } from '../../support/renderWidget.js';

const { connections: ids, templates } = exampleIds;

describe('the list', () => {
  it('of a user without an account says what is needed and for whom', async () => {
    renderWidget({ platform: withAccounts(0) });
    expect(await screen.findByText('Connect your Shopify account')).toBeVisible();
    expect(screen.getByText('Shopify orders needs it. Your progress is saved.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument();
  });

  it('looks again, and says that there is still nothing', async () => {
    const widget = renderWidget({ platform: withAccounts(0) });
    await screen.findByText('Connect your Shopify account');
    await press(widget, 'Check again');
    expect(await screen.findByText(/No new account has appeared/)).toBeVisible();
  });

  it('of one account states it, asks nothing, and goes on with it', async () => {
    const widget = renderWidget({ platform: withAccounts(1) });
    const heading = { name: 'Using your only Shopify account' };
    expect(await screen.findByRole('heading', heading)).toBeVisible();
    expect(screen.getByRole('radio')).toBeChecked();
    expect(screen.queryByText('Connect another account')).not.toBeInTheDocument();
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Choose your NetSuite account' });
    await press(widget, 'Back');
    expect(await screen.findByRole('heading', heading)).toBeVisible();
  });

  it('of one account shows on "Change" what else there is', async () => {
    const widget = renderWidget({ platform: withAccounts(1) });
    await screen.findByRole('radio');
    await press(widget, 'Change Shopify');
    expect(screen.getByRole('radio')).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Connect another account' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Choose your Shopify account' })).toBeVisible();
    await press(widget, 'Continue');
    expect(
      await screen.findByRole('heading', { name: 'Choose your NetSuite account' }),
    ).toBeVisible();
  });

  it('of two has none chosen, and asks for one', async () => {
    const widget = renderWidget({ platform: withAccounts(2) });
    expect((await findRows()).map((row) => (row as HTMLInputElement).checked)).toEqual([
      false,
      false,
    ]);
    await press(widget, 'Continue');
    const [first, second] = await findRows();
    expect(first).toHaveFocus();
    expect(first).toBeInvalid();
    expect(first).toHaveAccessibleDescription(/Choose your Shopify account to continue\.$/);
    // The focus reads it; an alert would read it again.
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    if (second) await widget.user.click(second);
    expect(first).toBeValid();
    expect(screen.queryByText(/to continue/)).not.toBeInTheDocument();
  });

  it('of sixty shows a page, says how many there are, and loads more until all are there', async () => {
    const widget = renderWidget({ platform: withAccounts(60) });
    expect(await screen.findByText('20 of 60 accounts')).toBeInTheDocument();
    await press(widget, 'Show more accounts');
    await screen.findByText('40 of 60 accounts');
    screen.getByRole('button', { name: 'Show more accounts' }).focus();
    await widget.user.keyboard('{Enter}');
    await screen.findByText('60 accounts');
    expect(screen.queryByRole('button', { name: 'Show more accounts' })).not.toBeInTheDocument();
    const all = await findRows();
    expect(new Set((await findRows()).map(labelOf)).size).toBe(60);
    await waitFor(() => expect(all).toContain(document.activeElement));
  });

  it('puts those that do not work last among what is loaded', async () => {
    renderWidget({ user: 'carla', platform: withoutActivations() });
    expect((await findRows()).map(labelOf)).toEqual([
      'Papeterie Moreau – Paris',
      'Papeterie Moreau – Lyon',
      'Papeterie Moreau – wholesale',
    ]);
    const [, lyon, wholesale] = await findRows();
    expect(detailsOf(lyon)).toMatch(/Expired \w+ \d+, \d{4}/);
    expect(detailsOf(wholesale)).toContain("Can't sign in");
  });

  it('keeps what is loaded when a further page fails, and tries again', async () => {
    const widget = renderWidget({ platform: withAccounts(60) });
    await screen.findByText('20 of 60 accounts');
    widget.platform.faults.add({
      operation: 'ListConnections',
      fault: { kind: 'status', status: 500 },
      times: Infinity,
    });
    await press(widget, 'Show more accounts');
    expect(await screen.findByRole('alert')).toHaveTextContent("couldn't load more accounts");
    expect(await findRows()).toHaveLength(20);
    widget.platform.faults.clear();
    await press(widget, 'Try again');
    await screen.findByText('40 of 60 accounts');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('offers to read again when the first page fails', async () => {
    const platform = withAccounts(60);
    platform.faults.add({
      operation: 'ListConnections',
      fault: { kind: 'truncated' },
      times: Infinity,
    });
    const widget = renderWidget({ platform });
    expect(await screen.findByRole('alert')).toHaveTextContent("We couldn't load this");
    platform.faults.clear();
    await press(widget, 'Try again');
    await screen.findByText('20 of 60 accounts');
  });
});

describe('what is filled in beforehand', () => {
  it('is what the host wishes, also when it is on no loaded page', async () => {
    const platform = withAccounts(60);
    const last = platform.data.connections.at(-1);
    renderWidget({
      platform,
      props: { initialConnections: { [templates.shopifyOrders.shopify]: last?.id ?? '' } },
    });
    expect(await screen.findByRole('radio', { checked: true })).toHaveAttribute('value', last?.id);
  });

  it('is never one that does not work, even the only one or the one that the host wishes', async () => {
    renderWidget({
      user: 'carla',
      integration: 'warehouseSync',
      props: {
        initialConnections: { [templates.warehouseSync.shipbob]: ids.carlaShipbobFailing },
      },
    });
    expect(await screen.findByRole('radio')).not.toBeChecked();
  });

  it('is the account of the activation that was ended, which is said', async () => {
    const data = exampleData();
    const slack = data.connections.find(({ id }) => id === ids.bashirSlack);
    if (!slack) throw new Error('no account');
    data.connections.push({
      ...slack,
      id: '01JEXAMP1E000000CNN0000000',
      name: 'Another workspace',
    });
    const widget = renderWidget({
      user: 'bashir',
      integration: 'slackAlerts',
      platform: createEmulator({ data }),
    });
    await widget.user.click(await screen.findByRole('button', { name: 'Turn off Slack alerts' }));
    const dialog = await screen.findByRole('alertdialog');
    await widget.user.click(within(dialog).getByRole('button', { name: 'Turn off Slack alerts' }));
    await screen.findByText(/was turned off/);
    await press(widget, 'Turn on Slack alerts');
    expect(await screen.findByRole('radio', { checked: true })).toHaveAttribute('value', slack.id);
    expect(screen.getByText('Selected: the Slack account you used before.')).toBeVisible();
  });

  it('is the draft before the wish of the host', async () => {
    const props = {
      initialConnections: { [templates.shopifyOrders.shopify]: ids.ameliaShopifyUk },
    };
    const first = renderWidget({ props });
    await findRows();
    await first.user.click(screen.getByRole('radio', { name: 'Chen & Co – EU store' }));
    first.unmount();
    renderWidget({ props, sameAs: first });
    expect(await screen.findByRole('radio', { name: 'Chen & Co – EU store' })).toBeChecked();
  });
});

describe('two templates of one system', () => {
  it('may take the same account or different ones', async () => {
    const data = exampleData();
    const netsuite = data.templates.find(
      (each) => each.connectionTemplateId === templates.shopifyOrders.netsuite,
    );
    Object.assign(netsuite ?? {}, { id: exampleIds.systems.shopify });
    const widget = renderWidget({ platform: createEmulator({ data }) });
    await findRows();
    await widget.user.click(screen.getByRole('radio', { name: 'Chen & Co – UK store' }));
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Choose your NetSuite account' });
    await widget.user.click(await screen.findByRole('radio', { name: 'Chen & Co – UK store' }));
    await press(widget, 'Continue');
    await press(widget, 'Back');
    expect(await screen.findByRole('radio', { name: 'Chen & Co – UK store' })).toBeChecked();
    await widget.user.click(screen.getByRole('radio', { name: 'Chen & Co – EU store' }));
    await press(widget, 'Back');
    expect(await screen.findByRole('radio', { name: 'Chen & Co – UK store' })).toBeChecked();
  });
});

it('says which templates the host provides for, on the first step', async () => {
  renderWidget({ integration: 'warehouseSync' });
  expect(await screen.findByText(/Loqate: provided for you/)).toBeVisible();
});

function withoutActivations(): Emulator {
  const data = exampleData();
  data.activations = [];
  return createEmulator({ data });
}
