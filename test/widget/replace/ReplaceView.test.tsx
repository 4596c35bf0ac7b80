import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import type { OnboardingEvent } from '../../../src/headless/onboardingEvent.js';
import {
  renderWidget,
  type RenderedWidget,
  type RenderOptions,
} from '../../support/renderWidget.js';
import { listHeld, shopifyActivation, withActivations } from '../../support/shopifyActivation.js';

const bashirsSlack = (props: RenderOptions['props'] = {}): RenderedWidget =>
  renderWidget({ user: 'bashir', integration: 'slackAlerts', props });

const heldIds = ({ platform }: RenderedWidget): string[] =>
  listHeld(platform, 'slackAlerts', 'bashir').map(({ id }) => id);

const old = exampleIds.activations.bashirSlack;

const press = async (widget: RenderedWidget, name: string | RegExp) =>
  widget.user.click(await screen.findByRole('button', { name }));

async function openReview(widget: RenderedWidget): Promise<void> {
  await press(widget, /^Replace/);
  await screen.findByRole('radio');
  await press(widget, 'Continue');
  await screen.findByRole('heading', { name: 'Review and replace' });
}

/** Past both accounts, which are chosen beforehand. */
async function openSettings(widget: RenderedWidget): Promise<void> {
  await press(widget, /^Replace/);
  expect(await screen.findByRole('radio', { name: /UK store/ })).toBeChecked();
  await press(widget, 'Continue');
  await screen.findByRole('heading', { name: /Choose your NetSuite/ });
  expect((await screen.findAllByRole('radio', { checked: true })).length).toBe(1);
  await press(widget, 'Continue');
  await screen.findByLabelText(/Warehouse code/);
}

function writes({ network }: RenderedWidget): string[] {
  return network.requests.map((call) => call.split(' ')[0] ?? '').filter((verb) => verb !== 'GET');
}

describe('replacing an activation', () => {
  it('makes the new one first and ends the old one after, and says so', async () => {
    const events: OnboardingEvent[] = [];
    const widget = bashirsSlack({ onEvent: (event) => events.push(event) });
    await openReview(widget);
    expect(heldIds(widget)).toEqual([old]);
    await press(widget, 'Replace Slack alerts');
    expect(await screen.findByText(/Slack alerts was replaced/)).toBeVisible();
    expect(writes(widget)).toEqual(['POST', 'DELETE']);
    const [id, ...rest] = heldIds(widget);
    expect(rest).toEqual([]);
    expect(id).not.toBe(old);
    await waitFor(() =>
      expect(within(screen.getByRole('article')).getByRole('heading')).toHaveFocus(),
    );
    const environmentId = exampleIds.environments.slackAlerts;
    const last = events.filter(({ type }) => type.startsWith('activation') || type.includes('act'));
    expect(last.map(({ type }) => type)).toEqual([
      'activationRequested',
      'activated',
      'deactivated',
      'activationReplaced',
    ]);
    expect(last.at(-1)).toMatchObject({ environmentId, replacedActivationId: old });
  });

  it('begins with what is there: the other accounts chosen, the settings filled in', async () => {
    const widget = renderWidget({ platform: withActivations(shopifyActivation()) });
    await openSettings(widget);
    expect(screen.getByLabelText(/Warehouse code/)).toHaveValue('LDS-2');
    await press(widget, 'Continue');
    expect(await screen.findByRole('heading', { name: 'Review and replace' })).toBeVisible();
    await press(widget, 'Replace Shopify orders');
    await screen.findByText(/was replaced/);
    const [held, ...rest] = listHeld(widget.platform);
    expect(rest).toEqual([]);
    expect(held?.dynamicVariables).toMatchObject({ warehouseCode: 'LDS-2', orderStatus: 'paid' });
  });

  it('leaves out what the schema has left behind, so that the platform takes it', async () => {
    const variables = {
      ...{ warehouseCode: 'LDS-2', orderStatus: 'paid', batchSize: 50 },
      mailbox: 'orders@chen.example',
    };
    const widget = renderWidget({ platform: withActivations(shopifyActivation({ variables })) });
    await openSettings(widget);
    await press(widget, 'Continue');
    await press(widget, 'Replace Shopify orders');
    await screen.findByText(/was replaced/);
    expect(listHeld(widget.platform)[0]?.dynamicVariables).not.toHaveProperty('mailbox');
  });

  it('says which secrets have to be typed again', async () => {
    const widget = renderWidget({ user: 'carla' });
    await press(widget, /^Replace/);
    expect(await screen.findByText(/Enter them again: Webhook secret/)).toBeVisible();
  });

  it('changes nothing where the user thinks better of it', async () => {
    const widget = bashirsSlack();
    await openReview(widget);
    await press(widget, 'Cancel');
    const card = await screen.findByRole('article');
    await waitFor(() => expect(within(card).getByRole('heading')).toHaveFocus());
    expect(writes(widget)).toEqual([]);
    expect(heldIds(widget)).toEqual([old]);
  });

  it('activates once, however often the button is pressed', async () => {
    const widget = bashirsSlack();
    await openReview(widget);
    await widget.user.dblClick(screen.getByRole('button', { name: 'Replace Slack alerts' }));
    await screen.findByText(/was replaced/);
    expect(writes(widget)).toEqual(['POST', 'DELETE']);
  });
});

