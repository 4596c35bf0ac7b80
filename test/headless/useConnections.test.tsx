import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import {
  OnboardingProvider,
  useConnections,
  type Backend,
  type Connection,
} from '../../src/headless.js';
import { createPage } from '../support/renderWidget.js';

function account(id: string, name = id): Connection {
  return { id, name, authTypes: [], health: { status: 'ok' } };
}

/** A host's own port: two pages, between which an account was made and another renamed. */
function createPort(pending: Promise<never>): Backend {
  return {
    ...createPage().backend,
    listConnections: ({ connectionTemplateId, after }) => {
      if (connectionTemplateId !== 'shop') return pending;
      return Promise.resolve(
        after === undefined
          ? { items: [account('a'), account('b')], next: 'second' }
          : { items: [account('b', 'renamed'), account('c')] },
      );
    },
  };
}

function renderConnections() {
  const backend = createPort(new Promise(() => undefined));
  return renderHook(
    ({ connectionTemplateId }) => useConnections({ environmentId: 'e', connectionTemplateId }),
    {
      initialProps: { connectionTemplateId: 'shop' },
      wrapper: ({ children }: { children: ReactNode }) => (
        <OnboardingProvider backend={backend}>{children}</OnboardingProvider>
      ),
    },
  );
}

describe('the connections of a template', () => {
  it('show each connection once, as it was read last, though two pages hold it', async () => {
    const { result } = renderConnections();
    await waitFor(() => expect(result.current.status).toBe('ready'));
    act(() => {
      if (result.current.status === 'ready') result.current.loadMore();
    });
    await waitFor(() => expect(result.current).toMatchObject({ hasMore: false }));
    expect(result.current).toMatchObject({
      connections: [account('a'), account('b', 'renamed'), account('c')],
    });
  });

  it('are never those of another template, not even while the own ones are read', async () => {
    const { result, rerender } = renderConnections();
    await waitFor(() => expect(result.current.status).toBe('ready'));
    rerender({ connectionTemplateId: 'books' });
    expect(result.current.status).toBe('loading');
  });
});
