import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createEmulator, hostileData } from '../../../src/emulator.js';
import { ar } from '../../../src/messages/ar.js';
import { OnboardingWidget } from '../../../src/index.js';
import { renderWidget } from '../../support/renderWidget.js';

describe('what is active', () => {
  it('is shown with its status, its account and where that lives', async () => {
    renderWidget({ user: 'bashir', integration: 'slackAlerts' });
    const article = await screen.findByRole('article', { name: 'Slack alerts' });
    expect(within(article).getByText('On')).toBeVisible();
    expect(within(article).getByText('slack.com')).toBeVisible();
  });

  it('shows settings in the words of the schema, and never a secret', async () => {
    renderWidget({ user: 'carla', integration: 'shopifyOrders' });
    const article = await screen.findByRole('article', { name: 'Shopify orders' });
    expect(within(article).getByText('Warehouse code')).toBeVisible();
    expect(within(article).getByText('Set, not shown')).toBeVisible();
  });
});

describe('an integration', () => {
  it('that is paused says so, and that there is nothing to do', async () => {
    renderWidget({ integration: 'hubspotContacts' });
    expect(await screen.findByText("HubSpot contacts isn't available right now")).toBeVisible();
  });

  it('that is set up wrongly sends the user to support, and tells the host why', async () => {
    const widget = renderWidget({ integration: 'xeroInvoices' });
    expect(await screen.findByText("Xero invoices can't be turned on")).toBeVisible();
    expect(screen.getByText(/Contact support/)).toBeVisible();
    expect(widget.network.requests.some((call) => call.startsWith('POST'))).toBe(false);
  });
});

describe('a failure to load', () => {
  it('says what to do and loads again', async () => {
    const platform = createEmulator();
    platform.faults.add({
      operation: 'ListUserActivations',
      fault: { kind: 'status', status: 500 },
      times: Infinity,
    });
    const widget = renderWidget({ platform, integration: 'slackAlerts' });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent("We couldn't load this");
    platform.faults.clear();
    await widget.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('radio')).toBeChecked();
  });

  it('of one step leaves the others', async () => {
    const widget = renderWidget({ integration: 'shopifyOrders' });
    const heal = widget.network.breakUntilHealed(/templates/);
    expect(await screen.findByRole('alert')).toHaveTextContent(/can't connect/);
    heal();
    await widget.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('radio')).toHaveLength(2);
  });

  it('because the session has ended says to sign in, and forgets the draft', async () => {
    const widget = renderWidget({ integration: 'shopifyOrders' });
    const [first] = await screen.findAllByRole('radio');
    await widget.user.click(first ?? document.body);
    widget.unmount();
    const key = 'react-versori-onboarding:drafts:user:user-amelia';
    expect(widget.storage.getItem(key)).toContain('choices');
    const nobody = {
      ...widget,
      host: { ...widget.host, handler: async () => new Response('', { status: 401 }) },
    };
    renderWidget({ integration: 'shopifyOrders', sameAs: nobody });
    expect(await screen.findByRole('alert')).toHaveTextContent("You've been signed out");
    expect(widget.storage.getItem(key)).toBeNull();
  });
});

describe('the developer', () => {
  it('who forgets the backend is told by the component', () => {
    expect(() => render(<OnboardingWidget environmentId="e" />)).toThrow(
      /<OnboardingWidget> has no backend/,
    );
  });
});

it('speaks Arabic, from right to left, with its plurals', async () => {
  renderWidget({ props: { locale: 'ar', messages: ar }, integration: 'warehouseSync' });
  expect(await screen.findByRole('heading', { name: /اختر حسابك/ })).toBeVisible();
  expect(document.querySelector('[data-onb-part="root"]')).toHaveAttribute('dir', 'rtl');
});

it('shows hostile data without breaking: one row degrades, no more', async () => {
  const platform = createEmulator({ data: hostileData() });
  renderWidget({ platform, integration: 'shopifyOrders' });
  await screen.findByRole('heading', { name: /Choose your/ });
  expect((await screen.findAllByRole('radio')).length).toBeGreaterThan(1);
  expect(document.querySelector('img, script')).toBeNull();
});
