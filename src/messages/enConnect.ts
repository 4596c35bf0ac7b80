/** English text of connecting an account, signing in again and removing one inside the widget. */
export const enConnect = {
  'connect.heading': 'Connect your {template} account',
  'connect.again.heading': 'Sign in again to {connection}',
  'connect.again.lead':
    'Enter the current sign-in details. {integration} keeps running with this account, and keeps its settings.',
  'connect.help': 'Where to find this',
  'connect.cancel': 'Cancel',
  'connect.signIn': 'Sign in to {template}',
  'connect.signIn.lead': 'You sign in on a page of {template}. It opens in a window of its own.',
  'connect.connecting': 'Connecting…',
  'connect.apiKey': 'API key',
  'connect.username': 'Username',
  'connect.password': 'Password',
  'connect.clientId': 'Client ID',
  'connect.clientSecret': 'Client secret',
  'connect.token': 'Token',
  'connect.tokenSecret': 'Token secret',
  'connect.realm': 'Realm',
  'connect.certificate': 'Certificate',
  'connect.key': 'Private key',
  'connect.ca': 'Certificate authority',
  'connect.baseUrl': 'Address of your account',
  'connect.baseUrl.wrong': 'Enter a web address, such as {example}',
  'connect.name': 'Name of the account',
  'connect.name.text': 'To recognize it here.',
  'connect.pem': 'Paste the text, or drop a PEM file here.',
  'connect.pem.file': 'Choose a file',
  'connect.pem.fileOf': 'Choose a file for {name}',
  'connect.pem.certificate':
    'Use a certificate in PEM format. It begins with -----BEGIN CERTIFICATE-----',
  'connect.pem.key': 'Use a private key in PEM format. It begins with -----BEGIN PRIVATE KEY-----',
  'connect.waiting': 'Sign in to {template} in the window that opened. Then come back here.',
  'connect.starting': 'Opening {template}…',
  'connect.closed.heading': 'Finished?',
  'connect.closed':
    'The window looks closed. If you finished signing in, check again. If not, open it again.',
  'connect.check': 'Check again',
  'connect.checking': 'Checking…',
  'connect.nothing':
    "We haven't heard from {template} yet. Finish signing in, or open the window again.",
  'connect.open': 'Open again',
  'connect.blocked.heading': 'Your browser blocked the window',
  'connect.blocked':
    'Allow pop-ups for this page, then open it again. Nothing you entered is lost.',
  'connect.here': 'Use this window',
  'connect.here.text': "Or use this window instead. You'll come back to this page afterwards.",
  'connect.denied':
    "You didn't allow access, so nothing has changed. You can sign in again any time.",
  'connect.refused.heading': "{template} didn't let you sign in",
  'connect.refused': 'Try again. If it keeps happening, contact support.',
  'connect.timedOut': 'Signing in took too long. Try again.',
  'connect.failed.heading': 'Not connected',
  'connect.failed.text': 'Nothing you entered is lost.',
  'connect.failed.signIn': 'Sign in again to try once more.',
  'connect.unknown.heading': "We couldn't confirm that the account is connected",
  'connect.unknown.text':
    'Try again: the account is connected only once. Nothing you entered is lost.',
  'remove.heading': 'Remove {connection}?',
  'remove.text':
    'We delete this account and its sign-in details here. Your data in {template} stays.',
  'remove.keep': 'Keep it',
  'remove.confirm': 'Remove account',
  'remove.removing': 'Removing…',
  'remove.failed': 'Not removed',
  'remove.used':
    'It is in use: {integrations}. First {turnOff} what uses it, or choose another account there.',
} as const;

/** The key of a text of connecting an account. */
export type ConnectKey = keyof typeof enConnect;
