import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderChanging } from '../../support/changingDefinition.js';
import {
  carlas,
  changeWarehouse,
  open,
  patches,
  press,
  stored,
  type,
} from '../../support/editing.js';
import { recordFocus } from '../../support/recordFocus.js';
import { renderWidget } from '../../support/renderWidget.js';
import { listHeld, shopifyActivation, withActivations } from '../../support/shopifyActivation.js';

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

  it('keeps what was typed where the integration asks for one more', async () => {
    const widget = renderChanging('carla');
    await open(widget);
    await type(widget, /Warehouse code/, 'LYS-4');
    await widget.addSetting('colour', { type: 'string', title: 'Colour' });
    expect(await screen.findByLabelText('Colour')).toBeVisible();
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LYS-4');
  });

  it('saves once, however often the button is pressed', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    const button = screen.getByRole('button', { name: 'Save changes' });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText('Your changes are saved.');
    expect(patches(widget)).toEqual([{ warehouseCode: 'LYS-4' }]);
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
    expect(await screen.findByText('New value, not shown')).toBeVisible();
    expect(document.body).not.toHaveTextContent('a-new-secret');
    await press(widget, 'Save changes');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)?.['webhookSecret']).toBe('a-new-secret');
  });

  it('says that nothing was changed, and asks nothing on leaving', async () => {
    const widget = carlas();
    await open(widget);
    await press(widget, 'Review changes');
    expect(await screen.findByText('Nothing has changed.')).toBeVisible();
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
    expect(screen.getByText(/can change a saved setting but not remove it/)).toBeVisible();
    await widget.user.clear(screen.getByLabelText(/Memo on each order/));
    await press(widget, 'Review changes');
    expect(await screen.findByText(/keep their value.*Memo on each order/)).toBeVisible();
    await press(widget, 'Replace the account');
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
    expect(screen.getByText(/asks for different settings now/)).toBeVisible();
    expect(screen.getByText(/New, and needed.*Orders to send/)).toBeVisible();
    expect(screen.getByText(/No longer used.*mailbox/)).toBeVisible();
    expect(screen.queryByDisplayValue(/orders@chen/)).not.toBeInTheDocument();
    await press(widget, 'Review changes');
    expect(await screen.findByRole('group', { name: /^There/ })).toHaveTextContent(
      'Orders to send',
    );
  });

  it('makes the platform refuse what it left behind: the way out is a replacement', async () => {
    const variables = {
      ...{ warehouseCode: 'LDS-2', orderStatus: 'paid', batchSize: 50 },
      mailbox: 'orders@chen.example',
    };
    const widget = renderWidget({ platform: withActivations(shopifyActivation({ variables })) });
    await changeWarehouse(widget, 'LDS-3');
    await press(widget, 'Save changes');
    expect(await screen.findByText('Nothing you entered is lost.')).toBeVisible();
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LDS-3');
    expect(screen.getByRole('button', { name: 'Replace the account' })).toBeVisible();
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
    const focused = recordFocus();
    await press(widget, 'Save changes');
    await waitFor(() => expect(screen.getByLabelText(/Warehouse code/)).toHaveFocus());
    expect(new Set(focused)).toEqual(new Set([true]));
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LYS-4');
    expect(screen.getAllByText(/This warehouse is closed/).length).toBeGreaterThan(0);
    await type(widget, /Warehouse code/, 'LYS-5');
    await press(widget, 'Review changes');
    await press(widget, 'Save changes');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)?.['warehouseCode']).toBe('LYS-5');
  });

  it.each([
    ['is too busy', { kind: 'rateLimited', retryAfterSeconds: 30 } as const, /Too many requests/],
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
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "couldn't confirm that your changes are saved",
    );
    await press(widget, 'Save changes');
    expect(await screen.findByText('Your changes are saved.')).toBeVisible();
  });
});
