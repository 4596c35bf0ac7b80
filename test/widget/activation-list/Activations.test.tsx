import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createEmulator, exampleData, exampleIds, type Emulator } from '../../../src/emulator.js';
import { fill, schemes, typedSecret } from '../../support/connectExample.js';
import { createPage, renderWidget } from '../../support/renderWidget.js';
import { shopifyActivation, withActivations } from '../../support/shopifyActivation.js';

function withStatus(status: string): Emulator {
  const platform = withActivations(shopifyActivation());
  const project = platform.data.projects.find(({ id }) => id === exampleIds.projects.shopifyOrders);
  for (const environment of project?.environments ?? []) environment.status = status;
  return platform;
}

describe('what is active', () => {
  it.each([
    ['running', 'On', /runs in the background/],
    ['suspended', 'Paused', /paused it, so nothing happens/],
    ['error', 'Stopped', /problem on our side/],
    ['draft', 'Not published yet', /when it's published/],
    ['archived', 'Status unavailable', /couldn't check/],
  ])('that the platform calls %s says %s, and what that means', async (status, word, meaning) => {
    renderWidget({ platform: withStatus(status) });
    const article = await screen.findByRole('article', { name: 'Shopify orders' });
    expect(within(article).getByText(word)).toBeVisible();
    expect(within(article).getByText(meaning)).toBeVisible();
  });

  it('shows the accounts in the order of the templates, and the one that is provided', async () => {
    const { warehouseSync } = exampleIds.templates;
    const { ameliaShipbobLeeds, staticLoqate, ameliaNetsuiteMain } = exampleIds.connections;
    const platform = withActivations({
      ...shopifyActivation(),
      environmentId: exampleIds.environments.warehouseSync,
      connections: [
        { connectionTemplateId: warehouseSync.netsuite, existingConnectionId: ameliaNetsuiteMain },
        { connectionTemplateId: warehouseSync.loqate, existingConnectionId: staticLoqate },
        { connectionTemplateId: warehouseSync.shipbob, existingConnectionId: ameliaShipbobLeeds },
      ],
      dynamicVariables: {
        warehouseCode: 'LDS-2',
        address: { street: '14 Canal Wharf', city: 'Leeds', zip: 'LS11 5PS' },
      },
    });
    renderWidget({ platform, integration: 'warehouseSync' });
    const article = await screen.findByRole('article');
    const accounts = article.querySelector('[data-onb-part="accounts"]');
    const labels = [...(accounts?.querySelectorAll('dt') ?? [])].map((each) => each.textContent);
    expect(labels).toEqual(['ShipBob', 'NetSuite', 'Loqate']);
    expect(within(article).getByText('Provided for you')).toBeVisible();
    // Its names stand below it, and take no column from their values.
    const groups = [...article.querySelectorAll('[data-kind="group"] > dt')];
    expect(groups.map((each) => each.textContent)).toEqual(['Warehouse address']);
    expect(groups[0]).toBeVisible();
  });

  it('marks values that the schema no longer has, after those that it has', async () => {
    const variables = { mailbox: 'orders@chen.example', warehouseCode: 'LDS-2' };
    renderWidget({ platform: withActivations(shopifyActivation({ variables })) });
    const article = await screen.findByRole('article');
    const values = article.querySelector('[data-onb-part="values"]');
    const labels = [...(values?.querySelectorAll('dt') ?? [])].map((each) => each.textContent);
    expect(labels).toEqual(['Warehouse code', 'mailbox']);
    expect(within(article).getByText('No longer used')).toBeVisible();
  });

  it('folds a long text and a long list until the user asks for all of it', async () => {
    const variables = {
      memo: 'By hand. '.repeat(100),
      carriers: Array.from({ length: 30 }, (_, index) => `Carrier ${index}`),
    };
    const widget = renderWidget({ platform: withActivations(shopifyActivation({ variables })) });
    const article = await screen.findByRole('article');
    expect(article).not.toHaveTextContent('Carrier 29');
    await widget.user.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(article).toHaveTextContent('Carrier 29');
    const before = article.textContent.length;
    await widget.user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(article.textContent.length).toBeGreaterThan(before + 500);
  });
});

describe('an account that does not work', () => {
  it('says so, and leads to a replacement where nobody can sign in again', async () => {
    const { backend, platform } = createPage({ user: 'carla' });
    const { reconnectConnection: _, ...others } = backend;
    const widget = renderWidget({ user: 'carla', platform, props: { backend: others } });
    const article = await screen.findByRole('article');
    expect(within(article).getByText('Needs attention')).toBeVisible();
    expect(within(article).getByText(/Papeterie Moreau – Lyon can't sign in/)).toBeVisible();
    const name = 'Use another account for Shopify';
    await widget.user.click(within(article).getByRole('button', { name }));
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: /Choose your Shopify/ })).toHaveFocus(),
    );
    expect(screen.getByText(/stops only once the new one is on/)).toBeVisible();
  });

  it('is signed in to again in place, and the activation keeps running with it', async () => {
    const platform = createEmulator({ data: exampleData() });
    const { carlaShopifyExpired } = exampleIds.connections;
    const shopify = platform.data.templates.find(
      ({ connectionTemplateId }) =>
        connectionTemplateId === exampleIds.templates.shopifyOrders.shopify,
    );
    if (shopify !== undefined) shopify.authSchemeConfigs = [schemes.apiKey];
    const activations = structuredClone(platform.data.activations);
    const widget = renderWidget({ user: 'carla', platform });
    await widget.user.click(await screen.findByRole('button', { name: /^Sign in again to/ }));
    await fill(widget, 'API key', typedSecret);
    await widget.user.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(await screen.findByText(/has new sign-in details\.$/)).toBeVisible();
    expect(screen.queryByText('Needs attention')).not.toBeInTheDocument();
    const repaired = platform.data.connections.find(({ id }) => id === carlaShopifyExpired);
    expect(repaired?.credentials).toMatchObject([
      { credential: { data: { string: { value: typedSecret } } } },
    ]);
    expect(platform.data.activations).toEqual(activations);
  });

  it('is signed in to again the way the host does it, and then works', async () => {
    const platform = createEmulator({ data: exampleData() });
    const asked: string[] = [];
    const widget = renderWidget({
      user: 'carla',
      platform,
      props: {
        onConnectNew: async ({ reason, connection }) => {
          asked.push(`${reason} ${connection?.id}`);
          const broken = platform.data.connections.find(({ id }) => id === connection?.id);
          for (const { credential } of broken?.credentials ?? []) {
            if (!credential) continue;
            credential.errors = [];
            delete credential.expiresAt;
          }
        },
      },
    });
    await widget.user.click(await screen.findByRole('button', { name: /^Reconnect/ }));
    expect(await screen.findByText('On')).toBeVisible();
    expect(asked).toEqual([`reconnect ${exampleIds.connections.carlaShopifyExpired}`]);
    expect(screen.queryByRole('button', { name: /^Reconnect/ })).not.toBeInTheDocument();
  });

  it('that the host replaced by another opens the replacement with the new one chosen', async () => {
    const connectionId = exampleIds.connections.carlaShopifyExpiring;
    const widget = renderWidget({
      user: 'carla',
      props: { onConnectNew: async () => ({ connectionId }) },
    });
    await widget.user.click(await screen.findByRole('button', { name: /^Reconnect/ }));
    expect(await screen.findByRole('radio', { name: 'Papeterie Moreau – Paris' })).toBeChecked();
  });

  it('says when signing in again failed, and keeps the way open', async () => {
    const widget = renderWidget({
      user: 'carla',
      props: { onConnectNew: () => Promise.reject(new Error('closed')) },
    });
    const button = await screen.findByRole('button', { name: /^Reconnect/ });
    await widget.user.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent("couldn't reconnect it");
    expect(button).not.toHaveAttribute('aria-disabled');
  });
});

