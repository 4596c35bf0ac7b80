import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createHttpBackend } from '../../../src/backend/createHttpBackend.js';
import { createEmulator, exampleData, exampleIds, type Emulator } from '../../../src/emulator.js';
import type { HostIntegration } from '../../../src/server.js';
import { IntegrationHub, type IntegrationHubProps } from '../../../src/widget/IntegrationHub.js';
import { basePath, createTestHost, exampleIntegrations, hostOrigin } from '../../support/host.js';
import { createNetwork } from '../../support/network.js';

interface HubOptions {
  readonly user?: string;
  readonly platform?: Emulator;
  readonly integrations?: readonly HostIntegration[];
  readonly props?: Partial<IntegrationHubProps>;
}

/** The real hub on the real adapter, handler and emulator, in one process. */
function renderHub({ user = 'user-bashir', platform, integrations, props }: HubOptions = {}) {
  const emulator = platform ?? createEmulator({ data: exampleData() });
  const host = createTestHost({ emulator, ...(integrations && { options: { integrations } }) });
  const network = createNetwork(host.handler);
  const backend = createHttpBackend({
    baseUrl: hostOrigin + basePath,
    fetch: network.fetch,
    headers: { 'X-Test-User': user },
  });
  const page = (more: Partial<IntegrationHubProps> = {}) => (
    <IntegrationHub backend={backend} userKey={user} {...props} {...more} />
  );
  return { ...render(page()), page, network, emulator, user: userEvent.setup() };
}

/** So many integrations, each an environment of its own that does what "Slack alerts" does. */
function withIntegrations(count: number): Required<Pick<HubOptions, 'platform' | 'integrations'>> {
  const platform = createEmulator({ data: exampleData() });
  const { projects, templates } = platform.data;
  const slack = projects.find(({ id }) => id === exampleIds.projects.slackAlerts);
  const template = templates.find(
    ({ environmentId }) => environmentId === exampleIds.environments.slackAlerts,
  );
  const [environment] = slack?.environments ?? [];
  if (slack === undefined || environment === undefined || template === undefined) {
    throw new Error('The example data has no Slack alerts any more.');
  }
  const integrations = Array.from({ length: count }, (_, index) => {
    const number = String(1_000 + index);
    const environmentId = `01JEXAMP1E000000ENV000${number}`;
    const projectId = `01JEXAMP1E000000PRJ000${number}`;
    const connectionTemplateId = `01JEXAMP1E000000TMP000${number}`;
    projects.push({
      ...slack,
      id: projectId,
      environments: [{ ...environment, id: environmentId }],
    });
    templates.push({ ...template, environmentId, connectionTemplateId });
    return { projectId, environmentId, name: `Integration ${index}`, description: `Does ${index}` };
  });
  return { platform, integrations };
}

const card = (name: string) => {
  const found = screen.getByRole('button', { name }).closest('[data-onb-part="hub-card"]');
  if (!(found instanceof HTMLElement)) throw new Error(`There is no card of ${name}.`);
  return found;
};

describe('the hub', () => {
  it('shows every integration with its state, in one request', async () => {
    const { network } = renderHub();
    await screen.findByRole('button', { name: 'Slack alerts' });
    expect(within(card('Slack alerts')).getByText('On')).toBeVisible();
    expect(within(card('Shopify orders')).getByText('Off')).toBeVisible();
    expect(within(card('HubSpot contacts')).getByText('Not available')).toBeVisible();
    const asked = new Set(network.requests);
    expect([...asked]).toEqual(['GET /api/onboarding/integrations']);
  });

  it('says where the user has to act, and how many activations there are', async () => {
    const platform = createEmulator({ data: exampleData() });
    const [activation] = platform.data.activations.filter(
      ({ userId }) => userId === exampleIds.users.carla.id,
    );
    if (activation) {
      platform.data.activations.push({ ...activation, id: '01JEXAMP1E000000ACT0001002' });
    }
    renderHub({ user: 'user-carla', platform });
    await screen.findByRole('button', { name: 'Shopify orders' });
    expect(within(card('Shopify orders')).getByText('Needs attention')).toBeVisible();
    expect(within(card('Shopify orders')).getByText('2 active')).toBeVisible();
  });

  it('describes a card by what there is to read of it', async () => {
    const { platform, integrations } = withIntegrations(1);
    renderHub({
      platform,
      integrations: integrations.map(({ description: _description, ...each }) => each),
    });
    const open = await screen.findByRole('button', { name: 'Integration 0' });
    const ids = open.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.map((id) => document.getElementById(id)?.textContent)).toEqual(['Off']);
  });

  it('shows the icon of the host, and the first letter where it cannot be loaded', async () => {
    const [first, ...rest] = exampleIntegrations;
    const integrations = first ? [{ ...first, iconUrl: '/icons/shopify.svg' }, ...rest] : rest;
    const { container } = renderHub({ integrations });
    await screen.findByRole('button', { name: 'Shopify orders' });
    const image = container.querySelector('img');
    expect(image).toHaveAttribute('src', '/icons/shopify.svg');
    expect(container.querySelectorAll('img')).toHaveLength(1);
    if (image) fireEvent.error(image);
    expect(container.querySelector('img')).toBeNull();
    expect(card('Shopify orders')).toHaveTextContent(/^S/);
  });

  it('says that there is none', async () => {
    renderHub({ integrations: [] });
    expect(await screen.findByText('No integrations yet.')).toBeVisible();
  });

  it('is not taken along by one that fails', async () => {
    const platform = createEmulator({ data: exampleData() });
    const { projects } = platform.data;
    projects.splice(
      projects.findIndex(({ id }) => id === exampleIds.projects.slackAlerts),
      1,
    );
    renderHub({ platform });
    await screen.findByRole('button', { name: 'Shopify orders' });
    expect(within(card('Shopify orders')).getByText('Off')).toBeVisible();
    expect(screen.getAllByText('Not available').length).toBeGreaterThan(2);
  });

  it('says what it does not know, where the activations cannot be learnt', async () => {
    const platform = createEmulator({ data: exampleData() });
    const fault = { kind: 'status', status: 500 } as const;
    platform.faults.add({ operation: 'ListUserActivations', fault, times: Infinity });
    renderHub({ platform });
    await screen.findByRole('button', { name: 'Slack alerts' });
    expect(within(card('Slack alerts')).getByText('Status unavailable')).toBeVisible();
  });

  it('that cannot be read says so and reads again', async () => {
    const platform = createEmulator({ data: exampleData() });
    const fault = { kind: 'status', status: 500 } as const;
    platform.faults.add({ operation: '*', fault, times: Infinity });
    const { user } = renderHub({ platform });
    expect(await screen.findByRole('alert')).toHaveTextContent("We couldn't load this");
    platform.faults.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Slack alerts' })).toBeVisible();
  });
});

