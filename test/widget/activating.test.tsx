import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { renderWidget, type RenderedWidget } from '../support/renderWidget.js';

const slack = exampleIds.environments.slackAlerts;

/** The activations that the platform holds for Amelia in an environment. */
function held({ platform }: RenderedWidget, environmentId: string) {
  const { id } = exampleIds.users.amelia;
  return platform.data.activations.filter(
    (activation) => activation.userId === id && activation.environmentId === environmentId,
  );
}

async function openReview(widget: RenderedWidget): Promise<void> {
  expect(await screen.findByRole('radio')).toBeChecked();
  await widget.user.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByRole('heading', { name: 'Review and turn on' });
}

/** What has the focus in the microtask after a heading of that text came into the page. */
function watchFocus(heading: string): readonly (string | null)[] {
  const focused: (string | null)[] = [];
  const observer = new MutationObserver(() => {
    const isThere = [...document.querySelectorAll('h2, h3')].some(
      (each) => each.textContent === heading,
    );
    if (!isThere) return;
    observer.disconnect();
    focused.push(document.activeElement?.textContent ?? null);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return focused;
}

const press = (widget: RenderedWidget, name: string) =>
  widget.user.click(screen.getByRole('button', { name }));

describe('activating an integration with one account and no settings', () => {
  it('takes the only account beforehand, and shows what is active', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    expect(screen.getByRole('heading', { name: 'Review and turn on' })).toHaveFocus();
    await press(widget, 'Turn on Slack alerts');
    expect(await screen.findByRole('heading', { name: 'Slack alerts is on' })).toHaveFocus();
    expect(screen.queryByRole('heading', { name: 'Turn on Slack alerts' })).toBeNull();
    expect(held(widget, slack)).toHaveLength(1);
    await press(widget, 'View Slack alerts');
    expect(await screen.findByRole('heading', { name: 'Active' })).toHaveFocus();
    expect(within(screen.getByRole('article')).getByText('On')).toBeVisible();
  });

  it('moves the focus at the very moment in which a screen appears', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    const focused = watchFocus('Slack alerts is on');
    await press(widget, 'Turn on Slack alerts');
    await screen.findByRole('heading', { name: 'Slack alerts is on' });
    expect(focused).toEqual(['Slack alerts is on']);
  });

  it('activates once, however often the button is pressed', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    await widget.user.dblClick(screen.getByRole('button', { name: 'Turn on Slack alerts' }));
    await screen.findByRole('heading', { name: 'Slack alerts is on' });
    expect(held(widget, slack)).toHaveLength(1);
    expect(widget.network.requests.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  // StrictMode mounts twice, which cancels the first requests and sends them again.
  it.skipIf(process.env['STRICT_MODE'] === 'on')('asks for nothing twice on the way', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    const base = `/api/onboarding/integrations/${slack}`;
    const template = exampleIds.templates.slackAlerts.slack;
    expect(widget.network.requests.toSorted()).toEqual([
      `GET ${base}`,
      `GET ${base}/activations`,
      `GET ${base}/templates/${template}/connections`,
    ]);
  });
});

describe('an answer that is lost', () => {
  it('after the activation was made is found in the list, and nothing is sent again', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    widget.network.breakNext(/^POST/, 'after');
    await press(widget, 'Turn on Slack alerts');
    await screen.findByRole('heading', { name: 'Slack alerts is on' });
    expect(held(widget, slack)).toHaveLength(1);
    expect(widget.network.requests.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  it('before the activation was made leads to a new attempt only when the user presses', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    widget.network.breakNext(/^POST/, 'before');
    await press(widget, 'Turn on Slack alerts');
    const heading = /We couldn't confirm that Slack alerts is on/;
    expect(await screen.findByRole('heading', { name: heading })).toHaveFocus();
    expect(held(widget, slack)).toHaveLength(0);
    await press(widget, 'Turn on again');
    await screen.findByRole('heading', { name: 'Slack alerts is on' });
    expect(held(widget, slack)).toHaveLength(1);
  });

  it('says so while it checks, and again when the list cannot be read either', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    widget.network.breakNext(/^POST/, 'before');
    const release = widget.network.holdNext(/^GET .*activations$/, 1);
    await press(widget, 'Turn on Slack alerts');
    await screen.findByRole('heading', { name: 'Checking whether Slack alerts is on' });
    widget.network.breakNext(/^GET .*activations$/, 'before');
    release();
    await screen.findByRole('heading', { name: /couldn't confirm/ });
    await press(widget, 'Check again');
    await screen.findByRole('heading', { name: /couldn't confirm/ });
    await press(widget, 'Back to review');
    expect(await screen.findByRole('button', { name: 'Turn on Slack alerts' })).toBeEnabled();
  });

  it('that a reload hides is checked when the page comes back', async () => {
    const widget = renderWidget({ integration: 'slackAlerts', props: { allowMultiple: true } });
    await openReview(widget);
    widget.network.holdNext(/^POST/);
    await press(widget, 'Turn on Slack alerts');
    await screen.findByText('Turning on…');
    widget.unmount();
    renderWidget({ integration: 'slackAlerts', props: { allowMultiple: true }, sameAs: widget });
    expect(await screen.findByRole('heading', { name: /couldn't confirm/ })).toBeVisible();
    expect(held(widget, slack)).toHaveLength(0);
  });
});

describe('a refusal', () => {
  it('of a busy platform keeps everything and can be tried again with the same intent', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    widget.platform.faults.add({
      operation: 'ActivateUser',
      fault: { kind: 'rateLimited', retryAfterSeconds: 30 },
      times: Infinity,
    });
    await press(widget, 'Turn on Slack alerts');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Too many requests/);
    widget.platform.faults.clear();
    await press(widget, 'Turn on Slack alerts');
    await screen.findByRole('heading', { name: 'Slack alerts is on' });
    expect(held(widget, slack)).toHaveLength(1);
  });

  it('of an account that has gone leads back to it and says so', async () => {
    const widget = renderWidget({ integration: 'slackAlerts' });
    await openReview(widget);
    const { connections } = widget.platform.data;
    const index = connections.findIndex(({ id }) => id === exampleIds.connections.ameliaSlack);
    connections.splice(index, 1);
    await press(widget, 'Turn on Slack alerts');
    // The refusal, until the list of accounts tells which of them it is.
    expect(await screen.findByText('This account is no longer available')).toBeVisible();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.getByRole('heading', { name: 'Connect your Slack account' })).toBeVisible();
    expect(held(widget, slack)).toEqual([]);
  });
});

it('says that another window was first, and sends nothing', async () => {
  const first = renderWidget({ integration: 'slackAlerts' });
  await openReview(first);
  first.unmount();
  const second = renderWidget({ integration: 'slackAlerts', sameAs: first });
  await screen.findByRole('button', { name: 'Turn on Slack alerts' });
  const answer = await first.host.send(`/integrations/${slack}/activations`, {
    method: 'POST',
    headers: { 'Idempotency-Key': '2f0c0a0e-6f55-4f0e-9a55-0d6f0e1d8a01' },
    body: {
      connections: [
        {
          connectionTemplateId: exampleIds.templates.slackAlerts.slack,
          existingConnectionId: exampleIds.connections.ameliaSlack,
        },
      ],
      dynamicVariables: {},
    },
  });
  expect(answer.status).toBe(201);
  await press(second, 'Turn on Slack alerts');
  expect(await screen.findByRole('alert')).toHaveTextContent('turned on in another window');
  await press(second, 'Turn on Slack alerts');
  expect(await screen.findByRole('alert')).toHaveTextContent('turned on in another window');
  expect(held(second, slack)).toHaveLength(1);
  await press(second, 'View Slack alerts');
  expect(await screen.findByRole('heading', { name: 'Active' })).toBeVisible();
});

it('takes back the choice of an account that the platform refuses, and marks its row', async () => {
  const widget = renderWidget({ integration: 'slackAlerts' });
  const field = 'connections[0].existingConnectionId';
  widget.platform.faults.add({
    operation: 'ActivateUser',
    fault: {
      kind: 'status',
      status: 422,
      message: 'no',
      fields: [{ field, message: 'This workspace has removed the app.' }],
    },
  });
  await openReview(widget);
  await press(widget, 'Turn on Slack alerts');
  expect(await screen.findByRole('alert')).toHaveTextContent('This workspace has removed the app.');
  const row = screen.getByRole('radio');
  expect(row).not.toBeChecked();
  expect(row).toBeInvalid();
  expect(row).toHaveAccessibleDescription(/Not accepted/);
  await press(widget, 'Continue');
  expect(row).toHaveFocus();
  expect(row).toHaveAccessibleDescription(/Choose your Slack account to continue/);
  await widget.user.click(row);
  expect(row).toBeChecked();
  expect(row).toBeValid();
  expect(screen.queryByText('Not accepted')).not.toBeInTheDocument();
  await press(widget, 'Continue');
  await press(widget, 'Turn on Slack alerts');
  await screen.findByRole('heading', { name: 'Slack alerts is on' });
  expect(held(widget, slack)).toHaveLength(1);
});
