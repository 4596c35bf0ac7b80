import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toSameWindowKey } from '../../../src/domain/oauthCallback.js';
import { exampleIds } from '../../../src/emulator.js';
import { press, withFailingSlack } from '../../support/accounts.js';
import { fill, schemes, typedSecret, withoutSlack } from '../../support/connectExample.js';
import { createTestHost, hostOrigin, type TestHost } from '../../support/host.js';
import { renderWidget, type RenderedWidget } from '../../support/renderWidget.js';

const signIn = 'Sign in to Slack';
const oauth = withoutSlack().data.templates.find(({ name }) => /slack/i.test(name));

beforeEach(() => {
  vi.spyOn(window, 'open').mockReturnValue(null);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The host's own callback page is of the page's origin. */
const hostCallback = {
  oauthCallback: 'host',
  publicOrigin: location.origin,
  allowedOrigins: [hostOrigin],
} as const;

function createHost(own?: Parameters<typeof withoutSlack>[0]): TestHost {
  return createTestHost({
    emulator: withoutSlack(own),
    options: hostCallback,
  });
}

function renderAt(host: TestHost, sameAs?: RenderedWidget): RenderedWidget {
  const platform = host.emulator;
  return renderWidget({ integration: 'slackAlerts', host, platform, ...(sameAs && { sameAs }) });
}

/** Leaves for the provider's page by the link; what the callback page finds then. */
async function leave(widget: RenderedWidget): Promise<URL> {
  const link = await screen.findByRole('link', { name: 'Use this window' });
  // jsdom cannot go anywhere.
  link.addEventListener('click', (event) => event.preventDefault());
  await widget.user.click(link);
  return new URL(link.getAttribute('href') ?? '');
}

/** What the provider and then the callback page do. */
async function answer({ emulator }: TestHost, url: URL, decision: 'allow' | 'deny'): Promise<void> {
  emulator.provider.decision = decision;
  const response = await emulator.fetch(new Request(url));
  const { search, searchParams } = new URL(response.headers.get('location') ?? '');
  const key = toSameWindowKey(searchParams.get('state') ?? '');
  const entry: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  expect(entry).toMatchObject({ returnTo: location.pathname });
  sessionStorage.setItem(key, JSON.stringify({ ...Object(entry), search }));
}

function countCreated({ network }: RenderedWidget): number {
  return network.requests.filter((call) => /^POST .*\/connections$/.test(call)).length;
}

it('a blocked window leaves this one: the user comes back to an account that is made once', async () => {
  const host = createHost();
  const first = renderAt(host);
  await press(first, await findSignIn());
  expect(await screen.findByText('Your browser blocked the window')).toBeVisible();
  const url = await leave(first);
  first.unmount();
  await answer(host, url, 'allow');

  const second = renderAt(host, first);
  expect(await screen.findByRole('radio', { name: /^Slack/ })).toBeChecked();
  expect(countCreated(second)).toBe(1);
  expect(sessionStorage.getItem(toSameWindowKey(url.searchParams.get('state') ?? ''))).toBeNull();
  second.unmount();

  const third = renderAt(host, second);
  expect(await screen.findByRole('radio', { name: /^Slack/ })).toBeVisible();
  expect(countCreated(third)).toBe(0);
});

it('a "no" in this window is told calmly after the return', async () => {
  const host = createHost();
  const first = renderAt(host);
  await press(first, await findSignIn());
  const url = await leave(first);
  first.unmount();
  await answer(host, url, 'deny');
  const second = renderAt(host, first);
  expect(await screen.findByText(/^You didn't allow access/)).toBeVisible();
  expect(screen.getByRole('button', { name: signIn })).toBeVisible();
  expect(countCreated(second)).toBe(0);
});

it('an account is signed in to again in this window, and stays the same', async () => {
  const { carlaSlack } = exampleIds.connections;
  const platform = withFailingSlack();
  const host = createTestHost({ emulator: platform, options: hostCallback });
  const carla = { user: 'carla', integration: 'slackAlerts', host, platform } as const;
  const first = renderWidget(carla);
  await first.user.click(await screen.findByRole('radio'));
  await press(first, 'Sign in again to Papeterie Moreau workspace');
  await press(first, await findSignIn());
  const url = await leave(first);
  first.unmount();
  await answer(host, url, 'allow');

  const second = renderWidget({ ...carla, sameAs: first });
  expect(await screen.findByText(/has new sign-in details/)).toBeVisible();
  const writes = second.network.requests.filter((call) => /^(POST|PUT) /.test(call));
  expect(writes).toEqual([expect.stringMatching(new RegExp(`^PUT .*/connections/${carlaSlack}$`))]);
});

it('what was typed comes back, but for its secrets', async () => {
  const [scheme] = oauth?.authSchemeConfigs ?? [];
  if (scheme === undefined) throw new Error('The example has no OAuth scheme.');
  const host = createHost([scheme, schemes.apiKey]);
  const first = renderAt(host);
  await press(first, await findConnect());
  await fill(first, 'API key', typedSecret);
  await fill(first, 'Name of the account', 'Fernway');
  await press(first, signIn);
  const url = await leave(first);
  expect(JSON.stringify({ ...sessionStorage })).not.toContain(typedSecret);
  first.unmount();
  await answer(host, url, 'allow');

  const second = renderAt(host, first);
  await waitFor(() => expect(screen.getByLabelText('API key')).toHaveFocus());
  expect(screen.getByLabelText(/^Name of the account/)).toHaveValue('Fernway');
  await fill(second, 'API key', typedSecret);
  await press(second, 'Connect Slack');
  expect(await screen.findByRole('radio', { name: /^Fernway/ })).toBeChecked();
});

it('this window is not offered where the provider would lead elsewhere', async () => {
  const host = createTestHost({ emulator: withoutSlack() });
  const widget = renderAt(host);
  await press(widget, await findSignIn());
  await waitFor(() =>
    expect(widget.network.requests.some((call) => call.endsWith('/authorizations'))).toBe(true),
  );
  await screen.findByText('Your browser blocked the window');
  expect(screen.queryByRole('link', { name: 'Use this window' })).not.toBeInTheDocument();
});

async function findSignIn(): Promise<string> {
  await screen.findByRole('button', { name: signIn });
  return signIn;
}

async function findConnect(): Promise<string> {
  await screen.findByRole('button', { name: 'Connect Slack' });
  return 'Connect Slack';
}