describe('a replacement that breaks off', () => {
  it('before the new one is there leaves the old one, and says that nothing was replaced', async () => {
    const widget = bashirsSlack();
    await openReview(widget);
    widget.platform.faults.add({
      operation: 'ActivateUser',
      fault: { kind: 'status', status: 409, message: 'Slack alerts is being updated.' },
    });
    await press(widget, 'Replace Slack alerts');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Not replaced.*being updated/);
    expect(heldIds(widget)).toEqual([old]);
    await press(widget, 'Replace Slack alerts');
    await screen.findByText(/was replaced/);
    expect(heldIds(widget)).toHaveLength(1);
  });

  it('with an answer that is lost finds the new one, and only then ends the old one', async () => {
    const widget = bashirsSlack();
    await openReview(widget);
    widget.network.breakNext(/^POST/, 'after');
    await press(widget, 'Replace Slack alerts');
    await screen.findByText(/was replaced/);
    expect(writes(widget)).toEqual(['POST', 'DELETE']);
    expect(heldIds(widget)).toHaveLength(1);
  });

  it('with a request that is lost ends nothing until the new one is there', async () => {
    const widget = bashirsSlack();
    await openReview(widget);
    widget.network.breakNext(/^POST/, 'before');
    await press(widget, 'Replace Slack alerts');
    await screen.findByRole('heading', { name: /couldn't confirm/ });
    expect(heldIds(widget)).toEqual([old]);
    expect(screen.queryByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
    await press(widget, 'Turn on again');
    await screen.findByText(/was replaced/);
    expect(heldIds(widget)).toHaveLength(1);
  });

  it.each([
    ['the platform refuses', null],
    ['the network breaks', 'before' as const],
  ])('after it, because %s, shows both and how to go on', async (_, when) => {
    const widget = bashirsSlack();
    await openReview(widget);
    if (when === null) {
      const fault = { kind: 'status', status: 500 } as const;
      widget.platform.faults.add({ operation: 'DeleteActivation', fault, times: Infinity });
    } else widget.network.breakNext(/^DELETE/, when);
    await press(widget, 'Replace Slack alerts');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Both are on/);
    expect(heldIds(widget)).toHaveLength(2);
    widget.platform.faults.clear();
    await press(widget, 'Turn off the previous one');
    await screen.findByText(/was replaced/);
    expect(heldIds(widget)).not.toContain(old);
    expect(heldIds(widget)).toHaveLength(1);
  });

  it('by half leads to the list, where both stand and can be ended', async () => {
    const widget = bashirsSlack();
    await openReview(widget);
    widget.network.breakNext(/^DELETE/, 'before');
    await press(widget, 'Replace Slack alerts');
    await press(widget, 'View both');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Active · 2' })).toHaveFocus());
    expect(screen.getByText(/on 2 times/)).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(2);
  });

  it('after an old one that is gone already is done', async () => {
    const widget = bashirsSlack();
    await openReview(widget);
    const release = widget.network.holdNext(/^DELETE/);
    await press(widget, 'Replace Slack alerts');
    await screen.findByText(/turning off the previous one/);
    const { data } = widget.platform;
    data.activations = data.activations.filter(({ id }) => id !== old);
    release();
    expect(await screen.findByText(/was replaced/)).toBeVisible();
  });
});
