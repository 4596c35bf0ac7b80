import { isPlatformId } from './ids.js';
import type { IdempotencyStore } from './exactly-once/idempotencyStore.js';
import type {
  HostIntegration,
  IntegrationList,
  OnboardingHandlerOptions,
  PlatformAuth,
  PlatformOptions,
} from './options.js';

/** The options, checked, with every default filled in. */
export interface Settings extends Pick<OnboardingHandlerOptions, 'integrations' | 'identify'> {
  readonly basePath: string;
  readonly platform: Required<PlatformOptions>;
  readonly publicOrigin: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly idempotencyStore: IdempotencyStore | undefined;
  readonly settleMs: number;
  readonly onError: OnboardingHandlerOptions['onError'] | undefined;
  readonly log: OnboardingHandlerOptions['log'] | undefined;
}

const defaultBaseUrl = 'https://platform.versori.com/api/v2';
const dashboard = 'Take it from your organisation on the Versori Platform.';

/** @throws {Error} that names the first option which cannot work. No secret is ever in it. */
export function toSettings(options: OnboardingHandlerOptions): Settings {
  if (typeof options !== 'object' || options === null) fail('its argument', 'an object', options);
  const { integrations, identify, onError, log, idempotencyStore } = options;
  if (typeof identify !== 'function') {
    fail('identify', 'a function', identify, 'It says who is signed in, from your own session.');
  }
  if (typeof integrations !== 'function') checkIntegrations(integrations);
  for (const [name, value] of Object.entries({ onError, log })) {
    if (value !== undefined && typeof value !== 'function') fail(name, 'a function', value);
  }
  if (idempotencyStore !== undefined && typeof idempotencyStore?.claim !== 'function') {
    fail('idempotencyStore', 'a store with claim, save and release', idempotencyStore);
  }
  return {
    basePath: toBasePath(options.basePath),
    platform: toPlatform(options.platform),
    integrations,
    identify,
    publicOrigin:
      options.publicOrigin === undefined
        ? undefined
        : toOrigin('publicOrigin', options.publicOrigin),
    allowedOrigins: toOrigins(options.allowedOrigins),
    idempotencyStore,
    settleMs: toMilliseconds('settleMs', options.settleMs ?? 5_000, 0),
    onError,
    log,
  };
}

/** @throws {Error} that names the member which cannot work. */
export function checkIntegrations(list: unknown): asserts list is IntegrationList {
  const hint = 'List the integrations that you offer, or pass a function of the user.';
  if (!Array.isArray(list)) fail('integrations', 'an array or a function', list, hint);
  const seen = new Set<string>();
  const integrations: readonly unknown[] = list;
  for (const [index, integration] of integrations.entries()) {
    const at = `integrations[${index}]`;
    const environmentId = checkIntegration(at, integration);
    if (seen.has(environmentId)) fail(`${at}.environmentId`, 'listed once', environmentId);
    seen.add(environmentId);
  }
}

/** Gives the environment's id. */
function checkIntegration(at: string, integration: unknown): string {
  if (typeof integration !== 'object' || integration === null) fail(at, 'an object', integration);
  const members: Partial<Record<keyof HostIntegration, unknown>> = integration;
  const { projectId, environmentId, name, description, iconUrl, staticConnections } = members;
  expectId(`${at}.projectId`, projectId, 'Take it from the project on the Versori Platform.');
  expectId(`${at}.environmentId`, environmentId, 'Take it from one of the project’s environments.');
  for (const [member, value] of Object.entries({ name, description, iconUrl })) {
    if (value !== undefined && typeof value !== 'string') fail(`${at}.${member}`, 'a text', value);
  }
  if (staticConnections === undefined) return environmentId;
  if (typeof staticConnections !== 'object' || staticConnections === null) {
    fail(`${at}.staticConnections`, 'an object', staticConnections);
  }
  for (const [templateId, connectionId] of Object.entries(staticConnections)) {
    expectId(`${at}.staticConnections’ keys`, templateId, 'Each is a connectionTemplateId.');
    expectId(`${at}.staticConnections.${templateId}`, connectionId, 'It is a connection’s id.');
  }
  return environmentId;
}

