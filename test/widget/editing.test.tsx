import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { renderWidget, type RenderedWidget } from '../support/renderWidget.js';
import { listHeld, shopifyActivation, withActivations } from '../support/shopifyActivation.js';

const carlas = (): RenderedWidget => renderWidget({ user: 'carla' });

const stored = ({ platform }: RenderedWidget) =>
  listHeld(platform, 'shopifyOrders', 'carla')[0]?.dynamicVariables;

const press = async (widget: RenderedWidget, name: string | RegExp) =>
  widget.user.click(await screen.findByRole('button', { name }));

async function open(widget: RenderedWidget): Promise<void> {
  await press(widget, /^Edit settings/);
  await screen.findByLabelText(/Warehouse code/);
}

async function type(widget: RenderedWidget, label: RegExp, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await widget.user.clear(field);
  await widget.user.type(field, text);
}

async function changeWarehouse(widget: RenderedWidget, code: string): Promise<void> {
  await open(widget);
  await type(widget, /Warehouse code/, code);
  await press(widget, 'Review changes');
  await screen.findByRole('heading', { name: 'Check what changes' });
}

function patches({ platform }: RenderedWidget): unknown[] {
  return platform.requests
    .filter(({ operation }) => operation === 'SetDynamicVariables')
    .map(({ body }) => body);
}

describe('editing the settings', () => {
  it('starts with what is stored, shows what will change, and sends only that', async () => {
    const widget = carlas();
    await open(widget);
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'Edit settings of Shopify orders' }),
      ).toHaveFocus(),
    );
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LYS-3');
    await type(widget, /Warehouse code/, 'LYS-4');
    await press(widget, 'Review changes');
    const changes = await screen.findByRole('list', { name: 'Your changes' });
    expect(within(changes).getAllByRole('listitem')).toHaveLength(1);
    expect(changes).toHaveTextContent(/Warehouse code.*Before.*LYS-3.*After.*LYS-4/);
    expect(patches(widget)).toEqual([]);
    await press(widget, 'Save changes');
    expect(await screen.findByText('Your changes are saved.')).toBeVisible();
    expect(patches(widget)).toEqual([{ warehouseCode: 'LYS-4' }]);
    const card = screen.getByRole('article');
    expect(within(card).getByText('LYS-4')).toBeVisible();
    await waitFor(() => expect(within(card).getByRole('heading')).toHaveFocus());
  });

  it('keeps a secret that is left alone, and replaces one that is typed, never showing either', async () => {
    const widget = carlas();
    const before = stored(widget)?.['webhookSecret'];
    await changeWarehouse(widget, 'LYS-4');
    await press(widget, 'Save changes');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)?.['webhookSecret']).toBe(before);
    await open(widget);
    await type(widget, /Webhook secret/, 'a-new-secret');
    await press(widget, 'Review changes');
    expect(await screen.findByText('A new value, not shown')).toBeVisible();
    expect(document.body).not.toHaveTextContent('a-new-secret');
    await press(widget, 'Save changes');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)?.['webhookSecret']).toBe('a-new-secret');
  });

  it('says that nothing was changed, and asks nothing on leaving', async () => {
    const widget = carlas();
    await open(widget);
    await press(widget, 'Review changes');
    expect(await screen.findByText('Nothing has been changed.')).toBeVisible();
    await press(widget, 'Cancel');
    const card = await screen.findByRole('article');
    await waitFor(() => expect(within(card).getByRole('heading')).toHaveFocus());
  });

  it('asks before typed changes are lost, and keeps them where the user stays', async () => {
    const widget = carlas();
    await open(widget);
    await type(widget, /Warehouse code/, 'LYS-4');
    await press(widget, 'Cancel');
    const dialog = await screen.findByRole('alertdialog', { name: 'Leave without saving?' });
    await widget.user.click(within(dialog).getByRole('button', { name: 'Keep editing' }));
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LYS-4');
    await press(widget, 'Cancel');
    await press(widget, 'Discard changes');
    expect(await screen.findByRole('article')).toHaveTextContent('LYS-3');
    expect(patches(widget)).toEqual([]);
  });

  it('warns before the page is left with typed changes, and only then', async () => {
    const widget = carlas();
    await open(widget);
    const leave = (): boolean =>
      window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(true);
    await type(widget, /Warehouse code/, 'LYS-4');
    expect(leave()).toBe(false);
  });

  it('says that a value cannot be taken out, and leads to a replacement', async () => {
    const variables = { warehouseCode: 'LDS-2', orderStatus: 'paid', batchSize: 50, memo: 'Hi' };
    const widget = renderWidget({ platform: withActivations(shopifyActivation({ variables })) });
    await open(widget);
    expect(screen.getByText(/can be changed, but not taken out/)).toBeVisible();
    await widget.user.clear(screen.getByLabelText(/Memo on each order/));
    await press(widget, 'Review changes');
    expect(await screen.findByText(/keep their value.*Memo on each order/)).toBeVisible();
    await press(widget, 'Replace the activation');
    await press(widget, 'Discard changes');
    expect(await screen.findByRole('heading', { name: 'Replace Shopify orders' })).toBeVisible();
    expect(listHeld(widget.platform)[0]?.dynamicVariables['memo']).toBe('Hi');
  });
});

