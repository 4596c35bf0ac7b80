import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toCallbackChannel, toSameWindowKey } from '../../src/domain/oauthCallback.js';
import { createTestHost, hostOrigin, type TestHostOptions } from '../support/host.js';

const pagePath = '/oauth/callback';
const scriptPath = '/oauth/callback.js';

async function get(path: string, options: TestHostOptions['options'] = {}): Promise<Response> {
  const host = createTestHost({
    options: {
      identify: () => {
        throw new Error('a page that needs no session asked for one');
      },
      ...options,
    },
  });
  return host.send(path, { user: null });
}

describe('the callback page', () => {
  it('is static, needs no session, and lets nothing out', async () => {
    const page = await get(`${pagePath}?code=canary-code&state=s`);
    const { headers } = page;
    expect(page.status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';.* frame-ancestors 'none'$/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const text = await page.text();
    expect(text).toBe(await (await get(pagePath)).text());
    expect(text).not.toMatch(
      /<script(?! src="callback\.js" defer><\/script>)|<style|style=| on\w+=/,
    );
  });

  it('has its script beside it', async () => {
    const script = await get(scriptPath);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(script.headers.get('cache-control')).toBe('no-store');
  });

  it('is there to be read alone', async () => {
    const host = createTestHost();
    const response = await host.send(pagePath, { method: 'POST', body: {} });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await host.send(pagePath, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

interface Posted {
  readonly channel: string;
  readonly message: unknown;
}

/** Runs the script as a browser does, in a window that a provider has sent back. */
async function runPage(
  search: string,
  options: { stored?: Record<string, string>; allowedOrigins?: string[] } = {},
): Promise<{
  readonly posted: Posted[];
  readonly visited: string[];
  readonly stored: Map<string, string>;
  readonly shown: string[];
  readonly isClosed: () => boolean;
  readonly acknowledge: () => void;
  readonly hello: (state: string, origin: string) => unknown[];
}> {
  const { allowedOrigins = [], stored: entries = {} } = options;
  const script = await (await get(scriptPath, { allowedOrigins })).text();
  const posted: Posted[] = [];
  const visited: string[] = [];
  const shown: string[] = [];
  const stored = new Map(Object.entries(entries));
  const onChannel: ((event: object) => void)[] = [];
  const onWindow: ((event: object) => void)[] = [];
  let closed = false;
  class BroadcastChannel {
    readonly name: string;
    constructor(name: string) {
      this.name = name;
    }
    postMessage(message: unknown): void {
      posted.push({ channel: this.name, message: JSON.parse(JSON.stringify(message)) });
    }
    addEventListener(_type: string, listener: (event: object) => void): void {
      onChannel.push(listener);
    }
  }
  runInContext(
    script,
    createContext({
      URL,
      URLSearchParams,
      BroadcastChannel,
      setInterval: () => 1,
      clearInterval: () => undefined,
      close: () => {
        closed = true;
      },
      history: { replaceState: (...[, , path]: unknown[]) => shown.push(String(path)) },
      sessionStorage: {
        getItem: (name: string) => stored.get(name) ?? null,
        setItem: (name: string, value: string) => stored.set(name, value),
      },
      addEventListener: (_type: string, listener: (event: object) => void) =>
        onWindow.push(listener),
      location: {
        origin: hostOrigin,
        pathname: pagePath,
        search,
        replace: (url: string) => visited.push(url),
      },
    }),
  );
  return {
    posted,
    visited,
    stored,
    shown,
    isClosed: () => closed,
    acknowledge: () => onChannel.forEach((listen) => listen({ data: { type: 'received' } })),
    hello(state, origin) {
      const answers: unknown[] = [];
      const source = { postMessage: (...message: unknown[]) => answers.push(message) };
      const data = { type: 'hello', payload: { state } };
      onWindow.forEach((listen) => listen({ data, origin, source }));
      return answers;
    },
  };
}

describe('the script of the callback page', () => {
  const search = '?code=c&state=S1';
  const answer = { type: 'response', payload: { search } };

  it('hands the answer to the channel of its state, hides it, and closes when it arrived', async () => {
    const page = await runPage(search);
    expect(page.posted).toEqual([{ channel: toCallbackChannel('S1'), message: answer }]);
    expect(page.shown).toEqual([pagePath]);
    expect(page.isClosed()).toBe(false);
    page.acknowledge();
    expect(page.isClosed()).toBe(true);
  });

  it('answers a window that says hello with its state, from the host’s own origins alone', async () => {
    const page = await runPage(search, { allowedOrigins: ['https://other.example'] });
    const sent = (origin: string): unknown[] => [[answer, origin]];
    expect(JSON.parse(JSON.stringify(page.hello('S1', hostOrigin)))).toEqual(sent(hostOrigin));
    expect(page.hello('S1', 'https://other.example')).toHaveLength(1);
    expect(page.hello('S1', 'https://evil.example')).toEqual([]);
    expect(page.hello('S2', hostOrigin)).toEqual([]);
  });

  it('goes back in the same window, with the answer kept for the page that waits', async () => {
    const key = toSameWindowKey('S1');
    const stored = { [key]: JSON.stringify({ returnTo: '/settings?tab=2', ticket: 't' }) };
    const page = await runPage(search, { stored });
    expect(page.visited).toEqual([`${hostOrigin}/settings?tab=2`]);
    expect(JSON.parse(page.stored.get(key) ?? '')).toMatchObject({ ticket: 't', search });
    expect(page.posted).toEqual([]);
  });

  it.each(['https://evil.example/', '//evil.example', 'javascript:alert(1)'])(
    'goes nowhere else: %s',
    async (returnTo) => {
      const stored = { [toSameWindowKey('S1')]: JSON.stringify({ returnTo }) };
      const page = await runPage(search, { stored });
      expect(page.visited).toEqual([]);
      expect(page.posted).toHaveLength(1);
    },
  );

  it('knows a sign-in of OAuth 1.0a without a state by its token', async () => {
    const page = await runPage('?oauth_token=T1&oauth_verifier=v');
    expect(page.posted[0]?.channel).toBe(toCallbackChannel('T1'));
  });

  it('does nothing for a visit that is no answer', async () => {
    expect((await runPage('')).posted).toEqual([]);
  });
});
