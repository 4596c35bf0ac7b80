import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createEmulator, exampleIds, largeData } from '../../../src/emulator.js';
import { createHttpBackend } from '../../../src/index.js';
import { basePath, createTestHost, hostOrigin } from '../../support/host.js';
import { createNetwork } from '../../support/network.js';
import { renderWidget, type RenderedWidget } from '../../support/renderWidget.js';

/** Amelia has 402 Shopify accounts; her first page has 20 of them. */
function renderMany(): RenderedWidget {
  return renderWidget({ platform: createEmulator({ data: largeData({ connections: 400 }) }) });
}

const field = () => screen.findByRole('searchbox', { name: 'Search accounts' });
const shown = () =>
  [...document.querySelectorAll('.onb-connection-name')].map((name) => name.textContent);
const searches = ({ network }: RenderedWidget) =>
  network.requests.flatMap((call) => {
    const search = new URL(call.split(' ')[1] ?? '', 'http://host').searchParams.get('search');
    return search === null || search === '' ? [] : [search];
  });

/** Key by key, with no moment between two keys in which the typing could rest. */
function typeAtOnce(input: HTMLElement, text: string): void {
  for (let length = 1; length <= text.length; length += 1) {
    fireEvent.change(input, { target: { value: text.slice(0, length) } });
  }
}

describe('filtering', () => {
  it('finds what is loaded at once, without a request where all is loaded', async () => {
    const platform = createEmulator({ data: largeData({ connections: 12 }) });
    const widget = renderWidget({ platform });
    const before = widget.network.requests.length;
    typeAtOnce(await field(), 'chen eu');
    expect(shown()).toEqual(['Chen & Co – EU store']);
    await screen.findByText('1 account');
    expect(widget.network.requests.slice(before).filter((call) => call.includes('search'))).toEqual(
      [],
    );
  });

  it('asks the host for the rest once the typing rests, and for the last text only', async () => {
    const widget = renderMany();
    typeAtOnce(await field(), 'graz coffee branch 4');
    await waitFor(() => expect(searches(widget)).toEqual(['graz coffee branch 4']));
    await waitFor(() => expect(shown()).toEqual(['Graz Coffee – branch 4']));
    expect(searches(widget)).toHaveLength(1);
  });

  it('never goes back to an older search when its answer comes late', async () => {
    const widget = renderMany();
    const release = widget.network.holdNext(/search=graz/);
    typeAtOnce(await field(), 'graz');
    await waitFor(() => expect(searches(widget)).toEqual(['graz']));
    fireEvent.change(await field(), { target: { value: '' } });
    typeAtOnce(await field(), 'turku coffee');
    await waitFor(() => expect(shown()).toHaveLength(5));
    release();
    await screen.findByText('5 accounts');
    expect(shown().every((name) => name?.startsWith('Turku Coffee'))).toBe(true);
    expect(searches(widget)).toEqual(['graz', 'turku coffee']);
  });

  it('cancels a search that is outdated', async () => {
    const host = createTestHost({ data: largeData({ connections: 400 }) });
    const network = createNetwork(host.handler);
    const cancelled: string[] = [];
    const backend = createHttpBackend({
      baseUrl: `${hostOrigin}${basePath}`,
      headers: { 'X-Test-User': exampleIds.users.amelia.externalId },
      fetch(url, init) {
        init.signal?.addEventListener('abort', () => cancelled.push(new URL(url).search));
        return network.fetch(url, init);
      },
    });
    renderWidget({ props: { backend } });
    const release = network.holdNext(/search=graz/);
    typeAtOnce(await field(), 'graz');
    await waitFor(() => expect(network.requests.at(-1)).toContain('search=graz'));
    typeAtOnce(await field(), 'graz coffee');
    await waitFor(() => expect(cancelled).toContain('?search=graz'));
    release();
    await waitFor(() => expect(shown()).toHaveLength(5));
    expect(shown().every((name) => name?.startsWith('Graz Coffee'))).toBe(true);
  });

  it('that matches nothing says so and leads back', async () => {
    const widget = renderMany();
    typeAtOnce(await field(), 'zanzibar');
    expect(await screen.findByText('No account matches “zanzibar”.')).toBeVisible();
    await widget.user.click(screen.getByRole('button', { name: 'Clear search' }));
    await screen.findByText('20 of 402 accounts');
    expect(shown()).toHaveLength(20);
  });

  it('says that the rest could not be searched, keeps what is loaded, and tries again', async () => {
    const widget = renderMany();
    await screen.findByText('20 of 402 accounts');
    widget.platform.faults.add({
      operation: 'ListConnections',
      fault: { kind: 'status', status: 500 },
      times: Infinity,
    });
    typeAtOnce(await field(), 'outdoor');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'We could only search the accounts loaded so far.',
    );
    const before = shown().length;
    expect(before).toBeGreaterThan(3);
    widget.platform.faults.clear();
    await widget.user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(shown().length).toBeGreaterThan(before));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says what is chosen while the filter hides it', async () => {
    const widget = renderMany();
    await widget.user.click(await screen.findByRole('radio', { name: 'Chen & Co – UK store' }));
    typeAtOnce(await field(), 'leeds');
    expect(
      await screen.findByText('Selected, but not in these results: Chen & Co – UK store'),
    ).toBeVisible();
  });

  it('shows the next matches on demand', async () => {
    const widget = renderMany();
    typeAtOnce(await field(), 'porto');
    await screen.findByText(/First \d+ matching accounts/);
    const before = shown().length;
    await widget.user.click(screen.getByRole('button', { name: 'Show more accounts' }));
    await waitFor(() => expect(shown().length).toBeGreaterThan(before));
    expect(new Set(shown()).size).toBe(shown().length);
  });
});
