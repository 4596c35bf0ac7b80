import { screen } from '@testing-library/react';
import {
  createEmulator,
  exampleData,
  exampleIds,
  largeData,
  type Emulator,
} from '../../src/emulator.js';
import type { RenderedWidget } from './renderWidget.js';

/** Amelia's Shopify accounts, as many as wanted: none, one, her two, or more with believable names. */
export function withAccounts(count: number): Emulator {
  const data = largeData({ connections: Math.max(0, count - 2) });
  const { ameliaShopifyUk, ameliaShopifyEu } = exampleIds.connections;
  const dropped: string[] = [ameliaShopifyUk, ameliaShopifyEu].slice(count);
  data.connections = data.connections.filter(({ id }) => !dropped.includes(id));
  return createEmulator({ data });
}

export async function press({ user }: RenderedWidget, name: string | RegExp): Promise<void> {
  await user.click(screen.getByRole('button', { name }));
}

/** The accounts to choose from, once there are any. */
export function findRows(): Promise<HTMLElement[]> {
  return screen.findAllByRole('radio');
}

/** What a screen reader calls a row. */
export function labelOf(row: HTMLElement | undefined): string {
  const id = row?.getAttribute('aria-labelledby') ?? '';
  return document.getElementById(id)?.textContent ?? '';
}

/** What a screen reader adds to the name. */
export function detailsOf(row: HTMLElement | undefined): string {
  const described = (row?.getAttribute('aria-describedby') ?? '').split(' ');
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

/** Carla's Slack account fails; nothing is active. */
export function withFailingSlack(): Emulator {
  const data = exampleData();
  data.activations = [];
  const slack = data.connections.find(({ id }) => id === exampleIds.connections.carlaSlack);
  for (const { credential } of slack?.credentials ?? []) {
    if (credential) credential.errors = ['canary-revoked'];
  }
  return createEmulator({ data });
}