describe('a schema that has changed since', () => {
  it('is explained: what is new and needed, what is no longer used', async () => {
    const variables = { warehouseCode: 'LDS-2', batchSize: 50, mailbox: 'orders@chen.example' };
    const widget = renderWidget({ platform: withActivations(shopifyActivation({ variables })) });
    await open(widget);
    expect(screen.getByText(/has changed since you activated it/)).toBeVisible();
    expect(screen.getByText(/New, and needed.*Orders to send/)).toBeVisible();
    expect(screen.getByText(/No longer used.*mailbox/)).toBeVisible();
    expect(screen.queryByDisplayValue(/orders@chen/)).not.toBeInTheDocument();
    await press(widget, 'Review changes');
    expect(await screen.findByRole('alert')).toHaveTextContent('Orders to send');
  });

  it('makes the platform refuse what it left behind: the way out is a replacement', async () => {
    const variables = {
      ...{ warehouseCode: 'LDS-2', orderStatus: 'paid', batchSize: 50 },
      mailbox: 'orders@chen.example',
    };
    const widget = renderWidget({ platform: withActivations(shopifyActivation({ variables })) });
    await changeWarehouse(widget, 'LDS-3');
    await press(widget, 'Save changes');
    expect(await screen.findByText('What you typed is kept.')).toBeVisible();
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LDS-3');
    expect(screen.getByRole('button', { name: 'Replace the activation' })).toBeVisible();
  });
});

describe('a refusal', () => {
  it('keeps what was typed and lands on the field that it names', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    widget.platform.faults.add({
      operation: 'SetDynamicVariables',
      fault: {
        kind: 'status',
        status: 422,
        message: 'refused',
        fields: [{ field: 'warehouseCode', message: 'This warehouse is closed.' }],
      },
    });
    await press(widget, 'Save changes');
    await waitFor(() => expect(screen.getByLabelText(/Warehouse code/)).toHaveFocus());
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LYS-4');
    expect(screen.getAllByText(/This warehouse is closed/).length).toBeGreaterThan(0);
    await type(widget, /Warehouse code/, 'LYS-5');
    await press(widget, 'Review changes');
    await press(widget, 'Save changes');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)?.['warehouseCode']).toBe('LYS-5');
  });

  it.each([
    ['is too busy', { kind: 'rateLimited', retryAfterSeconds: 30 } as const, /too many requests/],
    ['refuses it whole', { kind: 'status', status: 409, message: 'Locked.' } as const, /Locked/],
  ])('of a platform that %s stays on the changes, to be tried again', async (_, fault, words) => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    widget.platform.faults.add({ operation: 'SetDynamicVariables', fault, times: Infinity });
    await press(widget, 'Save changes');
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    widget.platform.faults.clear();
    await press(widget, 'Save changes');
    expect(await screen.findByText('Your changes are saved.')).toBeVisible();
  });
});

