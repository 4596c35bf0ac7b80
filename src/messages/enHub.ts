/** English text of the hub of integrations. */
export const enHub = {
  'hub.heading': 'Integrations',
  'hub.search': 'Search integrations',
  'hub.filter': 'Status',
  'hub.filter.all': 'All',
  'hub.count': { one: '{count} integration', other: '{count} integrations' },
  'hub.state.inactive': '{off}',
  'hub.state.active': '{on}',
  'hub.state.attention': 'Needs attention',
  'hub.state.unavailable': 'Not available',
  'hub.state.unknown': 'Status unavailable',
  'hub.verb.inactive': 'Set up',
  'hub.verb.active': 'Manage',
  'hub.verb.attention': 'Fix',
  'hub.verb.unknown': 'Open',
  'hub.activations': { one: '{count} active', other: '{count} active' },
  'hub.none': 'No integrations yet.',
  'hub.noMatch': 'No integration matches.',
  'hub.clear': 'Show all integrations',
  'hub.back': 'All integrations',
  'hub.close': 'Close',
} as const;

/** The key of a text of the hub. */
export type HubKey = keyof typeof enHub;
