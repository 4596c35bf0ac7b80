import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import {
  ActivationList,
  type Backend,
  IntegrationHub,
  OnboardingFlow,
  OnboardingProvider,
  OnboardingWidget,
} from '../../../src/index.js';
import { createPage } from '../../support/renderWidget.js';

const environmentId = exampleIds.environments.shopifyOrders;
const toUser = (userKey: 'amelia' | 'carla'): { userKey: string; backend: Backend } => ({
  userKey,
  backend: createPage({ user: userKey }).backend,
});
const [amelia, carla] = [toUser('amelia'), toUser('carla')];

describe('another user', () => {
  it('sees what is on for them, not the flow of the one before', async () => {
    const { rerender } = render(<OnboardingWidget environmentId={environmentId} {...amelia} />);
    await screen.findByRole('heading', { name: 'Choose your Shopify account' });
    rerender(<OnboardingWidget environmentId={environmentId} {...carla} />);
    expect(await screen.findByRole('article', { name: 'Shopify orders' })).toBeVisible();
    rerender(<OnboardingWidget environmentId={environmentId} {...amelia} />);
    expect(
      await screen.findByRole('heading', { name: 'Choose your Shopify account' }),
    ).toBeVisible();
  });

  it('is not offered the flow that the one before was', async () => {
    const { rerender } = render(<OnboardingFlow environmentId={environmentId} {...amelia} />);
    await screen.findByRole('heading', { name: 'Choose your Shopify account' });
    rerender(<OnboardingFlow environmentId={environmentId} {...carla} />);
    expect(await screen.findByText('Shopify orders is already on.')).toBeVisible();
  });

  it('finds no settings open that the one before has typed', async () => {
    const { rerender } = render(<ActivationList environmentId={environmentId} {...amelia} />);
    await screen.findByRole('heading', { name: /Shopify orders/ });
    rerender(<ActivationList environmentId={environmentId} {...carla} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Edit settings/ }));
    await userEvent.type(await screen.findByLabelText(/Warehouse code/), '-X');
    rerender(<ActivationList environmentId={environmentId} {...amelia} />);
    await screen.findByRole('heading', { name: /Shopify orders/ });
    expect(screen.queryByLabelText(/Warehouse code/)).not.toBeInTheDocument();
  });

  it('of a provider for the whole page does not, either', async () => {
    const page = (user: typeof amelia): ReactNode => (
      <OnboardingProvider {...user}>
        <ActivationList environmentId={environmentId} />
      </OnboardingProvider>
    );
    const { rerender } = render(page(amelia));
    await screen.findByRole('heading', { name: /Shopify orders/ });
    rerender(page(carla));
    await userEvent.click(await screen.findByRole('button', { name: /^Edit settings/ }));
    await screen.findByLabelText(/Warehouse code/);
    rerender(page(amelia));
    await screen.findByRole('heading', { name: /Shopify orders/ });
    expect(screen.queryByLabelText(/Warehouse code/)).not.toBeInTheDocument();
  });

  it('begins with the cards of the hub', async () => {
    const { rerender } = render(<IntegrationHub {...carla} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Shopify orders' }));
    await screen.findByRole('button', { name: 'All integrations' });
    rerender(<IntegrationHub {...amelia} />);
    expect(await screen.findByRole('button', { name: 'Shopify orders' })).toBeVisible();
  });
});
