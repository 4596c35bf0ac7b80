import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createEmulator, exampleData, exampleIds, largeData } from '../../src/emulator.js';
import type { Emulator } from '../../src/emulator.js';
import { renderWidget, type RenderedWidget } from '../support/renderWidget.js';

const { connections: ids, templates } = exampleIds;

/** Amelia's Shopify accounts, as many as wanted: none, one, her two, or more with believable names. */
function withAccounts(count: number): Emulator {
  const data = largeData({ connections: Math.max(0, count - 2) });
  const own: string[] = [ids.ameliaShopifyUk, ids.ameliaShopifyEu];
  const dropped = own.slice(count);
  data.connections = data.connections.filter(({ id }) => !dropped.includes(id));
  return createEmulator({ data });
}

const press = (widget: RenderedWidget, name: string | RegExp) =>
  widget.user.click(screen.getByRole('button', { name }));

const rows = () => screen.findAllByRole('radio');
const names = async () => (await rows()).map((row) => labelOf(row));

/** What a screen reader calls the row. */
function labelOf(row: HTMLElement): string {
  const id = row.getAttribute('aria-labelledby') ?? '';
  return document.getElementById(id)?.textContent ?? '';
}

/** What a screen reader adds to the name. */
function detailsOf(row: HTMLElement): string {
  const described = (row.getAttribute('aria-describedby') ?? '').split(' ');
  return described
    .map((id) => document.getElementById(id))
    .flatMap((element) => (element ? [toSpoken(element)] : []))
    .join(' ');
}

function toSpoken(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return node.textContent ?? '';
      return node.getAttribute('aria-hidden') === 'true' ? '' : ` ${toSpoken(node)}`;
    })
    .join('');
}

const searches = ({ network }: RenderedWidget) =>
  network.requests.filter((call) => call.includes('search='));

describe('a row', () => {
  it('says which account it is, how it signs in, when it was added and changed, and how it is', async () => {
    renderWidget();
    const [first] = await rows();
    if (!first) throw new Error('no row');
    expect(labelOf(first)).toBe('Chen & Co – UK store');
    const details = detailsOf(first);
    expect(details).toContain('chen-and-co-uk.myshopify.com');
    expect(details).toContain('OAuth 2.0');
    expect(details).toMatch(/Added \w+ \d+, \d{4} at/);
    expect(details).toMatch(/Changed \w+ \d+, \d{4} at/);
    expect(details).toContain('Working');
    const [added] = document.querySelectorAll('time');
    expect(added).toHaveTextContent(/^Added 7 months ago/);
    expect(added).toHaveAttribute('title', expect.stringMatching(/^Added .*\d{4}/));
  });

  it('of two that are alike but for their age says exactly when each was added', async () => {
    const data = exampleData();
    const uk = data.connections.find(({ id }) => id === ids.ameliaShopifyUk);
    const eu = data.connections.find(({ id }) => id === ids.ameliaShopifyEu);
    const day = new Date(Date.now() - 200 * 86_400_000);
    const time = day.toISOString();
    const later = new Date(day.getTime() + 7_200_000).toISOString();
    if (!uk || !eu) throw new Error('no account');
    Object.assign(eu, { name: ' Chen  & Co – uk STORE ', baseUrl: uk.baseUrl });
    Object.assign(uk, { createdAt: time, updatedAt: time });
    Object.assign(eu, { createdAt: later, updatedAt: later });
    renderWidget({ platform: createEmulator({ data }) });
    const shown = (await rows()).map((row) => row.closest('label')?.querySelector('time'));
    expect(shown[0]).toHaveTextContent(/^Added .*\d{4} at/);
    expect(shown[0]?.textContent).not.toBe(shown[1]?.textContent);
  });

  it('of two that are alike in everything says how their ids end', async () => {
    const data = exampleData();
    const uk = data.connections.find(({ id }) => id === ids.ameliaShopifyUk);
    if (!uk) throw new Error('no account');
    data.connections.push({ ...uk, id: '01JEXAMP1E000000CNN9000001' });
    renderWidget({ platform: createEmulator({ data }) });
    const [first, second, third] = await rows();
    if (!first || !second || !third) throw new Error('no rows');
    expect(detailsOf(first)).toContain('ID ends in 0000001');
    expect(detailsOf(second)).not.toContain('ID ends');
    expect(detailsOf(third)).toContain('ID ends in 9000001');
  });

  it('says what the host would rather have said', async () => {
    renderWidget({
      props: {
        formatConnection: ({ name }) => ({ name: `Shop: ${name}`, description: 'The main one' }),
      },
    });
    const [first] = await rows();
    if (!first) throw new Error('no row');
    expect(labelOf(first)).toBe('Shop: Chen & Co – UK store');
    expect(detailsOf(first)).toContain('The main one');
    expect(detailsOf(first)).toContain('Working');
  });

  it('is drawn by the host where it wants to, and keeps its radio and its health', async () => {
    renderWidget({ props: { renderConnection: ({ name }) => <strong>{name}!</strong> } });
    const row = await screen.findByRole('radio', { name: 'Chen & Co – EU store!' });
    expect(detailsOf(row)).toContain('Working');
  });
});

