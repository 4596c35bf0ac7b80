import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fillIn, renderChanging } from '../../support/changingDefinition.js';

describe('the settings of a flow', () => {
  it('keep what was typed where the integration asks for one more', async () => {
    const widget = renderChanging('amelia');
    await fillIn(widget);
    await widget.addSetting('colour', { type: 'string', title: 'Colour' });
    expect(await screen.findByLabelText('Colour')).toBeVisible();
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LDN-2');
    expect(screen.getByLabelText(/^webhook secret/i)).toHaveValue('correct horse');
  });
});
