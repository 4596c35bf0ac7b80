import type { Player } from './player.js';

/** The selector of a part of the component. */
export function part(name: string): string {
  return `[data-onb-part="${name}"]`;
}

/** The selector of the radio of an account, counted from 1. */
export function account(position: number): string {
  return `${part('connection')}:nth-of-type(${position}) input`;
}

/** Chooses the account at a position, and goes on. */
export async function chooseAccount(player: Player, position: number): Promise<void> {
  await player.press(account(position));
  await player.press(part('continue'));
}

/** Slack alerts: the only account is filled in, and there are no variables. */
export async function goToSlackReview(player: Player): Promise<void> {
  await player.press(part('continue'));
  await player.find('[data-step="review"]');
}

/** Shopify orders and Warehouse sync: the first account of each, up to the variables. */
export async function goToVariables(player: Player): Promise<void> {
  await chooseAccount(player, 1);
  await player.find('[data-step="template"]');
  await chooseAccount(player, 1);
  await player.find('[data-step="variables"]');
}
