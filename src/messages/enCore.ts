/**
 * English text of everything but the variables form, which comes with its own chunk. Sentence case,
 * verbs on buttons, the user's words: an "account" is the platform's connection.
 */
export const enCore = {
  loading: 'Loading…',
  retry: 'Try again',
  back: 'Back',
  continue: 'Continue',
  change: 'Change',
  'change.of': 'Change {name}',
  details: 'Details',
  unnamed: 'Without a name',

  'flow.title': 'Activate {integration}',
  'flow.steps': 'Steps',
  'flow.position': 'Step {current} of {total} · {step}',
  'flow.progress': 'Progress',
  'step.done': 'done',
  'step.variables': 'Settings',
  'step.review': 'Review',

  'template.heading': 'Choose your {template} account',
  'template.lead': '{integration} will use this account to work with {template}.',
  'template.prefilled': 'This is your only account there, so it is chosen already.',
  'template.filter': 'Filter accounts',
  'template.filter.placeholder': 'Name or address',
  'template.filter.none': 'No account matches “{search}”.',
  'template.filter.clear': 'Clear the filter',
  'template.count': { one: '{count} account', other: '{count} accounts' },
  'template.countOf': '{count} of {total} accounts',
  'template.incomplete': 'There may be more matches. Type more of the name to find them.',
  'template.more': 'Show more accounts',
  'template.searching': 'Searching…',
  'template.required': 'Choose an account to go on.',
  'template.none.heading': 'You have no {template} account here yet',
  'template.none.text':
    '{integration} needs a {template} account of yours. Connect one first, then come back: what you have chosen so far is kept.',
  'template.connectNew': 'Connect a {template} account',
  'template.connectAnother': 'Connect another account',
  'template.connecting': 'Waiting for the new account…',
  'template.connectFailed':
    'The new account could not be connected. Nothing was changed; try again.',
  'template.lookAgain': 'Look again',
  'template.unhealthy':
    '{connection} does not work at the moment, so {integration} will not either until you connect it again.',

  'connection.added': 'Added {date}',
  'connection.id': 'ID ends in {id}',
  'health.ok': 'Working',
  'health.unchecked': 'Not checked yet',
  'health.expiring': 'Expires {date}',
  'health.expiring.undated': 'Expires soon',
  'health.expired': 'Expired',
  'health.failing': 'Sign-in fails',
  'authType.none': 'No sign-in',
  'authType.api-key': 'API key',
  'authType.basic-auth': 'User name and password',
  'authType.oauth2': 'OAuth 2.0',
  'authType.oauth1': 'OAuth 1.0',
  'authType.hmac': 'Signed requests',
  'authType.jwt-bearer': 'Signed token',
  'authType.certificate': 'Certificate',
  'authType.secret': 'Secret',

  'variables.heading': 'Settings for {integration}',
  'variables.lead': 'These decide how {integration} works for you.',
  'variables.failed':
    'This step could not be loaded. Check your connection to the internet, then try again. What you chose is kept.',

  'review.heading': 'Check and activate',
  'review.lead': 'Nothing has been switched on yet. This is what {integration} will use.',
  'review.accounts': 'Accounts',
  'review.managed': 'Provided for you',
  'review.activate': 'Activate {integration}',
  'review.activating': 'Activating…',

  'value.yes': 'Yes',
  'value.no': 'No',
  'value.empty': 'Empty',
  'value.null': 'None',
  'value.secret': 'Set, not shown',
  'value.more': { one: 'and {count} more', other: 'and {count} more' },

  'submitting.announcement': 'Activating {integration}. This can take a few seconds.',
  'checking.heading': 'Checking whether it went through',
  'checking.text':
    'The connection broke before the answer came. Your current activations are being read again.',
  'unknown.heading': 'It is not certain whether {integration} was activated',
  'unknown.looked':
    'The answer was lost, and it does not appear among your activations. It can still turn up: check again in a moment before you start another attempt.',
  'unknown.notLooked':
    'The answer was lost, and your activations could not be read. Check your connection to the internet, then check again.',
  'unknown.check': 'Check again',
  'unknown.again': 'Activate again',
  'unknown.back': 'Back to what I entered',

  'done.heading': '{integration} is active',
  'done.text': 'It starts working with your accounts now. You can see and change it here any time.',
  'done.show': 'Show what is active',
  'done.close': 'Done',

  'refused.heading': 'Not activated',
  'refused.text': '{integration} was not activated. What you entered is kept.',
  'refused.template': 'Choose another account for {template}',
  'refused.elsewhere':
    '{integration} was activated in another window meanwhile, so nothing was sent from here.',
  'refused.elsewhere.show': 'Show what is active',

  'unavailable.heading': '{integration} is not available at the moment',
  'unavailable.text': 'It has been paused. Nothing on your side needs to change; try again later.',
  'misconfigured.heading': '{integration} cannot be activated',
  'misconfigured.text':
    'It is not set up correctly on our side. Please contact support; there is nothing you can change here.',

  'activations.heading': 'Active now',
  'activations.accounts': 'Accounts',
  'activations.variables': 'Settings',
  'activations.none': 'Nothing is active yet.',
  'activations.add': 'Activate once more',
  'activations.elsewhere': '{integration} is already active.',
  'activations.unknownTemplate': 'Account',
  'status.running': 'Running',
  'status.suspended': 'Paused',
  'status.error': 'Has a problem',
  'status.draft': 'Not published yet',
  'status.unknown': 'Status not known',

  'problem.heading': 'This could not be loaded',
  'problem.unauthenticated': 'You have been signed out. Sign in again, then try again.',
  'problem.forbidden': 'You are not allowed to do this. Ask an administrator of your team.',
  'problem.notFound': 'This does not exist, or is not yours to use.',
  'problem.conflict': 'This was changed meanwhile. Look at it again, then decide.',
  'problem.invalid': 'Something in what was entered is not accepted.',
  'problem.rateLimited': 'There were too many requests. Wait a moment, then try again.',
  'problem.rateLimited.seconds': {
    one: 'There were too many requests. Try again in {count} second.',
    other: 'There were too many requests. Try again in {count} seconds.',
  },
  'problem.unknown': 'Something went wrong on our side. Try again; if it stays, contact support.',
  'problem.malformed':
    'The answer could not be understood. Try again; if it stays, contact support.',
  'problem.unavailable': 'The service is not reachable at the moment. Try again in a minute.',
  'problem.timeout': 'It took too long to answer. Try again in a moment.',
  'problem.offline': 'There is no connection. Check your internet connection, then try again.',
} as const;

/** A text of the catalog, outside of the variables form. */
export type CoreKey = keyof typeof enCore;
