import {
  demand,
  demandId,
  demandMembers,
  demandSecret,
  type KnownOptions,
  rejectUnknown,
} from './demand.js';
import { checkPresentation, knownIntegrationOptions } from './integrationOptions.js';
import type { IdempotencyStore } from './exactly-once/idempotencyStore.js';
import type {
  HostIntegration,
  IntegrationList,
  OnboardingHandlerOptions,
  PlatformOptions,
} from './options.js';

/** The options, checked, with every default filled in. */
export interface Settings extends Pick<OnboardingHandlerOptions, 'integrations' | 'identify'> {
  readonly basePath: string;
  readonly platform: PlatformSettings;
  readonly publicOrigin: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly oauthCallback: 'platform' | 'host';
  readonly idempotencyStore: IdempotencyStore | undefined;
  readonly settleMs: number;
  readonly definitionMs: number;
  readonly maxActivations: number;
  readonly isSecret: OnboardingHandlerOptions['isSecret'] | undefined;
  readonly rateLimit: OnboardingHandlerOptions['rateLimit'] | undefined;
  readonly onError: OnboardingHandlerOptions['onError'] | undefined;
  readonly log: OnboardingHandlerOptions['log'] | undefined;
}

/** `PlatformAuth`, checked. */
export type PlatformCredential =
  | { readonly type: 'apiKey'; readonly apiKey: string }
  | { readonly type: 'signingKey'; readonly keyId: string; readonly privateKey: string };

export interface PlatformSettings extends Omit<
  Required<PlatformOptions>,
  'organisationId' | 'auth' | 'fetch'
