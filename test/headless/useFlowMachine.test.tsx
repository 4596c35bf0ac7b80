import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fillIn, renderChanging } from '../support/changingDefinition.js';
import { press } from '../support/editing.js';

it('says that the integration is on, whatever becomes of its definition', async () => {
  const widget = renderChanging('amelia');
  await fillIn(widget);
  await press(widget, 'Continue');
  await press(widget, 'Turn on Shopify orders');
  await screen.findByRole('heading', { name: 'Shopify orders is on' });
  await widget.addSetting('colour', { type: 'string', title: 'Colour' });
  expect(screen.getByRole('heading', { name: 'Shopify orders is on' })).toBeVisible();
});
