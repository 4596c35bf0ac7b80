import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleIds, type Emulator } from '../../../src/emulator.js';
import type { OnboardingEvent, OnboardingWidgetProps } from '../../../src/index.js';
import { press } from '../../support/accounts.js';
import {
  fill,
  listCredentials,
  schemes,
  toPem,
  typedSecret,
  withoutSlack,
} from '../../support/connectExample.js';
import { createTestHost, exampleIntegrations, type TestHost } from '../../support/host.js';
import { createPage, renderWidget, type RenderedWidget } from '../../support/renderWidget.js';

const submit = 'Connect Slack';

/** Amelia's Slack step, with the form open. */
async function openForm(
  platform: Emulator,
  props: Partial<OnboardingWidgetProps> = {},
  host?: TestHost,
): Promise<RenderedWidget> {
  const widget = renderWidget({ integration: 'slackAlerts', platform, props, host });
  await screen.findByRole('button', { name: submit });
  await press(widget, submit);
  await screen.findByLabelText(/^Name of the account/);
  return widget;
}

/** The same where the host says that Slack has an address for each customer. */
async function openFormWithAddress(): Promise<RenderedWidget> {
  const emulator = withoutSlack([schemes.apiKey]);
  const [slack] = exampleIntegrations.filter(
    ({ environmentId }) => environmentId === exampleIds.environments.slackAlerts,
  );
  if (slack === undefined) throw new Error('The example has no Slack alerts.');
  const { slack: id } = exampleIds.templates.slackAlerts;
  const templates = { [id]: { name: 'Slack', connect: { baseUrl: 'required' as const } } };
  const host = createTestHost({ emulator, options: { integrations: [{ ...slack, templates }] } });
  return openForm(emulator, {}, host);
}

function findMade(): Promise<HTMLElement> {
  return screen.findByRole('radio', { name: /^Slack/ });
}

const certificate = {
  Certificate: toPem('CERTIFICATE'),
  'Private key': toPem('RSA PRIVATE KEY'),
  'Certificate authority': toPem('CERTIFICATE'),
};
const [pem, key, ca] = Object.values(certificate);

describe('every kind of sign-in is one form', () => {
  it.each([
    ['nothing', [schemes.none], {}, [{ none: {} }]],
    ['a key', [schemes.apiKey], { 'API key': typedSecret }, [{ string: { value: typedSecret } }]],
    [
      'user and password',
      [schemes.basicAuth],
      { Username: 'amelia', Password: typedSecret },
      [{ basicAuth: { username: 'amelia', password: typedSecret } }],
    ],
    [
      'a key in place of the user, without a password',
      [schemes.basicAuth],
      { Username: typedSecret },
      [{ basicAuth: { username: typedSecret, password: '' } }],
    ],
    [
      'OAuth 2.0 with a password',
      [schemes.password],
      { Username: 'amelia', Password: typedSecret },
      [{ oauth2Password: { username: 'amelia', password: typedSecret } }],
    ],
    [
      'OAuth 2.0 with a client',
      [schemes.clientCredentials],
      { 'Client ID': 'fernway', 'Client secret': typedSecret },
      [{ oauth2Client: { clientId: 'fernway', clientSecret: typedSecret } }],
    ],
    [
      'tokens with a realm',
      [schemes.tokens],
      { Token: 't', 'Token secret': typedSecret, Realm: '12_SB1' },
      [{ oauth1Token: { token: 't', additionalParams: [{ name: 'realm', value: '12_SB1' }] } }],
    ],
    [
      'a certificate, and a key on top of it',
      [schemes.certificate, schemes.apiKey],
      { ...certificate, 'API key': typedSecret },
      [{ certificate: { certificate: pem, key, ca } }, { string: { value: typedSecret } }],
    ],
  ])('%s', async (_what, own, typed: Record<string, string>, expected) => {
    const widget = await openForm(withoutSlack(own));
    for (const [label, text] of Object.entries(typed)) await fill(widget, label, text);
    await press(widget, submit);
    const row = await findMade();
    expect(row).toBeChecked();
    expect(row).toHaveFocus();
    expect(listCredentials(widget)).toMatchObject(expected);
    await press(widget, 'Continue');
    expect(await screen.findByRole('heading', { name: 'Review and turn on' })).toBeVisible();
  });
});

