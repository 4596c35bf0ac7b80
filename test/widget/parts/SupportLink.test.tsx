import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createEmulator, type OperationName } from '../../../src/emulator.js';
import { renderWidget } from '../../support/renderWidget.js';

const supportUrl = 'https://fernway.example/help';

describe('the way to support', () => {
  it('is a link where the host gives its address', async () => {
    renderWidget({ integration: 'xeroInvoices', props: { supportUrl } });
    const link = await screen.findByRole('link', { name: 'Contact support' });
    expect(link).toHaveAttribute('href', supportUrl);
  });

  it('stands beside "Try again" where something could not be loaded', async () => {
    const platform = createEmulator();
    const operation: OperationName = 'ListUserActivations';
    platform.faults.add({ operation, fault: { kind: 'status', status: 500 }, times: Infinity });
    renderWidget({ platform, integration: 'slackAlerts', props: { supportUrl } });
    expect(await screen.findByRole('link', { name: 'Contact support' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('is no link without an address, nor where nothing is wrong on our side', async () => {
    renderWidget({ integration: 'xeroInvoices' });
    expect(await screen.findByText(/Contact support/)).toBeVisible();
    renderWidget({ integration: 'hubspotContacts', props: { supportUrl } });
    expect(await screen.findByText(/isn't available/)).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
