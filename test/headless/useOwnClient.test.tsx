import { QueryClient } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OnboardingProvider, useIntegrations, type Backend } from '../../src/headless.js';
import { createPage } from '../support/renderWidget.js';

const backend: Backend = {
  ...createPage().backend,
  listIntegrations: () =>
    Promise.resolve([
      {
        environmentId: 'orders',
        name: 'Orders',
        status: 'available',
        activationCount: 0,
        needsAttention: false,
      },
    ]),
};

function IntegrationNames(): ReactNode {
  const list = useIntegrations();
  if (list.status !== 'ready') return <p>{list.status}</p>;
  return list.integrations.map(({ name }) => <p key={name}>{name}</p>);
}

function Page({ queryClient }: { readonly queryClient?: QueryClient }): ReactNode {
  return (
    <OnboardingProvider backend={backend} {...(queryClient && { queryClient })}>
      <IntegrationNames />
    </OnboardingProvider>
  );
}

const settle = (): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(10)));

describe('what the provider has read', () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({
        toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
      }),
  );
  afterEach(() => void vi.useRealTimers());

  it('goes with it: no timer outlives it', async () => {
    const page = render(<Page />);
    await settle();
    expect(screen.getByText('Orders')).toBeVisible();
    page.unmount();
    await settle();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer either where an answer comes after it', async () => {
    let answer: (integrations: []) => void = () => undefined;
    const slow: Backend = {
      ...backend,
      listIntegrations: () => new Promise((resolve) => (answer = resolve)),
    };
    const page = render(
      <OnboardingProvider backend={slow}>
        <IntegrationNames />
      </OnboardingProvider>,
    );
    await settle();
    page.unmount();
    await settle();
    answer([]);
    await settle();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stays in a client of the host', async () => {
    const queryClient = new QueryClient();
    const page = render(<Page queryClient={queryClient} />);
    await settle();
    page.unmount();
    await settle();
    expect(queryClient.getQueryCache().getAll()).toHaveLength(1);
    queryClient.clear();
  });

  it.skipIf(!('Activity' in React))('stays while the host hides the page', async () => {
    const renderPage = (mode: 'visible' | 'hidden'): ReactNode => (
      <React.Activity mode={mode}>
        <Page />
      </React.Activity>
    );
    const page = render(renderPage('visible'));
    await settle();
    page.rerender(renderPage('hidden'));
    await settle();
    page.rerender(renderPage('visible'));
    expect(screen.getByText('Orders')).toBeVisible();
  });
});