describe('many integrations', () => {
  it.each([1, 7])('are shown without a search where there are %i', async (count) => {
    renderHub(withIntegrations(count));
    expect(await screen.findAllByRole('heading', { level: 3 })).toHaveLength(count);
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('can be searched and filtered from eight on, and all shown again', async () => {
    const { user } = renderHub(withIntegrations(8));
    await user.type(await screen.findByRole('searchbox'), 'does 5');
    expect(screen.getByText('1 integration')).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
    await user.type(screen.getByRole('searchbox'), 'x');
    await user.click(screen.getByRole('button', { name: 'Show all integrations' }));
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(8);
    await user.selectOptions(screen.getByLabelText('Status'), 'Off');
    expect(screen.getByText('8 integrations')).toBeVisible();
  });

  it('two hundred come in one request of the browser, six at a time from the platform', async () => {
    const many = withIntegrations(200);
    let running = 0;
    let most = 0;
    const { fetch } = many.platform;
    const platform: Emulator = {
      ...many.platform,
      async fetch(request) {
        const isList = /\/activations/.test(request.url);
        running += isList ? 1 : 0;
        most = Math.max(most, running);
        try {
          return await fetch(request);
        } finally {
          running -= isList ? 1 : 0;
        }
      },
    };
    const { network } = renderHub({ ...many, platform });
    // By selector: to find the roles of two hundred cards takes seconds at each change of the page.
    await waitFor(() => expect(document.querySelectorAll('h3')).toHaveLength(200));
    expect(new Set(network.requests).size).toBe(1);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(6);
  });
});

describe('opening an integration', () => {
  it('shows it in place of the cards, and leads back to its card', async () => {
    const { user } = renderHub();
    await user.click(await screen.findByRole('button', { name: 'Slack alerts' }));
    expect(await screen.findByRole('article', { name: 'Slack alerts' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Shopify orders' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'All integrations' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Slack alerts' })).toHaveFocus());
  });

  it('in a dialog keeps the cards behind it', async () => {
    const { user } = renderHub({ props: { presentation: 'dialog' } });
    await user.click(await screen.findByRole('button', { name: 'Slack alerts' }));
    const dialog = await screen.findByRole('dialog', { name: 'Slack alerts' });
    expect(await within(dialog).findByRole('article')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Slack alerts' })).toHaveFocus());
  });

  it('is the host’s to decide where it says what is open', async () => {
    const wishes: (string | null)[] = [];
    const hub = renderHub({ props: { selected: null, onSelect: (id) => wishes.push(id) } });
    await hub.user.click(await screen.findByRole('button', { name: 'Slack alerts' }));
    expect(wishes).toEqual([exampleIds.environments.slackAlerts]);
    expect(screen.getByRole('button', { name: 'Shopify orders' })).toBeVisible();
    hub.rerender(hub.page({ selected: exampleIds.environments.slackAlerts }));
    expect(await screen.findByRole('article', { name: 'Slack alerts' })).toBeVisible();
  });

  it('and changing something there changes its card', async () => {
    const { user } = renderHub();
    await user.click(await screen.findByRole('button', { name: 'Slack alerts' }));
    await user.click(await screen.findByRole('button', { name: 'Turn off Slack alerts' }));
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Turn off Slack alerts' }));
    await screen.findByText(/was turned off/);
    await user.click(screen.getByRole('button', { name: 'All integrations' }));
    await screen.findByRole('button', { name: 'Slack alerts' });
    expect(await within(card('Slack alerts')).findByText('Off')).toBeVisible();
  });

  it('asks before typed settings are lost on the way back', async () => {
    const { user } = renderHub({ user: 'user-carla' });
    await user.click(await screen.findByRole('button', { name: 'Shopify orders' }));
    await user.click(await screen.findByRole('button', { name: /^Edit settings/ }));
    await user.type(await screen.findByLabelText(/Warehouse code/), '9');
    await user.click(screen.getByRole('button', { name: 'All integrations' }));
    expect(await screen.findByRole('alertdialog', { name: 'Leave without saving?' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(await screen.findByRole('button', { name: 'Slack alerts' })).toBeVisible();
  });
});
