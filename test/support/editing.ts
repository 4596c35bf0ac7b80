import { screen } from '@testing-library/react';
import { renderWidget, type RenderedWidget } from './renderWidget.js';
import { listHeld } from './shopifyActivation.js';

/** Carla's "Shopify orders". */
export const carlas: () => RenderedWidget = () => renderWidget({ user: 'carla' });

/** Her settings as the platform holds them. */
export const stored = ({ platform }: RenderedWidget): Record<string, unknown> | undefined =>
  listHeld(platform, 'shopifyOrders', 'carla')[0]?.dynamicVariables;

/** Presses a button as soon as it is there. */
export const press = async (widget: RenderedWidget, name: string | RegExp): Promise<void> =>
  widget.user.click(await screen.findByRole('button', { name }));

/** Opens the form of the settings. */
export async function open(widget: RenderedWidget): Promise<void> {
  await press(widget, /^Edit settings/);
  await screen.findByLabelText(/Warehouse code/);
}

/** Types over what a field holds. */
export async function type(widget: RenderedWidget, label: RegExp, text: string): Promise<void> {
  const field = screen.getByLabelText(label, { selector: 'input, textarea, select' });
  await widget.user.clear(field);
  await widget.user.type(field, text);
}

/** Types another warehouse, and goes on to what will change. */
export async function changeWarehouse(widget: RenderedWidget, code: string): Promise<void> {
  await open(widget);
  await type(widget, /Warehouse code/, code);
  await press(widget, 'Review changes');
  await screen.findByRole('heading', { name: 'Review changes' });
}

/** What was sent to the platform. */
export function patches({ platform }: RenderedWidget): unknown[] {
  return platform.requests
    .filter(({ operation }) => operation === 'SetDynamicVariables')
    .map(({ body }) => body);
}
