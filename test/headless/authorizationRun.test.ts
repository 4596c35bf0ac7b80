import { describe, expect, it } from 'vitest';
import { toBackendError } from '../../src/backend/backendError.js';
import type {
  AuthorizationBrowser,
  AuthorizationMessage,
  AuthorizationWindow,
} from '../../src/headless/authorizationBrowser.js';
import { createAuthorizationRun } from '../../src/headless/authorizationRun.js';
import { BackendError, type Authorization, type AuthorizedCredential } from '../../src/headless.js';

const callbackOrigin = 'https://platform.example';

/** A browser whose windows, messages and clock are the test's. */
function createBrowser() {
  const windows: { url: string; isClosed: boolean; hellos: string[] }[] = [];
  const listeners = new Set<(message: AuthorizationMessage) => void>();
  const channels = new Map<string, (data: unknown) => void>();
  const posted: unknown[] = [];
  const ticks = new Set<() => void>();
  const timers = new Map<() => void, number>();
  let isBlocking = false;
  const browser: AuthorizationBrowser = {
    openWindow() {
      if (isBlocking) return null;
      const state = { url: 'about:blank', isClosed: false, hellos: [] as string[] };
      windows.push(state);
      const opened: AuthorizationWindow = {
        navigate: (url) => void (state.url = url),
        isClosed: () => state.isClosed,
        post: ({ payload }, origin) => void state.hellos.push(`${payload.state} ${origin}`),
        close: () => void (state.isClosed = true),
        isSource: (source) => source === state,
      };
      return opened;
    },
    listenToMessages(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    openChannel(name, listener) {
      channels.set(name, listener);
      return { post: (data) => void posted.push(data), close: () => void channels.delete(name) };
    },
    every(_milliseconds, run) {
      ticks.add(run);
      return () => void ticks.delete(run);
    },
    after(milliseconds, run) {
      timers.set(run, milliseconds);
      return () => void timers.delete(run);
    },
  };
  return {
    browser,
    windows,
    channels,
    posted,
    ticks,
    listeners,
    block: (next: boolean) => void (isBlocking = next),
    tick: () => ticks.forEach((run) => run()),
    pass(milliseconds: number) {
      for (const [run, due] of timers) if (due === milliseconds) run();
    },
    say: (message: AuthorizationMessage) => listeners.forEach((listener) => listener(message)),
  };
}

function toAuthorization(state: string, callback: 'host' | 'platform' = 'platform'): Authorization {
  const url = `https://login.example/?state=${state}`;
  return { url, ticket: `ticket of ${state}`, state, callback, callbackOrigin };
}

function createRun() {
  const page = createBrowser();
  const granted: AuthorizedCredential[] = [];
  const run = createAuthorizationRun(page.browser, toBackendError);
  run.listenToGrants((credential) => granted.push(credential));
  return { ...page, run, granted };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const answer = (search: string) => ({ type: 'response', payload: { search } });
const yes = answer('?code=c&state=one');

async function openAtProvider(callback: 'host' | 'platform' = 'platform') {
  const page = createRun();
  page.run.open(() => Promise.resolve(toAuthorization('one', callback)));
  await settled();
  return page;
}

describe('the window', () => {
  it('is opened in the press itself, empty, and led to the provider afterwards', async () => {
    const { run, windows } = createRun();
    run.open(() => Promise.resolve(toAuthorization('one')));
    expect(windows).toMatchObject([{ url: 'about:blank' }]);
    await settled();
    expect(windows).toMatchObject([{ url: 'https://login.example/?state=one' }]);
  });

  it('that the browser blocks asks the backend for nothing', () => {
    const { run, block } = createRun();
    block(true);
    let isAsked = false;
    run.open(() => {
      isAsked = true;
      return Promise.resolve(toAuthorization('one'));
    });
    expect(run.getState()).toEqual({ status: 'blocked' });
    expect(isAsked).toBe(false);
  });

  it('is closed again where the backend names no page, or takes too long', async () => {
    const failing = createRun();
    failing.run.open(() => Promise.reject(new BackendError({ code: 'forbidden', message: '' })));
    await settled();
    expect(failing.run.getState()).toMatchObject({ problem: { code: 'forbidden' } });
    expect(failing.windows).toMatchObject([{ isClosed: true }]);

    const slow = createRun();
    slow.run.open(() => new Promise(() => {}));
    slow.pass(20_000);
    expect(slow.run.getState()).toMatchObject({ problem: { code: 'timeout' } });
    expect(slow.windows).toMatchObject([{ isClosed: true }]);
  });

  it('that is closed is no end: its answer still counts', async () => {
    const { run, windows, tick, say, granted } = await openAtProvider();
    for (const window of windows) window.isClosed = true;
    tick();
    expect(run.getState()).toMatchObject({ status: 'waiting', seemsClosed: true });
    say({ data: yes, origin: callbackOrigin, source: windows[0] });
    expect(granted).toHaveLength(1);
  });
});

describe('a message', () => {
  it('is asked for by its state, from the callback’s origin alone, until it comes', async () => {
    const { windows, tick, ticks, listeners, say } = await openAtProvider();
    tick();
    tick();
    expect(windows[0]?.hellos).toEqual([`one ${callbackOrigin}`, `one ${callbackOrigin}`]);
    say({ data: yes, origin: callbackOrigin, source: windows[0] });
    expect([ticks.size, listeners.size, windows[0]?.isClosed]).toEqual([0, 0, true]);
  });

  it.each([
    ['another origin', { data: yes, origin: 'https://evil.example' }],
    ['another window', { data: yes, origin: callbackOrigin, source: {} }],
    ['another state', { data: answer('?code=c&state=two'), origin: callbackOrigin }],
    ['another kind', { data: { ...yes, type: 'hello' }, origin: callbackOrigin }],
    ['no kind at all', { data: null, origin: callbackOrigin }],
  ])('of %s is not believed', async (_what, message) => {
    const { run, windows, say, granted } = await openAtProvider();
    say({ source: windows[0], ...message });
    expect(granted).toEqual([]);
    expect(run.getState().status).toBe('waiting');
  });

  it('is taken once, however often and over whichever way it comes', async () => {
    const { windows, channels, posted, say, granted } = await openAtProvider('host');
    const [channel] = channels.values();
    channel?.(yes);
    channel?.(yes);
    say({ data: yes, origin: callbackOrigin, source: windows[0] });
    expect(granted).toEqual([
      { kind: 'oauth2AuthorizationCode', ticket: 'ticket of one', code: 'c', state: 'one' },
    ]);
    expect(posted).toEqual([{ type: 'received' }]);
    expect(channels.size).toBe(0);
  });
});

it('giving up closes the window, and what is still to come changes nothing', async () => {
  const { run, windows, ticks } = createRun();
  run.open(() => Promise.resolve(toAuthorization('one')));
  run.end();
  await settled();
  expect(run.getState()).toEqual({ status: 'idle' });
  expect(windows).toMatchObject([{ url: 'about:blank', isClosed: true }]);
  expect(ticks.size).toBe(0);
});
