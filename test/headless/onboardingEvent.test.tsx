import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BackendError } from '../../src/headless.js';
import type { OnboardingEvent } from '../../src/headless.js';
import { toReportedError } from '../../src/headless/onboardingEvent.js';
import { createPage, renderWidget } from '../support/renderWidget.js';

describe('what the host hears of a failure', () => {
  it('is a code and places, and nothing that was said', () => {
    const error = new BackendError({
      code: 'invalid',
      status: 422,
      message: 'hunter2 is too short',
      fields: [{ path: '/dynamicVariables/token', message: 'hunter2 is too short' }],
    });
    expect(toReportedError(error)).toEqual({
      code: 'invalid',
      status: 422,
      paths: ['/dynamicVariables/token'],
      retryAfterSeconds: undefined,
      outcomeUnknown: false,
    });
  });

  it('carries no text of a refusal, though the user reads it', async () => {
    const events: OnboardingEvent[] = [];
    const { backend } = createPage({ integration: 'slackAlerts' });
    const refusal = new BackendError({
      code: 'invalid',
      status: 422,
      message: 'Refused.',
      fields: [{ path: '/elsewhere', message: 'hunter2 is too short' }],
    });
    const widget = renderWidget({
      integration: 'slackAlerts',
      props: {
        backend: { ...backend, activate: () => Promise.reject(refusal) },
        onEvent: (event) => events.push(event),
      },
    });
    expect(await screen.findByRole('radio')).toBeChecked();
    await widget.user.click(screen.getByRole('button', { name: 'Continue' }));
    await widget.user.click(screen.getByRole('button', { name: 'Turn on Slack alerts' }));
    expect(await screen.findByText('hunter2 is too short')).toBeVisible();
    const failures = events.filter((event) => 'error' in event);
    expect(failures.map(({ type }) => type)).toEqual(['error', 'activationRefused']);
    expect(JSON.stringify(events)).not.toContain('hunter2');
  });
});
