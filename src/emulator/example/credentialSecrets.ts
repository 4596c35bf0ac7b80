import { toCanary } from '../canaries.js';
import type { AuthKind } from './authSchemes.js';
import type { ExampleClock } from './exampleClock.js';

export interface CredentialSecret {
  /** The credential's type in the platform's words. */
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** What a browser must never see: every value is a canary that ends in `label`. */
export function toCredentialSecret(
  kind: AuthKind,
  label: string,
  clock: ExampleClock,
): CredentialSecret {
  const secret = (name: string): string => toCanary(`${name}-${label}`);
  switch (kind) {
    case 'none':
      return { type: 'none', data: { none: {} } };
    case 'apiKey':
    case 'hmac':
    case 'secret':
      return { type: 'string', data: { string: { value: secret('string') } } };
    case 'jwtBearer':
      return { type: 'binary', data: { binary: { valueBase64: secret('binary') } } };
    case 'basicAuth':
      return { type: 'basic-auth', data: { basicAuth: toLogin(secret) } };
    case 'oauth2Token':
      return { type: 'oauth2-token', data: { oauth2Token: toToken(secret, clock) } };
    case 'oauth2Code':
      return {
        type: 'oauth2-code',
        data: { oauth2Code: { code: secret('code'), state: secret('state') } },
      };
    case 'oauth2Client':
      return { type: 'oauth2-client', data: { oauth2Client: toClient(secret) } };
    case 'oauth2Password':
      return { type: 'oauth2-password', data: { oauth2Password: toLogin(secret) } };
    case 'oauth1':
      return { type: 'oauth1', data: { oauth1: toHandshake(secret) } };
    case 'oauth1Token':
      return { type: 'oauth1', data: { oauth1Token: toOAuth1Token(secret) } };
    case 'certificate':
      return { type: 'certificate', data: { certificate: toCertificate(secret) } };
  }
}

type Secret = (name: string) => string;

function toLogin(secret: Secret): Record<string, unknown> {
  return { username: secret('username'), password: secret('password') };
}

/** Its own expiry has passed: the platform refreshes it, so it says nothing about health. */
function toToken(secret: Secret, clock: ExampleClock): Record<string, unknown> {
  return {
    scopes: ['orders.read'],
    accessToken: secret('access-token'),
    tokenType: 'Bearer',
    expiresAt: clock.at(-0.01),
    refreshToken: secret('refresh-token'),
  };
}

function toClient(secret: Secret): Record<string, unknown> {
  return {
    clientId: secret('client-id'),
    clientSecret: secret('client-secret'),
    tokenUrl: 'https://login.fernway.example/oauth/token',
    scopes: ['contacts.read'],
    additionalParams: secret('params'),
    mTLSEnabled: false,
    mTLSCredentialId: '',
  };
}

function toHandshake(secret: Secret): Record<string, unknown> {
  return {
    state: secret('state'),
    oauthToken: secret('oauth-token'),
    oauthVerifier: secret('verifier'),
  };
}

function toOAuth1Token(secret: Secret): Record<string, unknown> {
  return {
    token: secret('oauth1-token'),
    tokenSecret: secret('oauth1-secret'),
    additionalParams: secret('params'),
  };
}

function toCertificate(secret: Secret): Record<string, unknown> {
  return { certificate: secret('certificate'), key: secret('private-key'), ca: secret('ca') };
}
