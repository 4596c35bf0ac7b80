import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { createOnboardingHandler, type OnboardingHandlerOptions } from '../../src/server.js';
import { exampleIntegrations } from '../support/host.js';

const good: OnboardingHandlerOptions = {
  basePath: '/api/onboarding',
  platform: {
    organisationId: exampleIds.organisation,
    auth: { type: 'apiKey', apiKey: 'canary-key' },
  },
  integrations: exampleIntegrations,
  identify: () => null,
};

/** As a host without types may pass it. */
function create(change: object): unknown {
  return createOnboardingHandler({ ...good, ...change });
}

const [integration] = exampleIntegrations;
const withIntegration = (change: object): object => ({
  integrations: [{ ...integration, ...change }],
});
const { slack } = exampleIds.templates.slackAlerts;
const slackOption = `integrations[0].templates['${slack}']`;
const withTemplate = (template: object): object =>
  withIntegration({ templates: { [slack]: template } });
const withRules = (connect: object): object => withTemplate({ connect });
const webhooks = [{ name: 'orders' }, { name: 'refunds', text: 'Refunds' }];
const withPlatform = (change: object): object => ({ platform: { ...good.platform, ...change } });

describe('createOnboardingHandler', () => {
  it.each<[string, object]>([
    ['basePath', { basePath: undefined }],
    ['basePath', { basePath: 'api' }],
    ['basePath', { basePath: '/api?x' }],
    ['basePath', { basePath: '/api/../x' }],
    ['identify', { identify: undefined }],
    ['integrations', { integrations: undefined }],
    ['integrations[0]', { integrations: [null] }],
    ['integrations[0].projectId', withIntegration({ projectId: 'mine' })],
    ['integrations[0].environmentId', withIntegration({ environmentId: '..' })],
    ['integrations[1].environmentId', { integrations: [integration, integration] }],
    ['integrations[0].name', withIntegration({ name: 5 })],
    ['integrations[0].iconUrl', withIntegration({ iconUrl: {} })],
    ['integrations[0].staticConnections', withIntegration({ staticConnections: 'x' })],
    ['integrations[0].staticConnections', withIntegration({ staticConnections: { a: 'b' } })],
    ['platform', { platform: undefined }],
    ['platform.organisationId', withPlatform({ organisationId: 'fernway' })],
    ['platform.auth', withPlatform({ auth: undefined })],
    ['platform.auth.type', withPlatform({ auth: { type: 'basic' } })],
    ['platform.auth.apiKey', withPlatform({ auth: { type: 'apiKey', apiKey: '' } })],
    ['platform.auth.apiKey', withPlatform({ auth: { type: 'apiKey', apiKey: 'canary-key\n' } })],
    [
      'platform.auth.keyId',
      withPlatform({ auth: { type: 'signingKey', keyId: 'k', privateKey: '' } }),
    ],
    [
      'platform.auth.privateKey',
      withPlatform({
        auth: { type: 'signingKey', keyId: exampleIds.organisation, privateKey: 'canary-key' },
      }),
    ],
    ['platform.baseUrl', withPlatform({ baseUrl: 'platform.example' })],
    ['platform.baseUrl', withPlatform({ baseUrl: 'ftp://platform.example' })],
    ['platform.baseUrl', withPlatform({ baseUrl: 'https://u:canary-key@platform.example' })],
    ['platform.timeoutMs', withPlatform({ timeoutMs: 0 })],
    ['platform.maxListBytes', withPlatform({ maxListBytes: 0 })],
    ['platform.maxAnswerBytes', withPlatform({ maxAnswerBytes: 1.5 })],
    ['platform.fetch', withPlatform({ fetch: {} })],
    ['there is no option idenfity', { idenfity: () => null }],
    ['there is no option platform.baseURL', withPlatform({ baseURL: 'https://x.example' })],
    [
      'there is no option integrations[0].staticConnection',
      withIntegration({ staticConnection: {} }),
    ],
    [`there is no option ${slackOption}.iconURL`, withTemplate({ iconURL: '/chat.svg' })],
    [`there is no option ${slackOption}.connect.baseURL`, withRules({ baseURL: 'required' })],
    [`${slackOption}.connect.baseUrl`, withRules({ baseUrl: 'Required' })],
    ['there is no option integrations[0].webhooks[1].text', withIntegration({ webhooks })],
    ['integrations[0].variables', withIntegration({ variables: { '/cursor': 'readonly' } })],
    ['settleMs', { settleMs: Number.NaN }],
    ['definitionMs', { definitionMs: -1 }],
    ['maxActivations', { maxActivations: 0 }],
    ['publicOrigin', { publicOrigin: 'https://app.example.com/' }],
    ['allowedOrigins', { allowedOrigins: '*' }],
    ['allowedOrigins[0]', { allowedOrigins: ['*'] }],
    ['idempotencyStore', { idempotencyStore: {} }],
    ['onError', { onError: 'log' }],
    ['log', { log: 1 }],
  ])('throws, naming %s, where it cannot work: %j', (option, change) => {
    expect(() => create(change)).toThrow(`createOnboardingHandler: ${option}`);
  });

  it('says what to pass where it got nothing', () => {
    expect(() => void Reflect.apply(createOnboardingHandler, undefined, [])).toThrow(
      'options must be an object, got undefined',
    );
  });

  it('takes what the environment may lack, and says what is missing', () => {
    const auth = { type: 'apiKey', apiKey: process.env['NOT_SET'] } as const;
    const platform = { organisationId: exampleIds.organisation, auth };
    expect(() => createOnboardingHandler({ ...good, platform })).toThrow(
      'platform.auth.apiKey must be a text without spaces or line breaks, got undefined',
    );
  });

  it('never shows a secret in what it throws', () => {
    for (const auth of [
      { type: 'apiKey', apiKey: 'canary-key ' },
      { type: 'signingKey', keyId: exampleIds.organisation, privateKey: 'canary-key' },
    ]) {
      expect(() => create(withPlatform({ auth }))).toThrow(/^(?!.*canary).*$/);
    }
    expect(() => create(withPlatform({ baseUrl: 'https://u:canary@x.example' }))).toThrow(
      /^(?!.*canary).*$/,
    );
  });

  it('says where to take an id from', () => {
    expect(() => create(withPlatform({ organisationId: 'fernway' }))).toThrow(
      /organisationId must be .*, got "fernway"\. Take it from/,
    );
  });

  it('takes what can work', () => {
    for (const change of [
      {},
      { basePath: '/' },
      { basePath: '/api/onboarding/' },
      { integrations: () => [] },
      { publicOrigin: 'https://app.example.com', allowedOrigins: ['http://localhost:5173'] },
    ]) {
      expect(create(change)).toBeTypeOf('function');
    }
  });
});