describe('the list', () => {
  it('of a user without an account says what is needed and for whom', async () => {
    renderWidget({ platform: withAccounts(0) });
    expect(await screen.findByText('You have no Shopify account here yet')).toBeVisible();
    expect(screen.getByText(/Shopify orders needs a Shopify account of yours/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument();
  });

  it('looks again, and says that there is still nothing', async () => {
    const widget = renderWidget({ platform: withAccounts(0) });
    await screen.findByText('You have no Shopify account here yet');
    await press(widget, 'Look again');
    expect(await screen.findByText(/No new account has appeared/)).toBeVisible();
  });

  it('of one account has it chosen, says why, and goes on with it', async () => {
    const widget = renderWidget({ platform: withAccounts(1) });
    expect(await screen.findByRole('radio')).toBeChecked();
    expect(screen.getByText(/your only account there/)).toBeVisible();
    await press(widget, 'Continue');
    expect(
      await screen.findByRole('heading', { name: 'Choose your NetSuite account' }),
    ).toBeVisible();
  });

  it('of two has none chosen, and asks for one', async () => {
    const widget = renderWidget({ platform: withAccounts(2) });
    expect((await rows()).map((row) => (row as HTMLInputElement).checked)).toEqual([false, false]);
    await press(widget, 'Continue');
    expect(screen.getByRole('alert')).toHaveTextContent('Choose an account to go on.');
    expect((await rows())[0]).toHaveFocus();
  });

  it('of sixty shows a page, says how many there are, and loads more until all are there', async () => {
    const widget = renderWidget({ platform: withAccounts(60) });
    expect(await screen.findByText('20 of 60 accounts')).toBeInTheDocument();
    await press(widget, 'Show more accounts');
    await screen.findByText('40 of 60 accounts');
    screen.getByRole('button', { name: 'Show more accounts' }).focus();
    await widget.user.keyboard('{Enter}');
    await screen.findByText('60 accounts');
    expect(screen.queryByRole('button', { name: 'Show more accounts' })).not.toBeInTheDocument();
    const all = await rows();
    expect(new Set(await names()).size).toBe(60);
    await waitFor(() => expect(all).toContain(document.activeElement));
  });

  it('puts those that do not work last among what is loaded', async () => {
    renderWidget({ user: 'carla', platform: withoutActivations() });
    expect(await names()).toEqual([
      'Papeterie Moreau – Paris',
      'Papeterie Moreau – Lyon',
      'Papeterie Moreau – wholesale',
    ]);
    const [, lyon, wholesale] = await rows();
    expect(detailsOf(lyon ?? document.body)).toMatch(/Expired \w+ \d+, \d{4}/);
    expect(detailsOf(wholesale ?? document.body)).toContain('Sign-in fails');
  });

  it('keeps what is loaded when a further page fails, and tries again', async () => {
    const widget = renderWidget({ platform: withAccounts(60) });
    await screen.findByText('20 of 60 accounts');
    widget.platform.faults.add({
      operation: 'ListConnections',
      fault: { kind: 'status', status: 500 },
      times: Infinity,
    });
    await press(widget, 'Show more accounts');
    expect(await screen.findByRole('alert')).toHaveTextContent('No more accounts could be loaded');
    expect(await rows()).toHaveLength(20);
    widget.platform.faults.clear();
    await press(widget, 'Try again');
    await screen.findByText('40 of 60 accounts');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('offers to read again when the first page fails', async () => {
    const platform = withAccounts(60);
    platform.faults.add({
      operation: 'ListConnections',
      fault: { kind: 'truncated' },
      times: Infinity,
    });
    const widget = renderWidget({ platform });
    expect(await screen.findByRole('alert')).toHaveTextContent('This could not be loaded');
    platform.faults.clear();
    await press(widget, 'Try again');
    await screen.findByText('20 of 60 accounts');
  });
});

describe('what is filled in beforehand', () => {
  it('is what the host wishes, also when it is on no loaded page', async () => {
    const platform = withAccounts(60);
    const last = platform.data.connections.at(-1);
    renderWidget({
      platform,
      props: { initialConnections: { [templates.shopifyOrders.shopify]: last?.id ?? '' } },
    });
    expect(await screen.findByRole('radio', { checked: true })).toHaveAttribute('value', last?.id);
  });

  it('is never one that does not work, even the only one or the one that the host wishes', async () => {
    renderWidget({
      user: 'carla',
      integration: 'warehouseSync',
      props: {
        initialConnections: { [templates.warehouseSync.shipbob]: ids.carlaShipbobFailing },
      },
    });
    expect(await screen.findByRole('radio')).not.toBeChecked();
  });

  it('is the account of the activation that was ended, which is said', async () => {
    const data = exampleData();
    const slack = data.connections.find(({ id }) => id === ids.bashirSlack);
    if (!slack) throw new Error('no account');
    data.connections.push({
      ...slack,
      id: '01JEXAMP1E000000CNN0000000',
      name: 'Another workspace',
    });
    const widget = renderWidget({
      user: 'bashir',
      integration: 'slackAlerts',
      platform: createEmulator({ data }),
    });
    await widget.user.click(await screen.findByRole('button', { name: 'End Slack alerts' }));
    const dialog = await screen.findByRole('alertdialog');
    await widget.user.click(within(dialog).getByRole('button', { name: 'End Slack alerts' }));
    await screen.findByText(/has ended/);
    await press(widget, 'Activate Slack alerts');
    expect(await screen.findByRole('radio', { checked: true })).toHaveAttribute('value', slack.id);
    expect(screen.getByText(/You used this account before/)).toBeVisible();
  });

  it('is the draft before the wish of the host', async () => {
    const props = {
      initialConnections: { [templates.shopifyOrders.shopify]: ids.ameliaShopifyUk },
    };
    const first = renderWidget({ props });
    await rows();
    await first.user.click(screen.getByRole('radio', { name: 'Chen & Co – EU store' }));
    first.unmount();
    renderWidget({ props, sameAs: first });
    expect(await screen.findByRole('radio', { name: 'Chen & Co – EU store' })).toBeChecked();
  });
});

describe('two templates of one system', () => {
  it('may take the same account or different ones', async () => {
    const data = exampleData();
    const netsuite = data.templates.find(
      (each) => each.connectionTemplateId === templates.shopifyOrders.netsuite,
    );
    Object.assign(netsuite ?? {}, { id: exampleIds.systems.shopify, name: 'Second shop' });
    const widget = renderWidget({ platform: createEmulator({ data }) });
    await rows();
    await widget.user.click(screen.getByRole('radio', { name: 'Chen & Co – UK store' }));
    await press(widget, 'Continue');
    await screen.findByRole('heading', { name: 'Choose your Second shop account' });
    await widget.user.click(await screen.findByRole('radio', { name: 'Chen & Co – UK store' }));
    await press(widget, 'Continue');
    await press(widget, 'Back');
    expect(await screen.findByRole('radio', { name: 'Chen & Co – UK store' })).toBeChecked();
    await widget.user.click(screen.getByRole('radio', { name: 'Chen & Co – EU store' }));
    await press(widget, 'Back');
    expect(await screen.findByRole('radio', { name: 'Chen & Co – UK store' })).toBeChecked();
  });
});

it('says which templates the host provides for, on the first step', async () => {
  renderWidget({ integration: 'warehouseSync' });
  expect(await screen.findByText(/Loqate: provided for you/)).toBeVisible();
});

describe('by keyboard', () => {
  it('a slash leads to the filter, an arrow from there to the rows, Enter chooses and goes on', async () => {
    const widget = renderWidget({ platform: withAccounts(60) });
    const [first] = await rows();
    act(() => first?.focus());
    await widget.user.keyboard('/');
    const field = screen.getByRole('searchbox');
    expect(field).toHaveFocus();
    await widget.user.keyboard('eu store');
    expect(await names()).toEqual(['Chen & Co – EU store']);
    await widget.user.keyboard('{ArrowDown}{Enter}');
    expect(
      await screen.findByRole('heading', { name: 'Choose your NetSuite account' }),
    ).toHaveFocus();
    expect(screen.getByRole('navigation')).toHaveTextContent('Chen & Co – EU store');
  });

  it('a slash typed into the filter, or anywhere else in the page, is a slash', async () => {
    const widget = renderWidget({ platform: withAccounts(60) });
    await rows();
    const field = screen.getByRole('searchbox');
    await widget.user.type(field, 'a/b');
    expect(field).toHaveValue('a/b');
    act(() => field.blur());
    await widget.user.keyboard('/');
    expect(field).not.toHaveFocus();
  });

  it('arrows move from row to row', async () => {
    const widget = renderWidget();
    const [first, second] = await rows();
    act(() => first?.focus());
    await widget.user.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    expect(second).toBeChecked();
  });
});

describe('hostile accounts', () => {
  it.each([
    ['no name', { name: '' }, 'Without a name'],
    ['a name of marks alone', { name: '\u200b\u202e ' }, 'Without a name'],
    ['markup', { name: '<b>Shop</b>' }, '<b>Shop</b>'],
    ['emoji', { name: '👩‍🚀 Space shop' }, '👩‍🚀 Space shop'],
    ['a turned name', { name: 'Shop \u202egnp.exe' }, 'Shop gnp.exe'],
    ['5,000 characters', { name: 'W'.repeat(5_000) }, `${'W'.repeat(200)}…`],
    ['dates that are none', { createdAt: 'soon', updatedAt: '' }, 'Chen & Co – UK store'],
    ['absurd dates', { createdAt: '0001-01-01T00:00:00Z' }, 'Chen & Co – UK store'],
    ['an address that is none', { baseUrl: 'not a URL' }, 'Chen & Co – UK store'],
  ])('with %s degrade one row, no more', async (_, spoilt, name) => {
    const data = exampleData();
    const uk = data.connections.find(({ id }) => id === ids.ameliaShopifyUk);
    Object.assign(uk ?? {}, spoilt);
    const widget = renderWidget({ platform: createEmulator({ data }) });
    const [first, second] = await rows();
    expect(labelOf(first ?? document.body)).toBe(name);
    expect(detailsOf(first ?? document.body)).not.toMatch(/Invalid|NaN|undefined|null|years ago/);
    expect(labelOf(second ?? document.body)).toBe('Chen & Co – EU store');
    await widget.user.click(first ?? document.body);
    expect(first).toBeChecked();
  });
});

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
          ...(await createPortOf()),
          listConnections: async () => ({ items: all, totalCount: all.length }),
        },
      },
    });
    await screen.findByText('50 of 10,000 accounts');
    for (let press = 0; press < 6; press += 1) {
      await widget.user.click(screen.getByRole('button', { name: 'Show more accounts' }));
    }
    expect((await rows()).length).toBeLessThan(300);
    const [top] = await names();
    expect(top).not.toBe(all[0]?.name);
    await press(widget, 'Show earlier accounts');
    await press(widget, 'Show earlier accounts');
    expect((await names())[0]).toBe(all[0]?.name);
    expect((await rows()).length).toBeLessThan(300);
    expect(searches(widget)).toEqual([]);
  });
});

/** A port of its own: the host's backend may load as much at once as it likes. */
async function createPortOf() {
  const { createHttpBackend } = await import('../../src/index.js');
  const { basePath, createTestHost, hostOrigin } = await import('../support/host.js');
  const host = createTestHost();
  return createHttpBackend({
    baseUrl: `${hostOrigin}${basePath}`,
    fetch: (url, init) => host.handler(new Request(url, init)),
    headers: { 'X-Test-User': exampleIds.users.amelia.externalId },
  });
}

function withoutActivations(): Emulator {
  const data = exampleData();
  data.activations = [];
  return createEmulator({ data });
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
