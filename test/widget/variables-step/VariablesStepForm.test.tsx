import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderChanging } from '../../support/changingDefinition.js';
import { press } from '../../support/editing.js';

describe('the settings of a flow', () => {
  it('keep what was typed where the integration asks for one more', async () => {
    const widget = renderChanging('amelia');
    for (const account of ['Chen & Co – EU store', 'Chen & Co – NetSuite']) {
      const [row] = await screen.findAllByRole('radio', { name: account });
      await widget.user.click(row ?? document.body);
      await press(widget, 'Continue');
    }
    await widget.user.type(await screen.findByLabelText(/Warehouse code/), 'LDN-2');
    await widget.user.type(screen.getByLabelText(/^webhook secret/i), 'correct horse');
    await widget.addSetting('colour', { type: 'string', title: 'Colour' });
    expect(await screen.findByLabelText('Colour')).toBeVisible();
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LDN-2');
    expect(screen.getByLabelText(/^webhook secret/i)).toHaveValue('correct horse');
  });
});
