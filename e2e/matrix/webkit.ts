import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';

const driver = '/usr/bin/WebKitWebDriver';
const display = '/usr/bin/Xvfb';
const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Whether WebKitGTK, its driver and a display without a screen are installed (`CONTRIBUTING.md`). */
export const hasWebKit: boolean = [driver, display, browser].every((path) => existsSync(path));

/** A WebKit window, driven by plain WebDriver: Playwright's own WebKit is a build that Debian lacks. */
export interface WebKit {
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page; its result has to be JSON. */
  evaluate(body: string): Promise<unknown>;
  /** Asks until the body returns true; rejects after 20 s. */
  waitUntil(body: string): Promise<void>;
  setSize(width: number, height: number): Promise<void>;
  /** A PNG of what the window shows. */
  takeScreenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

const answerOf = v.object({ value: v.unknown() });
const sessionOf = v.object({ sessionId: v.string() });

/** Starts a display, the driver and one window. `slot` keeps parallel workers apart. */
export async function startWebKit(slot: number): Promise<WebKit> {
  const port = 4600 + slot;
  const screen = `:${140 + slot}`;
  const children = [
    spawn(display, [screen, '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
      stdio: 'ignore',
    }),
  ];
  const environment = { ...process.env, DISPLAY: screen, WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  children.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: environment }));
  const origin = `http://127.0.0.1:${port}`;
  try {
    await waitForDriver(origin);
    const session = await send(`${origin}/session`, 'POST', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        },
      },
    });
    const { sessionId } = v.parse(sessionOf, session);
    return toWebKit(`${origin}/session/${sessionId}`, children);
  } catch (error) {
    for (const child of children) child.kill();
    throw error;
  }
}

function toWebKit(session: string, children: readonly ChildProcess[]): WebKit {
  const evaluate = (script: string): Promise<unknown> =>
    send(`${session}/execute/sync`, 'POST', { script, args: [] });
  return {
    evaluate,
    open: async (url) => void (await send(`${session}/url`, 'POST', { url })),
    async waitUntil(body) {
      const deadline = Date.now() + 20_000;
      while ((await evaluate(body)) !== true) {
        if (Date.now() > deadline) throw new Error(`WebKit never saw: ${body}`);
        await delay(100);
      }
    },
    setSize: async (width, height) =>
      void (await send(`${session}/window/rect`, 'POST', { x: 0, y: 0, width, height })),
    takeScreenshot: async () =>
      Buffer.from(v.parse(v.string(), await send(`${session}/screenshot`, 'GET')), 'base64'),
    async close() {
      await send(session, 'DELETE').catch(() => undefined);
      for (const child of children) child.kill();
    },
  };
}

async function waitForDriver(origin: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await send(`${origin}/status`, 'GET');
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await delay(100);
    }
  }
}

async function send(url: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = v.parse(answerOf, await response.json());
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}
