import { render, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import {
  OnboardingProvider,
  useActivations,
  useIntegrations,
  useOnboardingFlow,
  type Backend,
  type OnboardingEvent,
} from '../../src/headless.js';
import { createMemoryStorage } from '../../src/headless/drafts.js';
import { createPage, renderWidget } from '../support/renderWidget.js';

function withBackend(backend: Backend, onEvent?: (event: OnboardingEvent) => void) {
  return ({ children }: { children: ReactNode }): ReactNode => (
    <OnboardingProvider backend={backend} {...(onEvent && { onEvent })}>
      {children}
    </OnboardingProvider>
  );
}

describe('a hook', () => {
  it('outside of the provider says which one, and what to do', () => {
    expect(() => renderHook(() => useActivations('e'))).toThrow(
      /useActivations\(\) was called outside <OnboardingProvider>/,
    );
  });

  it('reads every integration of the host', async () => {
    const { backend } = createPage();
    const { result } = renderHook(() => useIntegrations(), { wrapper: withBackend(backend) });
    await waitFor(() => expect(result.current.status).toBe('ready'));
    const names =
      result.current.status === 'ready' ? result.current.integrations.map(({ name }) => name) : [];
    expect(names).toContain('Slack alerts');
  });

  it('of the flow says why there is none where the integration is paused', async () => {
    const { backend } = createPage();
    const environmentId = exampleIds.environments.hubspotContacts;
    const { result } = renderHook(() => useOnboardingFlow({ environmentId }), {
      wrapper: withBackend(backend),
    });
    await waitFor(() => expect(result.current.status).toBe('unavailable'));
  });
});

describe('the provider', () => {
  it('without a backend says what to pass', () => {
    const props = { backend: undefined } as unknown as { backend: Backend };
    const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
      <OnboardingProvider {...props}>{children}</OnboardingProvider>
    );
    expect(() => renderHook(() => useActivations('e'), { wrapper })).toThrow(
      /OnboardingProvider: backend is missing/,
    );
  });

  it('takes a host’s own port, and whatever it throws', async () => {
    const { backend } = createPage();
    const broken: Backend = {
      ...backend,
      listIntegrations: () => Promise.reject(new RangeError('out of cheese')),
    };
    const events: OnboardingEvent[] = [];
    const { result } = renderHook(() => useIntegrations(), {
      wrapper: withBackend(broken, (event) => events.push(event)),
    });
    await waitFor(() => expect(result.current.status).toBe('error'));
    expect(result.current).toMatchObject({ error: { code: 'unknown', message: 'out of cheese' } });
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['error']));
  });
});

describe('drafts in the page’s storage', () => {
  it('are gone once another user is signed in, and stay where nobody is for a moment', () => {
    const storage = createMemoryStorage();
    const { backend } = createPage();
    const renderFor = (userKey?: string): ReactNode => (
      <OnboardingProvider
        backend={backend}
        draftStorage={storage}
        {...(userKey !== undefined && { userKey })}
      />
    );
    const page = render(renderFor('amelia'));
    const key = 'react-versori-onboarding:drafts:user:amelia';
    storage.setItem(key, '{"e":"typed by Amelia"}');
    page.rerender(renderFor());
    expect(storage.getItem(key)).not.toBeNull();
    page.rerender(renderFor('bashir'));
    expect(storage.getItem(key)).toBeNull();
  });
});

describe('the events of a flow', () => {
  it('tell the story in order, and each callback hears its own', async () => {
    const events: OnboardingEvent[] = [];
    const activated: string[] = [];
    const widget = renderWidget({
      integration: 'slackAlerts',
      props: {
        onEvent: (event) => events.push(event),
        onActivated: ({ environmentId }) => activated.push(environmentId),
      },
    });
    expect(await screen.findByRole('radio')).toBeChecked();
    await widget.user.click(screen.getByRole('button', { name: 'Continue' }));
    await widget.user.click(screen.getByRole('button', { name: 'Turn on Slack alerts' }));
    await screen.findByRole('heading', { name: 'Slack alerts is on' });
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type !== 'flowStarted' && type !== 'stepViewed')).toEqual([
      'connectionChosen',
      'activationRequested',
      'activated',
    ]);
    expect(types[0]).toBe('flowStarted');
    expect(activated).toEqual([exampleIds.environments.slackAlerts]);
  });

  it('do not break the flow when a callback throws', async () => {
    const uncaught: unknown[] = [];
    const listen = (error: unknown): void => void uncaught.push(error);
    process.on('uncaughtException', listen);
    const widget = renderWidget({
      integration: 'slackAlerts',
      props: {
        onActivated: () => {
          throw new Error('the host’s own mistake');
        },
      },
    });
    expect(await screen.findByRole('radio')).toBeChecked();
    await widget.user.click(screen.getByRole('button', { name: 'Continue' }));
    await widget.user.click(screen.getByRole('button', { name: 'Turn on Slack alerts' }));
    await screen.findByRole('heading', { name: 'Slack alerts is on' });
    process.off('uncaughtException', listen);
    expect(String(uncaught[0])).toContain('the host’s own mistake');
  });
});
