import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createEmulator, exampleData, exampleIds } from '../../../src/emulator.js';
import {
  detailsOf,
  findRows,
  labelOf,
  withAccounts,
  withFailingSlack,
} from '../../support/accounts.js';
import { renderWidget } from '../../support/renderWidget.js';

const { connections: ids } = exampleIds;

describe('a row', () => {
  it('says which account it is and where it lives, and no more where that tells it apart', async () => {
    renderWidget();
    const [first] = await findRows();
    if (!first) throw new Error('no row');
    expect(labelOf(first)).toBe('Chen & Co – UK store');
    expect(detailsOf(first).trim()).toBe('chen-and-co-uk.myshopify.com');
    expect(document.querySelector('time')).toBeNull();
  });

  it('of two of one name and address says how each signs in and since when it is there', async () => {
    const data = exampleData();
    const uk = data.connections.find(({ id }) => id === ids.ameliaShopifyUk);
    const eu = data.connections.find(({ id }) => id === ids.ameliaShopifyEu);
    if (!uk || !eu) throw new Error('no account');
    Object.assign(eu, { name: uk.name, baseUrl: uk.baseUrl });
    renderWidget({ platform: createEmulator({ data }) });
    const [first] = await findRows();
    expect(detailsOf(first)).toContain('OAuth 2.0');
    expect(detailsOf(first)).toMatch(/Added \w+ \d+, \d{4} at/);
    expect(detailsOf(first)).toMatch(/Changed \w+ \d+, \d{4} at/);
    const [added] = document.querySelectorAll('time');
    expect(added).toHaveTextContent(/^Added 7 months ago/);
    expect(added).toHaveAttribute('title', expect.stringMatching(/^Added .*\d{4}/));
  });

  it.each([
    ['was found to work', { errors: [] }],
    ['was never checked', {}],
  ])('of an account that %s says nothing of its health', async (_, members) => {
    const data = exampleData();
    const uk = data.connections.find(({ id }) => id === ids.ameliaShopifyUk);
    for (const { credential } of uk?.credentials ?? []) {
      delete credential?.errors;
      Object.assign(credential ?? {}, members);
    }
    renderWidget({ platform: createEmulator({ data }) });
    const [first] = await findRows();
    const row = first?.closest('label');
    expect(row?.querySelector('[data-onb-part="health"]')).toBeNull();
    expect(row?.querySelectorAll('svg')).toHaveLength(0);
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
    const shown = (await findRows()).map((row) => row.closest('label')?.querySelector('time'));
    expect(shown[0]).toHaveTextContent(/^Added .*\d{4} at/);
    expect(shown[0]?.textContent).not.toBe(shown[1]?.textContent);
  });

  it('of two that are alike in everything says how their ids end', async () => {
    const data = exampleData();
    const uk = data.connections.find(({ id }) => id === ids.ameliaShopifyUk);
    if (!uk) throw new Error('no account');
    data.connections.push({ ...uk, id: '01JEXAMP1E000000CNN9000001' });
    renderWidget({ platform: createEmulator({ data }) });
    const [first, second, third] = await findRows();
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
    const [first] = await findRows();
    if (!first) throw new Error('no row');
    expect(labelOf(first)).toBe('Shop: Chen & Co – UK store');
    expect(detailsOf(first)).toContain('The main one');
  });

  it('is drawn by the host where it wants to, and keeps its radio and its health', async () => {
    renderWidget({
      user: 'carla',
      integration: 'slackAlerts',
      platform: withFailingSlack(),
      props: { renderConnection: ({ name }) => <strong>{name}!</strong> },
    });
    const row = await screen.findByRole('radio', { name: 'Papeterie Moreau workspace!' });
    expect(detailsOf(row)).toContain("Can't sign in");
  });
});

describe('by keyboard', () => {
  it('a slash leads to the filter, an arrow from there to the rows, Enter chooses and goes on', async () => {
    const widget = renderWidget({ platform: withAccounts(60) });
    const [first] = await findRows();
    act(() => first?.focus());
    await widget.user.keyboard('/');
    const field = screen.getByRole('searchbox');
    expect(field).toHaveFocus();
    await widget.user.keyboard('eu store');
    expect((await findRows()).map(labelOf)).toEqual(['Chen & Co – EU store']);
    await widget.user.keyboard('{ArrowDown}{Enter}');
    expect(
      await screen.findByRole('heading', { name: 'Choose your NetSuite account' }),
    ).toHaveFocus();
    expect(screen.getByRole('navigation')).toHaveTextContent('Chen & Co – EU store');
  });

  it('a slash typed into the filter, or anywhere else in the page, is a slash', async () => {
    const widget = renderWidget({ platform: withAccounts(60) });
    await findRows();
    const field = screen.getByRole('searchbox');
    await widget.user.type(field, 'a/b');
    expect(field).toHaveValue('a/b');
    act(() => field.blur());
    await widget.user.keyboard('/');
    expect(field).not.toHaveFocus();
  });

  it('arrows move from row to row', async () => {
    const widget = renderWidget();
    const [first, second] = await findRows();
    act(() => first?.focus());
    await widget.user.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    expect(second).toBeChecked();
  });
});

describe('hostile accounts', () => {
  it.each([
    ['no name', { name: '' }, 'Unnamed'],
    ['a name of marks alone', { name: '\u200b\u202e ' }, 'Unnamed'],
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
    const [first, second] = await findRows();
    expect(labelOf(first)).toBe(name);
    expect(detailsOf(first)).not.toMatch(/Invalid|NaN|undefined|null|years ago/);
    expect(labelOf(second)).toBe('Chen & Co – EU store');
    await widget.user.click(first ?? document.body);
    expect(first).toBeChecked();
  });
});