describe('an answer that is lost', () => {
  it('after it was saved is found in the list', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    widget.network.breakNext(/^PATCH/, 'after');
    await press(widget, 'Save changes');
    expect(await screen.findByText('Your changes are saved.')).toBeVisible();
    expect(patches(widget)).toHaveLength(1);
  });

  it('before it was saved says that it is not certain, and saves at the next press', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    widget.network.breakNext(/^PATCH/, 'before');
    await press(widget, 'Save changes');
    expect(await screen.findByRole('alert')).toHaveTextContent('not certain whether it was saved');
    await press(widget, 'Save changes');
    expect(await screen.findByText('Your changes are saved.')).toBeVisible();
  });
});

describe('a change from elsewhere', () => {
  async function changeElsewhere(widget: RenderedWidget, variables: object): Promise<void> {
    const path = `/integrations/${exampleIds.environments.shopifyOrders}/activations/${exampleIds.activations.carlaShopify}/variables`;
    const request = { method: 'PATCH', user: 'user-carla', body: { variables } };
    expect((await widget.host.send(path, request)).status).toBe(200);
  }

  it('is shown beside the own before anything is overwritten, and both can be kept', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    await changeElsewhere(widget, { batchSize: 30 });
    await press(widget, 'Save changes');
    const heading = await screen.findByRole('heading', { name: 'Changed elsewhere meanwhile' });
    await waitFor(() => expect(heading).toHaveFocus());
    const theirs = screen.getByRole('list', { name: 'Changed meanwhile' });
    expect(theirs).toHaveTextContent(/Orders in a batch.*25.*30/);
    expect(stored(widget)).toMatchObject({ warehouseCode: 'LYS-3', batchSize: 30 });
    await press(widget, 'Save mine as well');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)).toMatchObject({ warehouseCode: 'LYS-4', batchSize: 30 });
  });

  it('of the same setting is overwritten only where the user says so', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    await changeElsewhere(widget, { warehouseCode: 'LYS-9' });
    await press(widget, 'Save changes');
    await press(widget, 'Save mine over it');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)).toMatchObject({ warehouseCode: 'LYS-4' });
  });

  it('can be taken over: the own is discarded and the list shows theirs', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    await changeElsewhere(widget, { warehouseCode: 'LYS-9' });
    await press(widget, 'Save changes');
    await press(widget, 'Discard mine');
    expect(await screen.findByRole('article')).toHaveTextContent('LYS-9');
    expect(stored(widget)).toMatchObject({ warehouseCode: 'LYS-9' });
  });

  it('can be edited further: the form then holds theirs with the own on top', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    await changeElsewhere(widget, { batchSize: 30 });
    await press(widget, 'Save changes');
    await screen.findByRole('heading', { name: 'Changed elsewhere meanwhile' });
    await press(widget, 'Back to the form');
    expect(await screen.findByLabelText(/Orders in a batch/)).toHaveValue('30');
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LYS-4');
    await press(widget, 'Review changes');
    const changes = await screen.findByRole('list', { name: 'Your changes' });
    expect(within(changes).getAllByRole('listitem')).toHaveLength(1);
  });

  it('in a second tab does not overwrite silently', async () => {
    const first = carlas();
    await changeWarehouse(first, 'LYS-4');
    const firstSave = screen.getByRole('button', { name: 'Save changes' });
    const second = renderWidget({ user: 'carla', sameAs: first });
    const tab = within(second.container);
    await second.user.click(await tab.findByRole('button', { name: /^Edit settings/ }));
    const field = await tab.findByLabelText(/Warehouse code/);
    await second.user.clear(field);
    await second.user.type(field, 'LYS-7');
    await second.user.click(tab.getByRole('button', { name: 'Review changes' }));
    await second.user.click(await tab.findByRole('button', { name: 'Save changes' }));
    await tab.findByText('Your changes are saved.');
    await first.user.click(firstSave);
    expect(
      await within(first.container).findByRole('heading', { name: 'Changed elsewhere meanwhile' }),
    ).toBeVisible();
    expect(stored(first)).toMatchObject({ warehouseCode: 'LYS-7' });
  });

  it('that ended it closes the form with a clear line and a fresh list', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    widget.platform.data.activations = [];
    await press(widget, 'Save changes');
    expect(await screen.findByText(/was ended elsewhere meanwhile/)).toBeVisible();
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(screen.getByText('Nothing is active.')).toBeVisible();
  });
});
