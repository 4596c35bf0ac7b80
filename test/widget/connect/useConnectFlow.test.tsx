import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEmulator, exampleData, exampleIds, type Emulator } from '../../../src/emulator.js';
import type { ConnectNew } from '../../../src/index.js';
import { schemes, withoutSlack } from '../../support/connectExample.js';
import { renderWidget, type RenderedWidget } from '../../support/renderWidget.js';

const { connections: ids } = exampleIds;
const newId = '01JEXAMP1E000000CNN8000001';

/** What the host's connect flow does at the platform. */
function connectSlack({ data }: Emulator): void {
  const like = exampleData().connections.find(({ id }) => id === ids.ameliaSlack);
  if (!like) throw new Error('no account to make another like it');
  data.connections.push({ ...like, id: newId, name: 'Brand new workspace' });
}

/** A popup that tells of its end only when the test says so. */
function createPopup(): { open: ConnectNew; end: (result?: { connectionId: string }) => void } {
  let end: (result?: { connectionId: string }) => void = () => undefined;
  const open: ConnectNew = () =>
    new Promise((resolve) => {
      end = resolve;
    });
  return { open, end: (result) => end(result) };
}

const press = (widget: RenderedWidget, name: string | RegExp) =>
  widget.user.click(screen.getByRole('button', { name }));

/** The row of the new account, once it is said that it is there. */
async function findMade(): Promise<HTMLElement> {
  await screen.findByText('Brand new workspace is connected and selected.');
  return screen.getByRole('radio', { name: 'Brand new workspace' });
}

function renderSlack(open: ConnectNew, platform = withoutSlack()): RenderedWidget {
  return renderWidget({ integration: 'slackAlerts', platform, props: { onConnectNew: open } });
}

const start = 'Connect Slack';

describe('connecting a new account', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is noticed when the host says that it is through; the account is chosen and has the focus', async () => {
    const platform = withoutSlack();
    const widget = renderSlack(async () => {
      connectSlack(platform);
      return { connectionId: newId };
    }, platform);
    await screen.findByRole('button', { name: start });
    await press(widget, start);
    const row = await findMade();
    expect(row).toBeChecked();
    expect(row).toHaveFocus();
    await press(widget, 'Continue');
    expect(await screen.findByRole('heading', { name: 'Review and turn on' })).toBeVisible();
  });

  it('is noticed without its id', async () => {
    const platform = withoutSlack();
    const widget = renderSlack(async () => connectSlack(platform), platform);
    await screen.findByRole('button', { name: start });
    await press(widget, start);
    expect(await findMade()).toBeChecked();
  });

  it('is noticed when the window gets the focus back, although the popup tells nothing', async () => {
    const platform = withoutSlack();
    const widget = renderSlack(createPopup().open, platform);
    await screen.findByRole('button', { name: start });
    await press(widget, start);
    connectSlack(platform);
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await findMade()).toBeChecked();
  });

  it('is noticed within a few seconds, whatever the popup and the window do', async () => {
    const platform = withoutSlack();
    const widget = renderSlack(createPopup().open, platform);
    await screen.findByRole('button', { name: start });
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
    act(() => screen.getByRole('button', { name: start }).click());
    connectSlack(platform);
    await act(() => vi.advanceTimersByTimeAsync(3_100));
    vi.useRealTimers();
    expect(await findMade()).toBeChecked();
    expect(widget.network.requests.length).toBeLessThan(12);
  });

  it('blocks nothing: another account can be chosen meanwhile', async () => {
    const widget = renderWidget({ props: { onConnectNew: createPopup().open } });
    await screen.findAllByRole('radio');
    await press(widget, 'Connect another account');
    expect(screen.getByText(/Finish in the window that opened/)).toBeVisible();
    await widget.user.click(screen.getByRole('radio', { name: 'Chen & Co – UK store' }));
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Choose your NetSuite account' });
  });

  it('in a popup that was blocked can be given up, looked for, and begun anew', async () => {
    const platform = withoutSlack();
    const widget = renderSlack(createPopup().open, platform);
    await screen.findByRole('button', { name: start });
    await press(widget, start);
    await press(widget, 'Stop waiting');
    expect(screen.queryByText(/Finish in the window/)).not.toBeInTheDocument();
    await press(widget, start);
    connectSlack(platform);
    await press(widget, 'Check again');
    expect(await findMade()).toBeChecked();
  });

  it('that was given up changes nothing when the host tells of its end after all', async () => {
    const popup = createPopup();
    const widget = renderSlack(popup.open, createEmulator());
    await screen.findByRole('radio');
    await press(widget, 'Change Slack');
    await press(widget, 'Connect another account');
    await press(widget, 'Stop waiting');
    connectSlack(widget.platform);
    await act(async () => popup.end({ connectionId: newId }));
    expect(screen.queryByText(/is connected and chosen/)).not.toBeInTheDocument();
    expect(screen.getByRole('radio')).toBeChecked();
  });

  it.each<[string, ConnectNew]>([
    ['rejects', () => Promise.reject(new Error('closed'))],
    [
      'throws',
      () => {
        throw new Error('no popup');
      },
    ],
  ])('that %s says so, and can be tried again', async (_, open) => {
    const widget = renderSlack(open);
    await screen.findByRole('button', { name: start });
    await press(widget, start);
    expect(await screen.findByRole('alert')).toHaveTextContent("couldn't connect the account");
    expect(screen.getByRole('button', { name: start })).toBeEnabled();
  });

  it('that ends without an account says that none has appeared', async () => {
    const widget = renderSlack(async () => undefined);
    await screen.findByRole('button', { name: start });
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
    act(() => screen.getByRole('button', { name: start }).click());
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    vi.useRealTimers();
    expect(await screen.findByRole('alert')).toHaveTextContent('No new account has appeared');
    await press(widget, 'Check again');
    await waitFor(() => expect(screen.getAllByText(/No new account/)).toHaveLength(2));
    const shown = screen.getAllByText(/No new account/).map((each) => each.className);
    expect(shown).toEqual(['onb-visually-hidden', '']);
  });

  it('is told which template of which integration it is for', async () => {
    const asked: string[] = [];
    const widget = renderSlack(async ({ integration, template, reason }) => {
      asked.push(`${reason} ${template.name} for ${integration.name}`);
    });
    await screen.findByRole('button', { name: start });
    await press(widget, start);
    expect(asked).toEqual(['new Slack for Slack alerts']);
  });
});

it('without a way to connect leaves the words to the host', async () => {
  renderWidget({
    integration: 'slackAlerts',
    platform: withoutSlack([schemes.hmac]),
    props: { messages: { 'template.none.text': 'Ask your admin to add {template}.' } },
  });
  expect(await screen.findByText('Ask your admin to add Slack.')).toBeVisible();
  expect(screen.queryByRole('button', { name: start })).not.toBeInTheDocument();
});
