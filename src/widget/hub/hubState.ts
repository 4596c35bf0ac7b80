import type { IntegrationSummary } from '../../domain/integration.js';

/** The state that a card shows; `unknown`: the user's activations could not be read. */
export type HubState = 'inactive' | 'active' | 'attention' | 'unavailable' | 'unknown';

export const hubStates: readonly HubState[] = [
  'active',
  'attention',
  'inactive',
  'unavailable',
  'unknown',
];

/** What the user should know first: whether they have to act, then whether it can be used at all. */
export function toHubState(summary: IntegrationSummary): HubState {
  const { status, activationCount, needsAttention } = summary;
  if (needsAttention === true) return 'attention';
  if (status !== 'available') return 'unavailable';
  if (activationCount === null) return 'unknown';
  return activationCount > 0 ? 'active' : 'inactive';
}
