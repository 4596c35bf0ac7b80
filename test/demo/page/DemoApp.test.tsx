import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { DemoApp } from '../../../src/demo/page/DemoApp.js';

/** The page with its backend inside, as static files have it. */
function open(search: string) {
  window.history.replaceState(null, '', `/${search}`);
  return { user: userEvent.setup(), ...render(<DemoApp />) };
}

afterEach(() => window.history.replaceState(null, '', '/'));

describe('the demo', () => {
  it('begins with what it is for, and follows the product that is chosen', async () => {
    const { user } = open('');
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Integrations your users/ }),
    ).toBeVisible();
    await screen.findByRole('heading', { name: 'Choose your Shopify account' });
    await user.click(screen.getByRole('radio', { name: 'Bloom' }));
    expect(window.location.search).toBe('?page=landing&brand=bloom');
    expect(document.documentElement.dataset['brand']).toBe('bloom');
  });

  it('shows beside the settings page what the host wrote, and what it is told', async () => {
    const { user } = open('?page=settings&integration=slackAlerts&rows=host');
    await screen.findByRole('heading', { name: /Slack account/ });
    const tools = screen.getByRole('region', { name: 'Tools' });
    await user.click(within(tools).getByRole('button', { name: 'Code' }));
    expect(tools).toHaveTextContent('renderConnection={renderConnection}');
    await user.click(within(tools).getByRole('button', { name: 'Behaviour' }));
    await user.selectOptions(within(tools).getByLabelText('Shows'), 'All, in the page');
    await screen.findByRole('heading', { level: 1, name: 'Integrations' });
    await user.click(within(tools).getByRole('button', { name: 'Events' }));
    expect(tools).toHaveTextContent('flowStarted');
  });

  it('connects an account the product’s own way', async () => {
    const { user } = open('?page=settings&connect=host');
    await user.click(await screen.findByRole('button', { name: 'Connect another account' }));
    await user.click(await screen.findByRole('button', { name: 'Connect', hidden: true }));
    expect(await screen.findByRole('radio', { name: /^Connected at Fernway/ })).toBeChecked();
  });

  it('finds a state by its words', async () => {
    const { user } = open('?stories');
    const list = screen.getByRole('navigation', { name: 'Component states' });
    await user.type(within(list).getByRole('searchbox'), 'only account');
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(5);
    expect(within(list).getByRole('link', { name: 'The only account' })).toBeVisible();
    await user.type(within(list).getByRole('searchbox'), ' zanzibar');
    expect(within(list).getByRole('status')).toHaveTextContent('No state has these words.');
  });
});
