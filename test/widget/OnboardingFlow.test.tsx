import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { recordFocus } from '../support/recordFocus.js';
import { renderWidget, type RenderedWidget } from '../support/renderWidget.js';

const press = (widget: RenderedWidget, name: string) =>
  widget.user.click(screen.getByRole('button', { name }));

async function choose(widget: RenderedWidget, template: string, connection: string) {
  await screen.findByRole('heading', { name: `Choose your ${template} account` });
  const [row] = await screen.findAllByRole('radio', { name: connection });
  await widget.user.click(row ?? document.body);
  await press(widget, 'Continue');
}

async function fillShopifyOrders(widget: RenderedWidget) {
  await screen.findByRole('heading', { name: 'Settings for Shopify orders' });
  await widget.user.type(await screen.findByLabelText(/Warehouse code/), 'LDN-2');
  await widget.user.type(screen.getByLabelText(/^webhook secret/i), 'correct horse');
}

const held = ({ platform }: RenderedWidget) =>
  platform.data.activations.filter(({ userId }) => userId === exampleIds.users.amelia.id);

describe('Shopify orders: two accounts and flat settings', () => {
  it('is activated with what was chosen and typed, and then shown without the secret', async () => {
    const widget = renderWidget({ integration: 'shopifyOrders' });
    await choose(widget, 'Shopify', 'Chen & Co – EU store');
    await choose(widget, 'NetSuite', 'Chen & Co – NetSuite');
    await fillShopifyOrders(widget);
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Review and turn on' });
    expect(screen.queryByText('correct horse')).toBeNull();
    await press(widget, 'Turn on Shopify orders');
    await screen.findByRole('heading', { name: 'Shopify orders is on' });
    expect(held(widget)).toHaveLength(1);
    expect(held(widget)[0]?.dynamicVariables).toMatchObject({ warehouseCode: 'LDN-2' });
    expect(JSON.stringify(held(widget)[0]?.dynamicVariables)).toContain('correct horse');
    await press(widget, 'View Shopify orders');
    const card = await screen.findByRole('article', { name: 'Shopify orders' });
    expect(within(card).getByText('Set, not shown')).toBeVisible();
    expect(within(card).queryByText('correct horse')).toBeNull();
  });

  it('is reviewed in the words that the host translates the settings to', async () => {
    const translateSchemaText = (text: string): string => `${text} *`;
    const widget = renderWidget({ integration: 'shopifyOrders', props: { translateSchemaText } });
    await choose(widget, 'Shopify', 'Chen & Co – EU store');
    await choose(widget, 'NetSuite', 'Chen & Co – NetSuite');
    await fillShopifyOrders(widget);
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Review and turn on' });
    expect(await screen.findByText('Warehouse code *')).toBeVisible();
  });

  it('keeps what was typed on the way back, and after a reload all but the secret', async () => {
    const widget = renderWidget({ integration: 'shopifyOrders' });
    await choose(widget, 'Shopify', 'Chen & Co – EU store');
    await choose(widget, 'NetSuite', 'Chen & Co – NetSuite');
    await fillShopifyOrders(widget);
    await press(widget, 'Back');
    await press(widget, 'Continue');
    expect(await screen.findByLabelText(/Warehouse code/)).toHaveValue('LDN-2');
    expect(screen.getByLabelText(/^webhook secret/i)).toHaveValue('correct horse');
    widget.unmount();
    expect(
      widget.storage.getItem('react-versori-onboarding:drafts:user:user-amelia'),
    ).not.toContain('correct horse');
    renderWidget({ integration: 'shopifyOrders', sameAs: widget });
    expect(await screen.findByLabelText(/Warehouse code/)).toHaveValue('LDN-2');
    expect(screen.getByLabelText(/^webhook secret/i)).toHaveValue('');
  });
});

describe('Warehouse sync: three accounts, one of them the host’s, and nested settings', () => {
  async function reachReview(code: string): Promise<RenderedWidget> {
    const widget = renderWidget({ integration: 'warehouseSync' });
    await choose(widget, 'ShipBob', 'Leeds fulfilment centre');
    await choose(widget, 'NetSuite', 'Chen & Co – NetSuite');
    await widget.user.type(await screen.findByLabelText(/Warehouse code/), code);
    await widget.user.type(screen.getByLabelText(/Street/), '14 Canal Wharf');
    await widget.user.type(screen.getByLabelText(/City/), 'Leeds');
    await widget.user.type(screen.getByLabelText(/Postcode/), 'LS11 5PS');
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Review and turn on' });
    return widget;
  }

  it('is activated, the host’s account provided', async () => {
    const widget = await reachReview('LDN-2');
    expect(screen.getByText('Provided for you')).toBeVisible();
    await press(widget, 'Turn on Warehouse sync');
    await screen.findByRole('heading', { name: 'Warehouse sync is on' });
    expect(held(widget)[0]?.connections).toHaveLength(3);
    expect(held(widget)[0]?.dynamicVariables).toMatchObject({
      warehouseCode: 'LDN-2',
      address: { street: '14 Canal Wharf' },
    });
  });

  it('keeps the typed values when the platform refuses one of them', async () => {
    const widget = await reachReview('LDN-1');
    const focused = recordFocus();
    await press(widget, 'Turn on Warehouse sync');
    const field = await screen.findByLabelText(/Warehouse code/);
    expect(await screen.findByRole('alert')).toHaveTextContent('Warehouse code: unknown warehouse');
    expect(new Set(focused)).toEqual(new Set([true]));
    expect(field).toHaveValue('LDN-1');
    expect(field).toBeInvalid();
    expect(held(widget)).toHaveLength(0);
    await widget.user.clear(field);
    await widget.user.type(field, 'LDN-2');
    expect(field).toBeValid();
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Review and turn on' });
    await press(widget, 'Turn on Warehouse sync');
    await screen.findByRole('heading', { name: 'Warehouse sync is on' });
    expect(held(widget)).toHaveLength(1);
  });
});

it('leads a user without an account to what is needed, and keeps the rest', async () => {
  const widget = renderWidget({ user: 'bashir', integration: 'shopifyOrders' });
  const [shop] = await screen.findAllByRole('radio');
  await widget.user.click(shop ?? document.body);
  await press(widget, 'Continue');
  expect(await screen.findByText('Connect your NetSuite account')).toBeVisible();
  await press(widget, 'Back');
  expect((await screen.findAllByRole('radio'))[0]).toBeChecked();
});
