import type { AuthSchemeConfig } from 'react-versori-onboarding/emulator';
import { account, part } from './steps.js';
import type { Story } from './story.js';

const group = 'Choosing accounts';

interface SchemeStory {
  readonly id: string;
  readonly title: string;
  readonly shows: string;
  readonly scheme: AuthSchemeConfig;
}

const oauth2 = {
  id: 'oauth2',
  authorizeUrl: 'https://login.fernway.example/oauth/authorize',
  tokenUrl: 'https://login.fernway.example/oauth/token',
  scopes: [],
  defaultScopes: ['messages.write'],
  description: '',
};

/** What the example's own systems do not ask for. */
const schemes: readonly SchemeStory[] = [
  {
    id: 'connect-login',
    title: 'A new account: user and password',
    shows: 'Two fields; the secret can be revealed and is kept nowhere.',
    scheme: {
      type: 'basic-auth',
      basicAuth: { id: 'login', description: 'The login of your workspace’s bot.' },
    },
  },
  {
    id: 'connect-password-grant',
    title: 'A new account: a login at the provider',
    shows: 'User and password again; client id and secret stay with the host.',
    scheme: { type: 'oauth2', oauth2: { ...oauth2, grant: { type: 'password', password: {} } } },
  },
  {
    id: 'connect-client',
    title: 'A new account: a client of one’s own',
    shows: 'Client id and client secret, for systems that users register an app at.',
    scheme: {
      type: 'oauth2',
      oauth2: { ...oauth2, grant: { type: 'clientCredentials', clientCredentials: {} } },
    },
  },
  {
    id: 'connect-token',
    title: 'A new account: token and secret',
    shows: 'As NetSuite gives them, with a realm that may be left out.',
    scheme: {
      type: 'oauth1',
      oauth1: { id: 'token', description: '', signatureMethod: 'sha256', tokenAuth: true },
    },
  },
  {
    id: 'connect-certificate',
    title: 'A new account: a certificate',
    shows: 'Certificate, key and authority are pasted or dropped as PEM files.',
    scheme: { type: 'certificate', certificate: { id: 'mtls', description: '' } },
  },
  {
    id: 'connect-nothing',
    title: 'A new account: nothing to enter',
    shows: 'A system that asks for no credential takes a name alone.',
    scheme: { type: 'none', none: { id: 'none', description: '' } },
  },
  {
    id: 'connect-unknown',
    title: 'A new account that cannot be made here',
    shows: 'Nobody knows how to enter a signature’s secret: it says so, and offers help.',
    scheme: {
      type: 'hmac',
      hmac: { id: 'hmac', description: '', name: 'X-Signature', in: 'header', algorithm: 'sha1' },
    },
  },
];

export const connectStories: readonly Story[] = [
  {
    id: 'connect-oauth',
    group,
    title: 'A new account: a sign-in at the provider',
    shows: 'One button, and nothing to fill in: the provider’s page opens in a window.',
    user: 'newcomer',
    integration: 'slackAlerts',
    play: async ({ find }) => void (await find(part('connect-submit'))),
  },
  {
    id: 'remove-refused',
    group,
    title: 'A removal that is refused',
    shows: 'What still uses the account is named, with what to do first.',
    user: 'carla',
    options: { allowMultiple: true },
    async play({ press, find }) {
      await press(part('add'));
      await press(account(2));
      await press(part('remove-connection'));
      await press(part('confirm-remove'));
      await find('[role=alertdialog] [role=alert]');
    },
  },
  ...schemes.map(toStory),
];

function toStory({ scheme, ...story }: SchemeStory): Story {
  return {
    ...story,
    group,
    user: 'newcomer',
    integration: 'slackAlerts',
    prepare: ({ templates }, ids) => {
      const slack = templates.find(
        (each) => each.connectionTemplateId === ids.templates.slackAlerts.slack,
      );
      if (slack !== undefined) slack.authSchemeConfigs = [scheme];
    },
    async play({ press, find }) {
      if (story.id === 'connect-unknown') return void (await find(part('empty')));
      await press(part('connect-new'));
      await find(part('connect-account'));
    },
  };
}
