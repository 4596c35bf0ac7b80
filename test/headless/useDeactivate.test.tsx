import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { toBackendError } from '../../src/backend/backendError.js';
import { exampleIds } from '../../src/emulator.js';
import { OnboardingProvider, useDeactivate, type Backend } from '../../src/headless.js';
import { createPage } from '../support/renderWidget.js';

const input = {
  environmentId: exampleIds.environments.slackAlerts,
  activationId: exampleIds.activations.bashirSlack,
};

it.each([
  ['a whole list no longer shows it', 'ended', {}],
  ['the list leaves some out', 'offline', { incomplete: true as const }],
])('an end whose answer is lost, where %s, counts as %s', async (_what, outcome, members) => {
  const { backend, network } = createPage({ user: 'bashir', integration: 'slackAlerts' });
  const port: Backend = {
    ...backend,
    listActivations: () => Promise.resolve(Object.assign([], members)),
  };
  const { result } = renderHook(useDeactivate, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <OnboardingProvider backend={port}>{children}</OnboardingProvider>
    ),
  });
  network.breakNext(/^DELETE/, 'before');
  const ending = result.current?.deactivate(input).then(
    () => 'ended',
    (error: unknown) => toBackendError(error).code,
  );
  expect(await ending).toBe(outcome);
});
