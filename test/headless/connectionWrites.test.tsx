import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import {
  BackendError,
  OnboardingProvider,
  useConnections,
  useCreateConnection,
  useReconnectConnection,
  useRemoveConnection,
  type Backend,
  type Connection,
  type OnboardingEvent,
} from '../../src/headless.js';
import { createPage } from '../support/renderWidget.js';

const place = {
  environmentId: exampleIds.environments.slackAlerts,
  connectionTemplateId: exampleIds.templates.slackAlerts.slack,
};
const secret = 'correct-horse';
const input = {
  ...place,
  name: 'Slack',
  credentials: [{ kind: 'apiKey' as const, value: secret }],
};
const made: Connection = {
  id: 'new-one',
  name: 'Slack k7p2x',
  authTypes: ['api-key'],
  health: { status: 'unchecked' },
};

/** The hooks on a host's own port, whose writes do what the test says. */
function renderWrites(port: Partial<Backend>) {
  const { backend, storage } = createPage({ integration: 'slackAlerts' });
  const {
    createConnection: _,
    reconnectConnection: __,
    removeConnection: ___,
    ...others
  } = backend;
  // What the platform would show instead stays on its way.
  let isHeld = false;
  const listConnections: Backend['listConnections'] = (asked, options) =>
    isHeld ? new Promise(() => {}) : backend.listConnections(asked, options);
  const reads = { ...others, listConnections };
  const queryClient = new QueryClient();
  const events: OnboardingEvent[] = [];
  const hook = renderHook(
    () => ({
      list: useConnections(place),
      create: useCreateConnection(),
      reconnect: useReconnectConnection(),
      remove: useRemoveConnection(),
    }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <OnboardingProvider
          backend={{ ...reads, ...port }}
          queryClient={queryClient}
          draftStorage={storage}
          onEvent={(event) => events.push(event)}
        >
          {children}
        </OnboardingProvider>
      ),
    },
  );
  const listed = (): readonly string[] => {
    const { list } = hook.result.current;
    return list.status === 'ready' ? list.connections.map(({ name }) => name) : [];
  };
  const findListed = async (): Promise<readonly string[]> => {
    await waitFor(() => expect(listed()).not.toEqual([]));
    isHeld = true;
    return listed();
  };
  return { ...hook, queryClient, events, listed, findListed };
}

type Outcome = Connection | BackendError;

/** Answers with one outcome after the other, and notes under which key each was asked for. */
function createScript(...outcomes: readonly Outcome[]) {
  const keys: string[] = [];
  const createConnection: NonNullable<Backend['createConnection']> = async (_input, options) => {
    const outcome = outcomes[keys.length];
    keys.push(options.idempotencyKey);
    if (outcome === undefined) throw new Error('The script has ended.');
    if (outcome instanceof BackendError) throw outcome;
    return outcome;
  };
  return { keys, createConnection };
}

const lost = new BackendError({ code: 'offline', message: 'No answer.' });
const refused = new BackendError({ code: 'invalid', status: 422, message: `Bad: ${secret}` });

describe('a new connection', () => {
  it('stands in the list at once, and the event names it without a secret', async () => {
    const { createConnection } = createScript(made);
    const { result, events, listed, findListed } = renderWrites({ createConnection });
    await findListed();
    await act(async () => void (await result.current.create?.createConnection(input)));
    await waitFor(() => expect(listed()).toContain('Slack k7p2x'));
    expect(events).toContainEqual({ type: 'connectionCreated', ...place, connectionId: 'new-one' });
  });

  it('is asked for under the same key after a lost answer, so that it is made once', async () => {
    const { keys, createConnection } = createScript(lost, made, made);
    const { result } = renderWrites({ createConnection });
    const create = async () => result.current.create?.createConnection(input);
    await act(async () => expect(await create().catch(() => 'lost')).toBe('lost'));
    expect(result.current.create?.error?.code).toBe('offline');
    await act(create);
    expect(keys[1]).toBe(keys[0]);
    await act(create);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('is another intent, with another key, once it was refused or typed anew', async () => {
    const { keys, createConnection } = createScript(refused, lost, made);
    const { result } = renderWrites({ createConnection });
    const create = async (name: string) =>
      result.current.create?.createConnection({ ...input, name }).catch(() => undefined);
    await act(() => create('Slack'));
    await act(() => create('Slack'));
    await act(() => create('Slack 2'));
    expect(new Set(keys).size).toBe(3);
  });

  it('leaves no secret in a cache or an event, whatever comes of it', async () => {
    const { createConnection } = createScript(refused, lost, made);
    const { result, queryClient, events } = renderWrites({ createConnection });
    const create = async () =>
      result.current.create?.createConnection(input).catch(() => undefined);
    for (const _ of ['refused', 'lost', 'made']) {
      await act(create);
      const cached = [
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ state }) => state),
        queryClient
          .getMutationCache()
          .getAll()
          .map(({ state }) => state),
      ];
      expect(JSON.stringify([cached, events])).not.toContain(secret);
    }
  });
});

it('signing in again keeps the connection where it stands', async () => {
  const { result, listed, findListed, events } = renderWrites({
    reconnectConnection: async ({ connectionId }) => ({ ...made, id: connectionId }),
  });
  const before = await findListed();
  const connectionId = exampleIds.connections.ameliaSlack;
  await act(
    async () =>
      void (await result.current.reconnect?.reconnectConnection({ ...input, connectionId })),
  );
  await waitFor(() => expect(listed()).toContain('Slack k7p2x'));
  expect(listed()).toHaveLength(before.length);
  expect(events).toContainEqual({ type: 'connectionReconnected', ...place, connectionId });
});

describe('removing a connection', () => {
  const connectionId = exampleIds.connections.ameliaSlack;

  it.each([
    ['is done', undefined],
    ['was done before', new BackendError({ code: 'notFound', status: 404, message: 'Gone.' })],
  ])('takes it out of the list where it %s', async (_what, failure) => {
    const { result, listed, findListed } = renderWrites({
      removeConnection: async () => {
        if (failure !== undefined) throw failure;
      },
    });
    const before = await findListed();
    await act(async () => result.current.remove?.removeConnection({ ...place, connectionId }));
    await waitFor(() => expect(listed()).toHaveLength(before.length - 1));
  });

  it('is refused with the names of what uses it', async () => {
    const used = new BackendError({ code: 'conflict', message: '', usedBy: ['Slack alerts'] });
    const { result, listed, findListed } = renderWrites({
      removeConnection: () => Promise.reject(used),
    });
    await findListed();
    await act(async () => {
      await result.current.remove?.removeConnection({ ...place, connectionId }).catch(() => {});
    });
    await waitFor(() => expect(result.current.remove?.error?.usedBy).toEqual(['Slack alerts']));
    expect(listed()).not.toEqual([]);
  });
});

it('a backend without these methods offers none of them', () => {
  const { create, reconnect, remove } = renderWrites({}).result.current;
  expect([create, reconnect, remove]).toEqual([null, null, null]);
});
