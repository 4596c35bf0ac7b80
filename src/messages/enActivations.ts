/** English text of the list of activations. */
export const enActivations = {
  'activations.heading': 'Active',
  'activations.headingCount': { one: 'Active · {count}', other: 'Active · {count}' },
  'activations.none': '{integration} is {off}',
  'activations.add': 'Add another',
  'activations.more': 'Show more',
  'activations.incomplete': 'You have more than can be listed here. These are the newest.',
  'activations.filter': 'Search by account',
  'activations.count': { one: '{count} active', other: '{count} active' },
  'activations.tooMany':
    '{integration} is {on} {count} times, and each runs on its own. You can {turnOff} those you no longer need.',
  'activation.edit': 'Edit settings',
  'activation.edit.of': 'Edit settings of {name}',
  'activation.replace': 'Replace',
  'activation.replace.of': 'Replace {name}',
  'activation.end': '{turnOff}',
  'activation.end.of': '{turnOff} {name}',
  'activation.broken': "{connection} can't sign in, so {integration} can't work with it.",
  'activation.brokenForGood':
    "{connection} can't sign in, so {integration} can't work with it. Contact support.",
  'activation.reconnect': 'Reconnect',
  'activation.reconnect.of': 'Reconnect {connection}',
  'activation.signedInAgain': '{connection} has new sign-in details.',
  'activation.reconnectFailed': "We couldn't reconnect it. Nothing has changed. Try again.",
  'activation.replaceLater': 'You can replace the account once {integration} is available again.',
  'activation.useAnother': 'Use another account',
  'activation.useAnother.of': 'Use another account for {template}',
  'end.done': '{integration} was {turnedOff}. Your accounts stay connected.',
  'edit.done': 'Your changes are saved.',
  'edit.gone': '{integration} was {turnedOff} elsewhere, so nothing was saved.',
  'replace.done': '{integration} was replaced. The previous one is {off}.',
} as const;

/** The key of a text of the list of activations. */
export type ActivationsKey = keyof typeof enActivations;
