import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createEmulator, exampleData, exampleIds, type Emulator } from '../../../src/emulator.js';
import type { ConnectNewRequest } from '../../../src/index.js';
import { withFailingSlack } from '../../support/accounts.js';
import { fill, schemes, typedSecret } from '../../support/connectExample.js';
import { renderWidget, type RenderedWidget } from '../../support/renderWidget.js';

const { connections: ids } = exampleIds;

const press = (widget: RenderedWidget, name: string | RegExp) =>
  widget.user.click(screen.getByRole('button', { name }));

async function chooseFailing(widget: RenderedWidget): Promise<void> {
  await widget.user.click(await screen.findByRole('radio'));
}

describe('an account that does not work', () => {
  it('is not filled in, warns when it is chosen, and asks before the user goes on', async () => {
    const widget = renderWidget({
      user: 'carla',
      integration: 'slackAlerts',
      platform: withFailingSlack(),
    });
    expect(await screen.findByRole('radio')).not.toBeChecked();
    await chooseFailing(widget);
    expect(screen.getByRole('alert')).toHaveTextContent(
      "Slack alerts can't work with Papeterie Moreau workspace",
    );
    await press(widget, 'Continue');
    const question = screen.getByRole('alertdialog', {
      name: "This account can't sign in. Use it anyway?",
    });
    expect(question).toHaveFocus();
    expect(question).toHaveAccessibleDescription(/until you reconnect it/);
    expect(screen.queryByRole('heading', { name: 'Review and turn on' })).not.toBeInTheDocument();
    await press(widget, 'Use it anyway');
    expect(await screen.findByRole('heading', { name: 'Review and turn on' })).toBeVisible();
    expect(
      screen.getByText(/Slack alerts can't work with Papeterie Moreau workspace/),
    ).toBeVisible();
  });

  it('asks also when Enter goes on, and Escape leads back to the row', async () => {
    const widget = renderWidget({
      user: 'carla',
      integration: 'slackAlerts',
      platform: withFailingSlack(),
    });
    await chooseFailing(widget);
    await widget.user.keyboard('{Enter}');
    expect(screen.getByRole('alertdialog')).toHaveFocus();
    await widget.user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(screen.getByRole('radio')).toHaveFocus();
  });

  it('asks again when Continue is pressed again', async () => {
    const widget = renderWidget({
      user: 'carla',
      integration: 'slackAlerts',
      platform: withFailingSlack(),
    });
    await chooseFailing(widget);
    await press(widget, 'Continue');
    await press(widget, 'Continue');
    expect(screen.getByRole('alertdialog')).toHaveFocus();
  });

  it('can be reconnected where the host knows how, and then is fine', async () => {
    const asked: ConnectNewRequest[] = [];
    const platform = withFailingSlack();
    const widget = renderWidget({
      user: 'carla',
      integration: 'slackAlerts',
      platform,
      props: {
        onConnectNew: async (request) => {
          asked.push(request);
          repair(platform);
        },
      },
    });
    await chooseFailing(widget);
    await press(widget, 'Reconnect Papeterie Moreau workspace');
    expect(
      await screen.findByText('Papeterie Moreau workspace works again and is selected.'),
    ).toBeVisible();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ reason: 'reconnect', connection: { id: ids.carlaSlack } });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await press(widget, 'Continue');
    expect(await screen.findByRole('heading', { name: 'Review and turn on' })).toBeVisible();
  });

  it('can be reconnected in the review', async () => {
    const platform = withFailingSlack();
    const widget = renderWidget({
      user: 'carla',
      integration: 'slackAlerts',
      platform,
      props: { onConnectNew: async () => repair(platform) },
    });
    await chooseFailing(widget);
    await press(widget, 'Continue');
    await press(widget, 'Use it anyway');
    await screen.findByRole('heading', { name: 'Review and turn on' });
    await press(widget, 'Reconnect Papeterie Moreau workspace');
    await screen.findByText('Papeterie Moreau workspace works again and is selected.');
    expect(screen.queryByText(/until you reconnect it/)).not.toBeInTheDocument();
  });

  it.each(['on its step', 'in the review'])(
    'can be signed in to again in place, %s, and stays the same account',
    async (where) => {
      const platform = withFailingSlack();
      const { slack } = exampleIds.templates.slackAlerts;
      const template = platform.data.templates.find((each) => each.connectionTemplateId === slack);
      if (template !== undefined) template.authSchemeConfigs = [schemes.apiKey];
      const widget = renderWidget({ user: 'carla', integration: 'slackAlerts', platform });
      await chooseFailing(widget);
      if (where === 'in the review') {
        await press(widget, 'Continue');
        await press(widget, 'Use it anyway');
        await screen.findByRole('heading', { name: 'Review and turn on' });
      }
      await press(widget, 'Sign in again to Papeterie Moreau workspace');
      const field = await screen.findByLabelText('API key');
      expect(field).toHaveFocus();
      expect(screen.queryByLabelText(/^Name of the account/)).not.toBeInTheDocument();
      await fill(widget, 'API key', typedSecret);
      await press(widget, 'Sign in again');
      expect(await screen.findByText(/has new sign-in details/)).toBeVisible();
      expect(screen.queryByText(/until you reconnect it/)).not.toBeInTheDocument();
      const repaired = platform.data.connections.find(({ id }) => id === ids.carlaSlack);
      const kept = repaired?.credentials.map(({ credential }) => credential?.data);
      expect(kept).toEqual([{ string: { value: typedSecret } }]);
    },
  );

  it('that is only about to expire is filled in, with the day in words', async () => {
    const data = exampleData();
    data.activations = [];
    renderWidget({ user: 'carla', integration: 'slackAlerts', platform: createEmulator({ data }) });
    expect(await screen.findByRole('radio')).toBeChecked();
    expect(screen.getByText(/^Expires \w+ \d+, \d{4}$/)).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('an account that is gone', () => {
  async function chooseAndLose(): Promise<RenderedWidget> {
    const widget = renderWidget({ integration: 'shopifyOrders' });
    await widget.user.click(await screen.findByRole('radio', { name: 'Chen & Co – UK store' }));
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Choose your NetSuite account' });
    const { data } = widget.platform;
    data.connections = data.connections.filter(({ id }) => id !== ids.ameliaShopifyUk);
    return widget;
  }

  it('when the draft comes back is said on its step, and must be chosen anew', async () => {
    const first = await chooseAndLose();
    await press(first, 'Back');
    first.unmount();
    const widget = renderWidget({ integration: 'shopifyOrders', sameAs: first });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Chen & Co – UK store was removed, or you no longer have access to it.',
    );
    expect(screen.getByRole('radio', { name: 'Chen & Co – EU store' })).not.toBeChecked();
    await press(widget, 'Continue');
    await screen.findByText('Choose your Shopify account to continue.');
    await widget.user.click(screen.getByRole('radio', { name: 'Chen & Co – EU store' }));
    expect(screen.queryByText(/no longer have access/)).not.toBeInTheDocument();
  });

  it('when it is activated leads back to its step, and keeps everything else', async () => {
    const data = exampleData();
    for (const project of data.projects) Object.assign(project, { dynamicVariablesSchema: null });
    const widget = renderWidget({ platform: createEmulator({ data }) });
    await widget.user.click(await screen.findByRole('radio', { name: 'Chen & Co – UK store' }));
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Choose your NetSuite account' });
    const [netsuite] = await screen.findAllByRole('radio');
    await widget.user.click(netsuite ?? document.body);
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Review and turn on' });
    data.connections = data.connections.filter(({ id }) => id !== ids.ameliaShopifyUk);
    await press(widget, 'Turn on Shopify orders');
    await screen.findByRole('heading', { name: 'Choose your Shopify account' });
    expect(await screen.findByText(/Chen & Co – UK store was removed/)).toBeVisible();
    await widget.user.click(screen.getByRole('radio', { name: 'Chen & Co – EU store' }));
    await press(widget, 'Continue');
    await waitFor(() => expect(screen.getByRole('radio', { checked: true })).toBeVisible());
  });
});

function repair({ data }: Emulator): void {
  const slack = data.connections.find(({ id }) => id === ids.carlaSlack);
  for (const { credential } of slack?.credentials ?? []) {
    if (credential) Object.assign(credential, { errors: [], expiresAt: undefined });
  }
}