describe('the form', () => {
  it('begins with its first field, which says what the author of the integration says', async () => {
    await openForm(withoutSlack([schemes.apiKey]));
    const field = screen.getByLabelText('API key');
    expect(field).toHaveFocus();
    expect(field).toHaveAttribute('type', 'password');
    expect(field).toHaveAccessibleDescription(/Found below Admin › Keys\./);
    expect(screen.getByLabelText(/^Name of the account/)).toHaveValue('Slack');
  });

  it('sends nothing while something is missing, and says what', async () => {
    const widget = await openForm(withoutSlack([schemes.apiKey]));
    await press(widget, submit);
    expect(screen.getByLabelText('API key')).toHaveFocus();
    expect(screen.getByLabelText('API key')).toBeInvalid();
    expect(widget.network.requests.some((call) => call.startsWith('POST'))).toBe(false);
  });

  it('is sent with Enter', async () => {
    const widget = await openForm(withoutSlack([schemes.apiKey]));
    await fill(widget, 'API key', typedSecret);
    await widget.user.keyboard('{Enter}');
    expect(await findMade()).toBeChecked();
  });

  it('can be left again: the button has the focus, and what was typed is gone', async () => {
    const widget = await openForm(withoutSlack([schemes.apiKey]));
    await fill(widget, 'API key', typedSecret);
    await press(widget, 'Cancel');
    expect(screen.getByRole('button', { name: submit })).toHaveFocus();
    await press(widget, submit);
    expect(await screen.findByLabelText('API key')).toHaveValue('');
  });

  it('leaves nothing of a secret in a draft, an event or an address', async () => {
    const events: OnboardingEvent[] = [];
    const kept: string[] = [];
    const draftStorage = {
      getItem: () => null,
      setItem: (_key: string, text: string) => void kept.push(text),
      removeItem: () => undefined,
    };
    const platform = withoutSlack([schemes.apiKey]);
    platform.faults.add({ operation: 'CreateConnection', fault: { kind: 'status', status: 422 } });
    const onEvent = (event: OnboardingEvent) => void events.push(event);
    const widget = await openForm(platform, { onEvent, draftStorage });
    await fill(widget, 'API key', typedSecret);
    await press(widget, submit);
    await screen.findByText('Not connected');
    await press(widget, submit);
    await findMade();
    await press(widget, 'Continue');
    const left = JSON.stringify([events, kept, widget.network.requests, location.href]);
    expect(left).toContain('connectionCreated');
    expect(left).not.toContain(typedSecret);
  });
});