function toBasePath(path: unknown): string {
  const expected = 'a path such as "/api/onboarding"';
  if (typeof path !== 'string' || !/^\/[^?#]*$/.test(path)) return fail('basePath', expected, path);
  const plain = path.replace(/\/+$/, '');
  if (new URL(`http://host${plain || '/'}`).pathname !== (plain || '/')) {
    fail('basePath', `${expected}, as a URL has it`, path);
  }
  return plain;
}

function toPlatform(platform: PlatformOptions | undefined): Required<PlatformOptions> {
  if (typeof platform !== 'object' || platform === null) {
    return fail('platform', 'an object with organisationId and auth', platform);
  }
  const { organisationId, auth, baseUrl = defaultBaseUrl, timeoutMs = 10_000 } = platform;
  expectId('platform.organisationId', organisationId, dashboard);
  if (platform.fetch !== undefined && typeof platform.fetch !== 'function') {
    fail('platform.fetch', 'a function from Request to Response', platform.fetch);
  }
  return {
    organisationId,
    auth: toAuth(auth),
    baseUrl: toBaseUrl(baseUrl),
    fetch: platform.fetch ?? ((request) => globalThis.fetch(request)),
    timeoutMs: toMilliseconds('platform.timeoutMs', timeoutMs, 1),
  };
}

function toAuth(auth: PlatformAuth | undefined): PlatformAuth {
  const type: unknown = auth?.type;
  if (auth?.type === 'apiKey') {
    const apiKey: unknown = auth.apiKey;
    // A header takes visible ASCII alone; a line break at the end of a file is the usual cause.
    if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey)) {
      failSecret('platform.auth.apiKey', 'a text without spaces or line breaks', apiKey);
    }
    return auth;
  }
  if (auth?.type === 'signingKey') {
    expectId('platform.auth.keyId', auth.keyId, 'It is the id of the signing key, not its text.');
    const privateKey: unknown = auth.privateKey;
    // Environment variables often carry the line breaks as two characters.
    const pem = typeof privateKey === 'string' ? privateKey.replaceAll('\\n', '\n') : '';
    if (!pem.includes('-----BEGIN PRIVATE KEY-----')) {
      failSecret(
        'platform.auth.privateKey',
        'a PKCS#8 key as PEM ("-----BEGIN PRIVATE KEY-----")',
        privateKey,
      );
    }
    return { ...auth, privateKey: pem };
  }
  return fail('platform.auth.type', '"apiKey" or "signingKey"', type);
}

function toBaseUrl(text: unknown): string {
  const expected = `an http(s) URL without user info, query or fragment, such as ${defaultBaseUrl}`;
  if (typeof text !== 'string' || !URL.canParse(text)) {
    return fail('platform.baseUrl', expected, text);
  }
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && !url.hash;
  // Not shown: user info in it may be a password.
  if (!/^https?:$/.test(url.protocol) || !isPlain) failSecret('platform.baseUrl', expected, text);
  return url.href.replace(/\/+$/, '');
}

function toOrigins(origins: unknown): string[] {
  if (origins === undefined) return [];
  if (!Array.isArray(origins)) return fail('allowedOrigins', 'an array of origins', origins);
  return origins.map((origin: unknown, index) => toOrigin(`allowedOrigins[${index}]`, origin));
}

function toOrigin(option: string, text: unknown): string {
  const isOrigin =
    typeof text === 'string' &&
    URL.canParse(text) &&
    new URL(text).origin === text &&
    text.startsWith('http');
  return isOrigin ? text : fail(option, 'an origin such as "https://app.example.com"', text);
}

function toMilliseconds(option: string, value: unknown, least: number): number {
  const isUsable = typeof value === 'number' && value >= least && value <= 2 ** 31 - 1;
  return isUsable ? value : fail(option, `a number of milliseconds from ${least}`, value);
}

function expectId(option: string, value: unknown, hint: string): asserts value is string {
  if (typeof value === 'string' && isPlatformId(value)) return;
  fail(option, 'a ULID (26 characters)', value, hint);
}

function fail(option: string, expected: string, value: unknown, hint = ''): never {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 100)) : describe(value);
  throw new Error(
    `createOnboardingHandler: ${option} must be ${expected}, got ${shown}. ${hint}`.trim(),
  );
}

function failSecret(option: string, expected: string, value: unknown): never {
  throw new Error(
    `createOnboardingHandler: ${option} must be ${expected}, got ${describe(value)}. ${dashboard}`,
  );
}

/** Says what a value is without showing it. */
function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (value === '') return 'an empty text';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `a text of ${value.length} characters that is none`;
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}
