import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderChanging } from '../support/changingDefinition.js';
import { press } from '../support/editing.js';

it('says that the integration is on, whatever becomes of its definition', async () => {
  const widget = renderChanging('amelia');
  for (const account of ['Chen & Co – EU store', 'Chen & Co – NetSuite']) {
    const [row] = await screen.findAllByRole('radio', { name: account });
    await widget.user.click(row ?? document.body);
    await press(widget, 'Continue');
  }
  await widget.user.type(await screen.findByLabelText(/Warehouse code/), 'LDN-2');
  await widget.user.type(screen.getByLabelText(/^webhook secret/i), 'correct horse');
  await press(widget, 'Continue');
  await press(widget, 'Turn on Shopify orders');
  await screen.findByRole('heading', { name: 'Shopify orders is on' });
  await widget.addSetting('colour', { type: 'string', title: 'Colour' });
  expect(screen.getByRole('heading', { name: 'Shopify orders is on' })).toBeVisible();
});
