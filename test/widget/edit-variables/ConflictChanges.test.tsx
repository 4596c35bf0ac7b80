import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { carlas, changeWarehouse, press, stored } from '../../support/editing.js';
import { renderWidget, type RenderedWidget } from '../../support/renderWidget.js';

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
    const heading = await screen.findByRole('heading', { name: 'Changed elsewhere' });
    await waitFor(() => expect(heading).toHaveFocus());
    const theirs = screen.getByRole('list', { name: 'Their changes' });
    expect(theirs).toHaveTextContent(/Orders in a batch.*25.*30/);
    expect(stored(widget)).toMatchObject({ warehouseCode: 'LYS-3', batchSize: 30 });
    await press(widget, 'Save my changes too');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)).toMatchObject({ warehouseCode: 'LYS-4', batchSize: 30 });
  });

  it('of the same setting is overwritten only where the user says so', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    await changeElsewhere(widget, { warehouseCode: 'LYS-9' });
    await press(widget, 'Save changes');
    await press(widget, 'Overwrite with my changes');
    await screen.findByText('Your changes are saved.');
    expect(stored(widget)).toMatchObject({ warehouseCode: 'LYS-4' });
  });

  it('can be taken over: the own is discarded and the list shows theirs', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    await changeElsewhere(widget, { warehouseCode: 'LYS-9' });
    await press(widget, 'Save changes');
    await press(widget, 'Discard my changes');
    expect(await screen.findByRole('article')).toHaveTextContent('LYS-9');
    expect(stored(widget)).toMatchObject({ warehouseCode: 'LYS-9' });
  });

  it('can be edited further: the form then holds theirs with the own on top', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    await changeElsewhere(widget, { batchSize: 30 });
    await press(widget, 'Save changes');
    await screen.findByRole('heading', { name: 'Changed elsewhere' });
    await press(widget, 'Back to editing');
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
      await within(first.container).findByRole('heading', { name: 'Changed elsewhere' }),
    ).toBeVisible();
    expect(stored(first)).toMatchObject({ warehouseCode: 'LYS-7' });
  });

  it('that ended it closes the form with a clear line and a fresh list', async () => {
    const widget = carlas();
    await changeWarehouse(widget, 'LYS-4');
    widget.platform.data.activations = [];
    await press(widget, 'Save changes');
    expect(await screen.findByText(/was turned off elsewhere/)).toBeVisible();
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(screen.getByText('Shopify orders is off')).toBeVisible();
  });
});
