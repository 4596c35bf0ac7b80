import { readFileSync } from 'node:fs';
import { render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { createHttpBackend, OnboardingWidget } from '../../src/index.js';
import { exampleIds } from '../../src/emulator.js';
import { OnboardingProvider, useActivations } from '../../src/headless.js';
import { basePath, createTestHost, hostOrigin } from '../support/host.js';
import { createNetwork } from '../support/network.js';
import { createPage } from '../support/renderWidget.js';

const baseUrl = `${hostOrigin}${basePath}`;
const { slackAlerts } = exampleIds.environments;

let warn: MockInstance<typeof console.warn>;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, Symbol.for('react-versori-onboarding.copies'));
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function warnings(): string[] {
  return warn.mock.calls.map(([text]) => String(text));
}

describe('baseUrl in place of a backend', () => {
  it('reads from there, and keeps what was chosen while the page lasts', async () => {
    const network = createNetwork(createTestHost().handler);
    const headers = { 'X-Test-User': exampleIds.users.amelia.externalId };
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      network.fetch(url, { ...init, headers: { ...init.headers, ...headers } }),
    );
    const widget = (
      <OnboardingWidget baseUrl={baseUrl} environmentId={exampleIds.environments.shopifyOrders} />
    );
    const page = render(widget);
    const [first] = await screen.findAllByRole('radio');
    await userEvent.click(first ?? document.body);
    page.unmount();
    render(widget);
    expect((await screen.findAllByRole('radio'))[0]).toBeChecked();
  });
});

describe('the developer reads one line in the console', () => {
  it.each([
    ['a page', new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
    ['a 404 of another server', new Response('Cannot GET /', { status: 404 })],
  ])('where %s answers in place of the handler', async (_name, answer) => {
    const url = `${baseUrl}/${answer.status}`;
    const backend = createHttpBackend({ baseUrl: url, fetch: async () => answer.clone() });
    render(<OnboardingWidget backend={backend} environmentId={slackAlerts} />);
    await screen.findByRole('alert');
    const told = warnings().filter((text) => text.includes(`mounted at baseUrl "${url}"`));
    expect(told).toContainEqual(expect.stringContaining(`integrations/${slackAlerts} was`));
  });

  it('but not where a proxy has no handler to ask', async () => {
    const url = `${baseUrl}/502`;
    const page = new Response('<h1>Bad gateway</h1>', {
      status: 502,
      headers: { 'Content-Type': 'text/html' },
    });
    const backend = createHttpBackend({ baseUrl: url, fetch: async () => page.clone() });
    render(<OnboardingWidget backend={backend} environmentId={slackAlerts} />);
    await screen.findByRole('alert');
    expect(warnings().filter((text) => text.includes('mounted'))).toEqual([]);
  });

  it('where the integration is not listed, with those that are', async () => {
    const { backend } = createPage();
    render(<OnboardingWidget backend={backend} environmentId="01JTYPED0WRONG000000000000" />);
    await screen.findByRole('alert');
    await waitFor(() =>
      expect(warnings()).toContainEqual(expect.stringContaining(`${slackAlerts} (Slack alerts)`)),
    );
  });

  it('where the environment id is empty, and the component waits for one', async () => {
    const { backend } = createPage();
    render(
      <OnboardingProvider backend={backend}>
        <OnboardingWidget environmentId="" />
        <OnboardingWidget environmentId={slackAlerts} />
      </OnboardingProvider>,
    );
    // Once the other one has its answers, this one would have failed.
    await screen.findByRole('radio');
    expect(warnings()).toContainEqual(expect.stringContaining('environmentId is empty'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('where the stylesheet is missing, and not where it is there', () => {
    const laidOut = Object.assign([new DOMRect()], { item: () => null });
    vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue(laidOut);
    vi.useFakeTimers();
    const { backend } = createPage();
    const styles = document.createElement('style');
    styles.textContent = readFileSync('src/styles/base.css', 'utf8');
    document.head.append(styles);
    const page = render(<OnboardingWidget backend={backend} environmentId={slackAlerts} />);
    vi.advanceTimersByTime(2_000);
    expect(warnings()).toEqual([]);
    page.unmount();
    styles.remove();
    render(<OnboardingWidget backend={backend} environmentId={slackAlerts} />);
    vi.advanceTimersByTime(2_000);
    expect(warnings()).toEqual([
      expect.stringContaining("import 'react-versori-onboarding/styles.css'"),
    ]);
  });

  it('where a text has a key that is none', async () => {
    const { backend } = createPage();
    const typed = { 'review.activate': 'Go', 'review.activat': 'Go' };
    render(<OnboardingWidget backend={backend} environmentId={slackAlerts} messages={typed} />);
    await waitFor(() =>
      expect(warnings()).toEqual([expect.stringContaining('"review.activat", which is no key')]),
    );
  });

  it('where two copies of the package do not see each other', async () => {
    const { backend } = createPage();
    render(<OnboardingProvider backend={backend} />);
    vi.resetModules();
    const copy = await import('../../src/headless/useActivations.js');
    expect(() => renderHook(() => copy.useActivations('e'))).toThrow(/of another copy of react/);
    expect(() => renderHook(() => useActivations('e'))).toThrow(/baseUrl="…">\.$/);
  });
});
