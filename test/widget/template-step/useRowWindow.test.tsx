import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { exampleIds, largeData } from '../../../src/emulator.js';
import { createHttpBackend, type Backend } from '../../../src/index.js';
import { labelOf, withAccounts } from '../../support/accounts.js';
import { basePath, createTestHost, hostOrigin } from '../../support/host.js';
import { renderWidget } from '../../support/renderWidget.js';

// By text and by selector: to find a role among hundreds of rows takes a second each time.
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[type="radio"]')];
const pressText = (name: string): void => void fireEvent.click(screen.getByText(name));

describe('ten thousand accounts', () => {
  it('draw fewer than 300 rows, however many are loaded, and every one can be reached', async () => {
    const all = largeData({ connections: 10_000 })
      .connections.slice(-10_000)
      .map(({ id, name }) => ({
        ...{ id, name },
        authTypes: [],
        health: { status: 'ok' as const },
      }));
    const widget = renderWidget({
      props: {
        backend: {
          ...createPort(),
          listConnections: async () => ({ items: all, totalCount: all.length }),
        },
      },
    });
    await screen.findByText('30 of 10,000 accounts');
    for (let step = 0; step < 9; step += 1) pressText('Show more accounts');
    expect(rows().length).toBeLessThan(300);
    expect(labelOf(rows()[0])).not.toBe(all[0]?.name);
    pressText('Show previous accounts');
    pressText('Show previous accounts');
    expect(labelOf(rows()[0])).toBe(all[0]?.name);
    expect(rows().length).toBeLessThan(300);
    expect(widget.network.requests.filter((call) => call.includes('search='))).toEqual([]);
  });
});

/** A port of its own: the host's backend may load as much at once as it likes. */
function createPort(): Backend {
  const host = createTestHost();
  return createHttpBackend({
    baseUrl: `${hostOrigin}${basePath}`,
    fetch: (url, init) => host.handler(new Request(url, init)),
    headers: { 'X-Test-User': exampleIds.users.amelia.externalId },
  });
}

it('counts what the filter leaves without saying it at every key', async () => {
  const widget = renderWidget({ platform: withAccounts(60) });
  await screen.findByText('20 of 60 accounts');
  const filter = document.querySelector('[data-onb-part="filter"]');
  if (!(filter instanceof HTMLElement)) throw new Error('no filter');
  const said: string[] = [];
  const status = within(filter).getByRole('status');
  new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, {
    subtree: true,
    characterData: true,
    childList: true,
  });
  await widget.user.type(screen.getByRole('searchbox'), 'store');
  await waitFor(() => expect(status).toHaveTextContent('2 accounts'));
  expect(said.length).toBeLessThan(4);
});
