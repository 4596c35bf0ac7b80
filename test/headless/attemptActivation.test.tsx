import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { exampleIds, type StoredActivation } from '../../src/emulator.js';
import {
  BackendError,
  OnboardingProvider,
  useConnections,
  useOnboardingFlow,
  type Backend,
  type FlowState,
  type ProblemCode,
} from '../../src/headless.js';
import { shopifyActivation } from '../support/shopifyActivation.js';
import { createPage, type Page } from '../support/renderWidget.js';

const environmentId = exampleIds.environments.slackAlerts;
const connectionTemplateId = exampleIds.templates.slackAlerts.slack;

/** A page whose user has chosen an account and can activate, beside others if the host allows it. */
async function openFlow(toBackend: (page: Page) => Backend = ({ backend }) => backend) {
  const page = createPage({ integration: 'slackAlerts' });
  const backend = toBackend(page);
  const { result } = renderHook(
    () => ({
      flow: useOnboardingFlow({ environmentId, allowMultiple: true }),
      list: useConnections({ environmentId, connectionTemplateId }),
    }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <OnboardingProvider backend={backend}>{children}</OnboardingProvider>
      ),
    },
  );
  await waitFor(() => {
    expect([result.current.flow.status, result.current.list.status]).toEqual(['ready', 'ready']);
  });
  const { flow, list } = result.current;
  if (flow.status !== 'ready' || list.status !== 'ready') throw new Error('The flow is not open.');
  const [connection] = list.connections;
  if (connection === undefined) throw new Error('There is no account.');
  act(() => flow.actions.chooseConnection(connectionTemplateId, connection));
  const reach = (status: FlowState['submission']['status']): Promise<void> =>
    waitFor(() => expect(flow.store.getState().submission.status).toBe(status));
  return { ...page, ...flow, reach };
}

/** One that Amelia has in the environment already. */
function heldActivation(number: number): StoredActivation {
  const existingConnectionId = exampleIds.connections.ameliaSlack;
  const connections = [{ connectionTemplateId, existingConnectionId }];
  return { ...shopifyActivation({ number, variables: {} }), environmentId, connections };
}

describe('a press on Activate', () => {
  it('sends nothing where another window was first, even where the user may hold several', async () => {
    const { actions, store, reach, backend, network } = await openFlow();
    const [connection] = store.getState().choices.values();
    await backend.activate(
      {
        environmentId,
        connections: [{ connectionTemplateId, existingConnectionId: connection?.id ?? '' }],
        dynamicVariables: {},
      },
      { idempotencyKey: crypto.randomUUID(), signal: new AbortController().signal },
    );
    act(() => actions.activate());
    await reach('refused');
    expect(store.getState().submission).toMatchObject({ refusal: { code: 'activatedElsewhere' } });
    expect(network.requests.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  it.each([
    ['before the press', [1, 2]],
    ['after it', [3]],
  ])('takes none for its own where the list was incomplete %s', async (_when, cutReads) => {
    let reads = 0;
    const { actions, store, reach, network } = await openFlow(({ backend, platform }) => {
      platform.data.activations.push(heldActivation(1), heldActivation(2));
      return {
        ...backend,
        // All but the oldest: where it is listed later, it is no new one.
        async listActivations(input, options) {
          const list = await backend.listActivations(input, options);
          reads += 1;
          if (!cutReads.includes(reads)) return list;
          return Object.assign(list.slice(1), { incomplete: true as const });
        },
      };
    });
    network.breakNext(/^POST/, 'before');
    act(() => actions.activate());
    await reach('unknown');
    expect(store.getState().submission).toMatchObject({ couldLook: false });
  });

  it.each<[ProblemCode, string, number]>([
    ['rateLimited', 'the same key, as the same intent', 1],
    ['unavailable', 'the same key, as the same intent', 1],
    ['invalid', 'another key, as another intent', 2],
  ])('after %s sends %s', async (code, _what, count) => {
    const keys: string[] = [];
    const { actions, reach } = await openFlow(({ backend }) => ({
      ...backend,
      activate(input, options) {
        keys.push(options.idempotencyKey);
        if (keys.length > 1) return backend.activate(input, options);
        return Promise.reject(new BackendError({ code, status: 400, message: '' }));
      },
    }));
    act(() => actions.activate());
    await reach('refused');
    act(() => actions.activate());
    await reach('done');
    expect(new Set(keys).size).toBe(count);
  });
});
