/** English text of the hub of integrations. */
export const enHub = {
  'hub.heading': 'Integrations',
  'hub.search': 'Search integrations',
  'hub.filter': 'State',
  'hub.filter.all': 'All states',
  'hub.count': { one: '{count} integration', other: '{count} integrations' },
  'hub.state.inactive': 'Not active',
  'hub.state.active': 'Active',
  'hub.state.attention': 'Needs attention',
  'hub.state.unavailable': 'Not available',
  'hub.state.unknown': 'Not known at the moment',
  'hub.activations': { one: '{count} activation', other: '{count} activations' },
  'hub.none': 'There is no integration here yet.',
  'hub.noMatch': 'No integration matches.',
  'hub.clear': 'Show all integrations',
  'hub.back': 'All integrations',
  'hub.close': 'Close',
} as const;

/** The key of a text of the hub. */
export type HubKey = keyof typeof enHub;
