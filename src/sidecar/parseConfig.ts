import { fromEntries, isJsonArray, isJsonObject, type JsonValue } from '../domain/json.js';
import { checkIntegrations } from '../server/settings.js';
import type { IntegrationList, PlatformAuth, PlatformOptions } from '../server/options.js';
import { ConfigError, toConfigError } from './configError.js';
import { createMembers, type Expand, type Members } from './members.js';
import type { HandlerConfig, JwtSource, SidecarConfig, UserSource } from './sidecarConfig.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the text of `onboarding.json`. `${NAME}` in a text stands for a variable of the environment;
 * secrets can be given in no other way.
 *
 * @throws {ConfigError} that names the member, and quotes no secret.
 */
export function parseConfig(text: string, environment: Environment): SidecarConfig {
  const expand = createExpand(environment);
  const config = createMembers(parseJson(text), '', expand);
  const listen = config.object('listen', {});
  const parsed: SidecarConfig = {
    listen: { host: listen.text('host', '127.0.0.1'), port: listen.count('port', 8900, 65_535) },
    healthPath: toPath(config.text('healthPath', '/health')),
    user: parseUser(config.object('user')),
    idempotencyStore: parseStore(config),
    log: config.oneOf('log', ['json', 'none'], 'json'),
    handler: parseHandler(config, expand),
  };
  listen.end();
  config.end();
  return parsed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The reason quotes the text around, where a secret might stand: the position alone is told.
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    const before = text.slice(0, Number(position ?? text.length));
    throw new ConfigError(`The file is no JSON: see line ${before.split('\n').length}.`);
  }
}

function createExpand(environment: Environment): Expand {
  return (text, at) =>
    text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
      const value = environment[name];
      if (value) return value;
      throw new ConfigError(`${at} names the variable ${name}, which is not set.`);
    });
}

function toPath(path: string): string {
  if (path.startsWith('/') && new URL(path, 'http://host').pathname === path) return path;
  throw new ConfigError('healthPath must be a path such as "/health".');
}

function parseUser(user: Members): UserSource {
  const from = user.oneOf('from', ['signedHeader', 'jwt']);
  const source: UserSource =
    from === 'jwt'
      ? parseJwt(user)
      : {
          from,
          header: user.text('header', 'X-Onboarding-User'),
          secret: longEnough(user.secret('secret')),
          maxAgeSeconds: user.count('maxAgeSeconds', 30, 3600),
        };
  user.end();
  return source;
}

const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;
const elliptic = ['ES256', 'ES384', 'ES512', 'EdDSA'] as const;

function parseJwt(user: Members): JwtSource {
  const isShared = user.has('secret');
  if (isShared === user.has('jwksUrl')) {
    throw new ConfigError(
      'user must have either jwksUrl or secret: what the tokens are signed with.',
    );
  }
  const key: JwtSource['key'] = isShared
    ? { kind: 'secret', secret: longEnough(user.secret('secret')) }
    : { kind: 'jwks', url: toWebUrl(user.text('jwksUrl')) };
  return {
    from: 'jwt',
    cookie: user.optionalText('cookie'),
    key,
    algorithms: isShared ? ['HS256'] : [...asymmetric, ...elliptic],
    audience: user.text('audience'),
    issuer: user.optionalText('issuer'),
    claim: user.text('claim', 'sub'),
    nameClaim: user.text('nameClaim', 'name'),
  };
}

/** A shorter secret can be found by trying. */
const fewestBytes = 32;

function longEnough(secret: string): string {
  if (new TextEncoder().encode(secret).length >= fewestBytes) return secret;
  throw new ConfigError(
    `user.secret is shorter than ${fewestBytes} bytes. Make one: openssl rand -hex 32.`,
  );
}

function toWebUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new ConfigError('user.jwksUrl must be an http(s) URL.');
}

function parseStore(config: Members): SidecarConfig['idempotencyStore'] {
  const store = config.object('idempotencyStore', { kind: 'memory' });
  const kind = store.oneOf('kind', ['memory', 'redis']);
  const parsed = kind === 'memory' ? { kind } : { kind, url: store.secret('url') };
  store.end();
  return parsed;
}

function parseHandler(config: Members, expand: Expand): HandlerConfig {
  return {
    basePath: config.text('basePath'),
    publicOrigin: config.text('publicOrigin'),
    platform: parsePlatform(config.object('platform')),
    integrations: parseIntegrations(expandAll(config.value('integrations') ?? null, expand)),
    oauthCallback: config.oneOf('oauthCallback', ['platform', 'host'], 'platform'),
    settleMs: config.count('settleMs', 5_000, 60_000),
    definitionMs: config.count('definitionMs', 10_000, 3_600_000),
    maxActivations: config.count('maxActivations', 500, 100_000),
  };
}

function parseIntegrations(list: unknown): IntegrationList {
  try {
    checkIntegrations(list);
  } catch (error) {
    throw toConfigError(error);
  }
  return list;
}

function parsePlatform(platform: Members): PlatformOptions {
  const auth = platform.object('auth');
  const baseUrl = platform.optionalText('baseUrl');
  const parsed: PlatformOptions = {
    organisationId: platform.text('organisationId'),
    auth: parseAuth(auth),
    timeoutMs: platform.count('timeoutMs', 10_000, 60_000),
    ...(baseUrl !== undefined && { baseUrl }),
  };
  auth.end();
  platform.end();
  return parsed;
}

function parseAuth(auth: Members): PlatformAuth {
  const type = auth.oneOf('type', ['apiKey', 'signingKey']);
  return type === 'apiKey'
    ? { type, apiKey: auth.secret('apiKey') }
    : { type, keyId: auth.text('keyId'), privateKey: auth.secret('privateKey') };
}

/** The value with the variables in its texts, at any depth. */
function expandAll(value: JsonValue, expand: Expand): JsonValue {
  if (typeof value === 'string') return expand(value, 'integrations');
  if (isJsonArray(value)) return value.map((each) => expandAll(each, expand));
  if (!isJsonObject(value)) return value;
  return fromEntries(
    Object.entries(value).map(([name, each]) => [name, expandAll(each, expand)] as const),
  );
}