> {
  readonly organisationId: string;
  readonly auth: PlatformCredential;
  /** The host's own, or the global one, which is faster when it creates the `Request` itself. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

const defaultBaseUrl = 'https://platform.versori.com/api/v2';

/** @throws {Error} that names the first invalid option, and never quotes a secret. */
export function toSettings(options: OnboardingHandlerOptions): Settings {
  demand(Object(options) === options, 'options', 'an object', options);
  rejectUnknown(options, knownOptions, '');
  const { integrations, identify, publicOrigin, idempotencyStore, onError, log } = options;
  const {
    oauthCallback = 'platform',
    allowedOrigins = [],
    settleMs = 5_000,
    definitionMs = 10_000,
    maxActivations = 500,
    rateLimit,
    isSecret,
  } = options;
  demand(typeof identify === 'function', 'identify', 'a function of the request', identify);
  if (typeof integrations !== 'function') checkIntegrations(integrations);
  for (const [name, value] of Object.entries({ rateLimit, isSecret, onError, log })) {
    demand(value === undefined || typeof value === 'function', name, 'a function', value);
  }
  const hasStore = idempotencyStore === undefined || typeof idempotencyStore?.claim === 'function';
  demand(hasStore, 'idempotencyStore', 'an IdempotencyStore', idempotencyStore);
  demand(Array.isArray(allowedOrigins), 'allowedOrigins', 'an array', allowedOrigins);
  allowedOrigins.forEach((origin, index) => demandOrigin(`allowedOrigins[${index}]`, origin));
  const isCallback = oauthCallback === 'platform' || oauthCallback === 'host';
  demand(isCallback, 'oauthCallback', '"platform" or "host"', oauthCallback);
  if (publicOrigin !== undefined) demandOrigin('publicOrigin', publicOrigin);
  demandMs('settleMs', settleMs, 0);
  demandMs('definitionMs', definitionMs, 0);
  demandCount('maxActivations', maxActivations, 'of activations');
  return {
    basePath: toBasePath(options.basePath),
    platform: toPlatform(options.platform),
    integrations,
    identify,
    publicOrigin,
    allowedOrigins,
    oauthCallback,
    idempotencyStore,
    settleMs,
    definitionMs,
    maxActivations,
    rateLimit,
    isSecret,
    onError,
    log,
  };
}

/** @throws {Error} that names the invalid member. */
export function checkIntegrations(list: unknown): asserts list is IntegrationList {
  demand(Array.isArray(list), 'integrations', 'an array, or a function of the user', list);
  const integrations: readonly unknown[] = list;
  const seen = new Set<unknown>();
  for (const [index, integration] of integrations.entries()) {
    const at = `integrations[${index}]`;
    const members = demandMembers<HostIntegration>(at, integration, knownIntegrationOptions);
    const { projectId, environmentId, name, description, iconUrl, staticConnections } = members;
    demandId(`${at}.projectId`, projectId);
    demandId(`${at}.environmentId`, environmentId);
    demand(!seen.has(environmentId), `${at}.environmentId`, 'listed once', environmentId);
    seen.add(environmentId);
    for (const [member, value] of Object.entries({ name, description, iconUrl })) {
      const isText = value === undefined || typeof value === 'string';
      demand(isText, `${at}.${member}`, 'a text', value);
    }
    checkPresentation(at, members);
    if (staticConnections === undefined) continue;
    const choices = demandMembers<object>(`${at}.staticConnections`, staticConnections);
    for (const id of Object.entries(choices).flat()) demandId(`${at}.staticConnections`, id);
  }
}

function toBasePath(path: unknown): string {
  const plain = typeof path === 'string' ? path.replace(/\/+$/, '') : ' ';
  const isPath = plain === '' || new URL(plain, 'http://host').pathname === plain;
  demand(path && isPath, 'basePath', 'a path such as "/api/onboarding"', path);
  return plain;
}

function toPlatform(platform: unknown): PlatformSettings {
  const members = demandMembers<PlatformOptions>('platform', platform, knownPlatformOptions);
  const { organisationId, auth, timeoutMs = 10_000, baseUrl = defaultBaseUrl } = members;
  const { fetch, maxListBytes = 8 * 1024 * 1024, maxAnswerBytes = 1024 * 1024 } = members;
  demandId('platform.organisationId', organisationId);
  const isUsable = fetch === undefined || isFetch(fetch);
  demand(isUsable, 'platform.fetch', 'a function from Request to Response', fetch);
  demandMs('platform.timeoutMs', timeoutMs, 1);
  demandCount('platform.maxListBytes', maxListBytes, 'of bytes');
  demandCount('platform.maxAnswerBytes', maxAnswerBytes, 'of bytes');
  return {
    organisationId,
    auth: toAuth(auth),
    baseUrl: toBaseUrl(baseUrl),
    timeoutMs,
    maxListBytes,
    maxAnswerBytes,
    fetch: (url, init) =>
      fetch === undefined ? globalThis.fetch(url, init) : fetch(new Request(url, init)),
  };
}

function toAuth(auth: unknown): PlatformCredential {
  const at = 'platform.auth';
  const { type, apiKey, keyId, privateKey } = demandMembers<Record<string, unknown>>(at, auth);
  if (type === 'apiKey') {
    // A header takes visible ASCII alone; a line break at the end of a file is the usual cause.
    const isKey = typeof apiKey === 'string' && /^[\x21-\x7e]+$/.test(apiKey);
    demandSecret(isKey, `${at}.apiKey`, 'a text without spaces or line breaks', apiKey);
    return { type, apiKey };
  }
  demand(type === 'signingKey', `${at}.type`, '"apiKey" or "signingKey"', type);
  demandId(`${at}.keyId`, keyId);
  // Environment variables often carry the line breaks as two characters.
  const pem = typeof privateKey === 'string' ? privateKey.replaceAll('\\n', '\n') : '';
  const isKey = pem.includes('-----BEGIN PRIVATE KEY-----');
  demandSecret(isKey, `${at}.privateKey`, 'a PKCS#8 key as PEM', privateKey);
  return { type, keyId, privateKey: pem };
}

function toBaseUrl(text: unknown): string {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && /^https?:\/\/[^@?#]+$/.test(url.href);
  // Not shown: user info in it may be a password.
  demandSecret(isPlain, 'platform.baseUrl', `a URL such as ${defaultBaseUrl}`, text);
  return url.href.replace(/\/+$/, '');
}

function demandOrigin(option: string, text: unknown): void {
  const isUrl = typeof text === 'string' && /^https?:/.test(text) && URL.canParse(text);
  const isOrigin = isUrl && new URL(text).origin === text;
  demand(isOrigin, option, 'an origin such as "https://app.example.com"', text);
}

function demandMs(option: string, value: unknown, least: number): asserts value is number {
  const isUsable = typeof value === 'number' && value >= least && value < 2 ** 31;
  demand(isUsable, option, 'a number of milliseconds', value);
}

function demandCount(option: string, value: unknown, unit: string): asserts value is number {
  const isUsable = Number.isSafeInteger(value) && Number(value) > 0;
  demand(isUsable, option, `a whole number ${unit}, above 0`, value);
}

const knownOptions: KnownOptions<OnboardingHandlerOptions> = {
  basePath: true,
  platform: true,
  integrations: true,
  identify: true,
  publicOrigin: true,
  allowedOrigins: true,
  idempotencyStore: true,
  rateLimit: true,
  settleMs: true,
  maxActivations: true,
  oauthCallback: true,
  definitionMs: true,
  isSecret: true,
  onError: true,
  log: true,
};

const knownPlatformOptions: KnownOptions<PlatformOptions> = {
  organisationId: true,
  auth: true,
  baseUrl: true,
  fetch: true,
  timeoutMs: true,
  maxListBytes: true,
  maxAnswerBytes: true,
};

function isFetch(value: unknown): value is Required<PlatformOptions>['fetch'] {
  return typeof value === 'function';
}