describe('several activations', () => {
  const two = (): Emulator =>
    withActivations(
      shopifyActivation(),
      shopifyActivation({ number: 2, shopify: exampleIds.connections.ameliaShopifyEu }),
    );

  it('are told apart by their accounts, and another can be added where the host allows it', async () => {
    const widget = renderWidget({ platform: two(), props: { allowMultiple: true } });
    expect(await screen.findByRole('heading', { name: 'Active · 2' })).toBeVisible();
    expect(screen.getByRole('article', { name: /UK store/ })).toBeVisible();
    expect(screen.getByRole('article', { name: /EU store/ })).toBeVisible();
    await widget.user.click(screen.getByRole('button', { name: 'Add another' }));
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: /Choose your Shopify/ })).toHaveFocus(),
    );
    await widget.user.click(screen.getByRole('button', { name: 'Back to overview' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Active · 2' })).toHaveFocus());
  });

  it('where one is meant are named as such, and no other is offered', async () => {
    renderWidget({ platform: two() });
    expect(await screen.findByText(/on 2 times/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add another' })).not.toBeInTheDocument();
  });

  it('with the same accounts are told apart by the end of their ids', async () => {
    renderWidget({
      platform: withActivations(shopifyActivation(), shopifyActivation({ number: 2 })),
    });
    expect(await screen.findByRole('article', { name: /ID ends in 001001/ })).toBeVisible();
    expect(screen.getByRole('article', { name: /ID ends in 001002/ })).toBeVisible();
  });

  it('five hundred of them come a page at a time, and are found by their account', async () => {
    const eu = exampleIds.connections.ameliaShopifyEu;
    const platform = withActivations(
      ...Array.from({ length: 500 }, (_, number) =>
        shopifyActivation({ number, ...(number === 437 && { shopify: eu }) }),
      ),
    );
    const widget = renderWidget({ platform, props: { allowMultiple: true } });
    expect(await screen.findAllByRole('article')).toHaveLength(20);
    await widget.user.type(screen.getByLabelText('Search by account'), 'eu store');
    expect(screen.getByText('1 active')).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });
});

describe('more activations than the backend lists', () => {
  const tooMany = Array.from({ length: 501 }, (_, number) => shopifyActivation({ number }));

  it('are said to be more, without a count that nobody knows', async () => {
    renderWidget({ platform: withActivations(...tooMany) });
    expect(await screen.findByText(/^You have more than can be listed here/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Active' })).toBeVisible();
    expect(screen.queryByText(/active 500 times/)).not.toBeInTheDocument();
  });
});

describe('a change from elsewhere', () => {
  it('is seen as soon as the window has the focus again', async () => {
    const platform = withActivations(shopifyActivation());
    renderWidget({ platform });
    expect(await screen.findByText('LDS-2')).toBeVisible();
    const [activation] = platform.data.activations.filter(
      ({ userId }) => userId === exampleIds.users.amelia.id,
    );
    if (activation) activation.dynamicVariables = { warehouseCode: 'LDS-9' };
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await screen.findByText('LDS-9')).toBeVisible();
  });
});