describe('what goes wrong', () => {
  it('is told, and nothing that was typed is lost', async () => {
    const platform = withoutSlack([schemes.apiKey]);
    platform.faults.add({ operation: 'CreateConnection', fault: { kind: 'status', status: 422 } });
    const widget = await openForm(platform);
    await fill(widget, 'API key', typedSecret);
    await press(widget, submit);
    expect(await screen.findByText('Not connected')).toBeVisible();
    expect(screen.getByLabelText('API key')).toHaveValue(typedSecret);
    await press(widget, submit);
    expect(await findMade()).toBeChecked();
  });

  it.each([
    ['before the host saw it', 'before'],
    ['after the host answered', 'after'],
  ] as const)('is a lost answer, %s: once more makes one account', async (_what, when) => {
    const widget = await openForm(withoutSlack([schemes.apiKey]));
    const before = widget.platform.data.connections.length;
    widget.network.breakNext(/^POST .*\/connections$/, when);
    await fill(widget, 'API key', typedSecret);
    await press(widget, submit);
    await screen.findByText("We couldn't confirm that the account is connected");
    expect(screen.getByLabelText('API key')).toHaveValue(typedSecret);
    await press(widget, submit);
    expect(await findMade()).toBeChecked();
    expect(widget.platform.data.connections).toHaveLength(before + 1);
  });

  it('is a form that was left before the outcome was known: it asks again for that one account', async () => {
    const first = await openForm(withoutSlack([schemes.apiKey]));
    const before = first.platform.data.connections.length;
    first.network.breakNext(/^POST .*\/connections$/, 'after');
    await fill(first, 'Name of the account', 'Fernway');
    await fill(first, 'API key', typedSecret);
    await press(first, submit);
    await screen.findByText("We couldn't confirm that the account is connected");
    first.unmount();

    const second = renderWidget({ integration: 'slackAlerts', sameAs: first });
    // Its own list shows the account by now, which is one way on; this is the other.
    await second.user.click(await screen.findByRole('button', { name: 'Change Slack' }));
    await second.user.click(await screen.findByRole('button', { name: 'Connect another account' }));
    await screen.findByText("We couldn't confirm that the account is connected");
    expect(screen.getByLabelText('API key')).toHaveValue('');
    expect(screen.getByLabelText(/^Name of the account/)).toHaveValue('Fernway');
    second.network.breakNext(/^POST .*\/connections$/, 'before');
    await press(second, 'Check again');
    await screen.findByText("We couldn't confirm that the account is connected");
    await fill(second, 'API key', typedSecret);
    await press(second, submit);
    expect(await screen.findByRole('radio', { name: /^Fernway/ })).toBeChecked();
    expect(second.platform.data.connections).toHaveLength(before + 1);
  });

  it('is not undone by another language: what was typed stays', async () => {
    const widget = await openForm(withoutSlack([schemes.apiKey]));
    await fill(widget, 'API key', typedSecret);
    const props = { messages: { 'connect.apiKey': 'Schlüssel' } };
    widget.rerender(createPage({ integration: 'slackAlerts', sameAs: widget, props }).element);
    expect(await screen.findByLabelText('Schlüssel')).toHaveValue(typedSecret);
  });

  it('is an address that the host does not allow, told at its field', async () => {
    const widget = await openFormWithAddress();
    await fill(widget, 'Address of your account', 'https://10.0.0.1');
    await fill(widget, 'API key', typedSecret);
    await press(widget, submit);
    await waitFor(() => expect(screen.getByLabelText('Address of your account')).toBeInvalid());
    expect(screen.getByLabelText('Address of your account')).toHaveFocus();
    await fill(widget, 'Address of your account', 'chen.slack.example');
    await press(widget, submit);
    expect(await findMade()).toBeChecked();
    expect(widget.platform.data.connections.at(-1)?.baseUrl).toBe('https://chen.slack.example');
  });
});

it('what the platform cannot make is said, with the host’s help', async () => {
  const platform = withoutSlack([schemes.hmac]);
  renderWidget({ integration: 'slackAlerts', platform });
  expect(await screen.findByText(/You can't connect Slack here/)).toBeVisible();
  expect(screen.queryByRole('button', { name: submit })).not.toBeInTheDocument();
});

it('a backend without the calls has a widget without the button', async () => {
  const { backend, platform } = createPage({
    integration: 'slackAlerts',
    platform: withoutSlack([schemes.apiKey]),
  });
  const { createConnection: _, ...others } = backend;
  renderWidget({ integration: 'slackAlerts', platform, props: { backend: others } });
  expect(await screen.findByText(/You can't connect Slack here/)).toBeVisible();
});

it('an account beside others is chosen at once; the other choices stay', async () => {
  const widget = renderWidget({ integration: 'shopifyOrders' });
  await widget.user.click(await screen.findByRole('radio', { name: 'Chen & Co – UK store' }));
  await press(widget, 'Continue');
  await screen.findByRole('heading', { name: 'Choose your NetSuite account' });
  await press(widget, 'Connect another account');
  await fill(widget, 'Token', 't');
  await fill(widget, 'Token secret', typedSecret);
  await press(widget, 'Connect NetSuite');
  expect(await screen.findByRole('radio', { name: /^NetSuite \d / })).toBeChecked();
  await press(widget, 'Back');
  expect(await screen.findByRole('radio', { name: 'Chen & Co – UK store' })).toBeChecked();
});
