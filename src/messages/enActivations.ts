/** English text of the list of activations. */
export const enActivations = {
  'activations.heading': 'Active now',
  'activations.headingCount': { one: 'Active now · {count}', other: 'Active now · {count}' },
  'activations.variables': 'Settings',
  'activations.none': 'Nothing is active.',
  'activations.add': 'Activate once more',
  'activations.more': 'Show more',
  'activations.incomplete': 'You have more than can be listed here. These are the newest.',
  'activations.filter': 'Filter by account',
  'activations.count': { one: '{count} activation', other: '{count} activations' },
  'activations.tooMany':
    '{integration} is active {count} times and does its work once for each. End those that you no longer need.',
  'activation.edit': 'Edit settings',
  'activation.edit.of': 'Edit settings of {name}',
  'activation.replace': 'Replace',
  'activation.replace.of': 'Replace {name}',
  'activation.end': 'End',
  'activation.end.of': 'End {name}',
  'activation.broken':
    'Signing in to {connection} does not work, so {integration} cannot do its work with it.',
  'activation.brokenForGood':
    'Signing in to {connection} does not work, so {integration} cannot do its work with it. Please contact support.',
  'activation.reconnect': 'Connect again',
  'activation.reconnect.of': 'Connect again: {connection}',
  'activation.reconnectFailed': 'It could not be connected again. Nothing was changed; try again.',
  'activation.useAnother': 'Use another account',
  'activation.useAnother.of': 'Use another account for {template}',
  'end.done': '{integration} has ended. Your accounts stay connected.',
  'edit.done': 'Your changes are saved.',
  'edit.gone': '{integration} was ended elsewhere meanwhile, so nothing was saved.',
  'replace.done': '{integration} has been replaced. The previous activation has ended.',
} as const;

/** The key of a text of the list of activations. */
export type ActivationsKey = keyof typeof enActivations;
