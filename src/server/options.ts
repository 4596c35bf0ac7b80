import type { IsSecret } from '../variables/isSecretSchema.js';
import type { CallName } from '../wire/hostApi.js';
import type { IdempotencyStore } from './exactly-once/idempotencyStore.js';

/** Who is signed in, in the host's own words. */
export interface OnboardingUser {
  /** The host's id of the user, as the platform knows it: unique in the organisation, immutable. */
  readonly externalId: string;
  /** Given to the platform when it does not know the user yet. */
  readonly displayName?: string;
}

/** One integration that the host offers: an environment of a project of the platform. */
export interface HostIntegration {
  readonly projectId: string;
  readonly environmentId: string;
  /** Default: the project's name. */
  readonly name?: string;
  readonly description?: string;
  /** `http:` or `https:`, or a path of the host's own page; anything else is left out and reported. */
  readonly iconUrl?: string;
  /**
   * The host's own connection for each template that users do not choose for, by
   * `connectionTemplateId`. Default: the environment's only static connection of that system.
   */
  readonly staticConnections?: Readonly<Record<string, string>>;
  /** What users see of a template, and may do with its connections, by `connectionTemplateId`. */
  readonly templates?: Readonly<Record<string, HostTemplate>>;
  /**
   * Variables that the integration itself writes, by JSON Pointer such as `/lastSyncDate`: users do not
   * see them, or see them and cannot change them.
   */
  readonly variables?: Readonly<Record<string, 'hidden' | 'readOnly'>>;
  /** Webhooks of the integration: each user gets an address of their own to copy. */
  readonly webhooks?: readonly HostWebhook[];
}

/** The host's options of one connection template. */
export interface HostTemplate {
  /** Default: the platform's, which is the name in the integration's code. */
  readonly name?: string;
  /** `http:` or `https:`, or a path of the host's own page; anything else is left out and reported. */
  readonly iconUrl?: string;
  /** Where users read how to connect this account; URLs as for `iconUrl`. */
  readonly helpUrl?: string;
  /** `false`: users make no connections here. */
  readonly connect?: false | ConnectRules;
  /** Default `false`: users remove none of their connections here. */
  readonly remove?: boolean;
}

/** The address that a connection of a user's may have: their credentials are sent there. */
export interface ConnectRules {
  /** Whether the user's system has an address of its own. Default `'no'`. */
  readonly baseUrl?: 'no' | 'optional' | 'required';
  /**
   * The domains that an address may be in, such as `myshopify.com`; subdomains count. Default: any
   * that is public. A private host, such as `localhost`, is allowed only by being listed.
   */
  readonly allowedDomains?: readonly string[];
}

export interface HostWebhook {
  /** Its name in the integration's code. */
  readonly name: string;
  /** Default: the name. */
  readonly label?: string;
}

/**
 * An organisation-wide key, or a signing key: then every call is made as the user it is for. Values may
 * come from the environment as they are: the handler throws where one is missing, and says which.
 */
export type PlatformAuth =
  | { readonly type: 'apiKey'; readonly apiKey: string | undefined }
  | {
      readonly type: 'signingKey';
      readonly keyId: string | undefined;
      /** PKCS#8, as PEM. */
      readonly privateKey: string | undefined;
    };

export interface PlatformOptions {
  /** A ULID; `undefined` is refused when the handler is made. */
  readonly organisationId: string | undefined;
  readonly auth: PlatformAuth;
  /** Default: `https://platform.versori.com/api/v2`. */
  readonly baseUrl?: string;
  /** Default: the global `fetch`. An emulator's goes here. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /**
   * Milliseconds for all of the platform's reads of one request together, and again for the one
   * write that follows them. Default 10,000.
   */
  readonly timeoutMs?: number;
  /**
   * The largest list that is read from the platform, in bytes, decompressed. Default 8 MiB. It is parsed
   * in pieces, and refused where it holds more values than can be parsed without holding up the process.
   */
  readonly maxListBytes?: number;
  /**
   * The largest of its other answers, a project with its source files too, and the largest item of a
   * list. Default 1 MiB.
   */
  readonly maxAnswerBytes?: number;
}

export type IntegrationList = readonly HostIntegration[];

/** Where something went wrong; `requestId` is the one in the log. */
export interface ErrorContext {
  readonly requestId: string;
  readonly operation: CallName | null;
}

/** An entry of the host's log, without secrets, variables and platform texts. */
export type LogEntry =
  | {
      readonly event: 'answered';
      readonly requestId: string;
      /** `null`: the request meant none of the host API's operations. */
      readonly operation: CallName | null;
      readonly method: string;
      readonly status: number;
      readonly durationMs: number;
    }
  | {
      readonly event: 'misconfigured';
      readonly requestId: string;
      readonly operation: CallName | null;
      /** The change that the host's configuration or the platform needs. */
      readonly message: string;
    };

/** A request too many. */
export interface RateLimited {
  /** Above 0; rounded up to a whole number. */
  readonly retryAfterSeconds: number;
}

export interface OnboardingHandlerOptions {
  /** The path below which the host mounts the handler, such as `/api/onboarding`. */
  readonly basePath: string;
  readonly platform: PlatformOptions;
  /** Only these exist. A function is asked on each request: not every user sees every integration. */
  readonly integrations:
    IntegrationList | ((user: OnboardingUser) => IntegrationList | Promise<IntegrationList>);
  /** Returns the user of the host's own session; `null`: not signed in. Must not read the body. */
  readonly identify: (request: Request) => OnboardingUser | null | Promise<OnboardingUser | null>;
  /**
   * The origin that browsers see, such as `https://app.example.com`, where a proxy in front hides
   * it: forwarded headers are never read.
   */
  readonly publicOrigin?: string;
  /** Other origins whose pages may call the handler, with credentials. */
  readonly allowedOrigins?: readonly string[];
  /**
   * Where providers send users back to after a sign-in: the platform's page, or the handler's own,
   * `oauth/callback` below `basePath`, which works however strictly host and provider isolate their
   * windows and has to be registered with each provider. Default `'platform'`.
   */
  readonly oauthCallback?: 'platform' | 'host';
  /** Default: in memory, right for one process alone. */
  readonly idempotencyStore?: IdempotencyStore;
  /**
   * Asked before each operation of a user; `null` (or nothing) lets it through, all else answers 429
   * with `Retry-After`.
   * Default: in this process's memory, for each user 300 requests at once and 10 a second for good; for
   * calls that make, change or remove connections 30 and one in six seconds.
   */
  readonly rateLimit?: (
    user: OnboardingUser,
    operation: CallName,
    request: Request,
  ) => RateLimited | null | Promise<RateLimited | null>;
  /** Milliseconds to look for an activation whose answer was lost. Default 5,000. */
  readonly settleMs?: number;
  /**
   * Milliseconds that an integration's definition (its templates, its schema, its status) is kept. From
   * half of that age on it is asked for anew behind an answer. Default 10,000; 0 keeps nothing.
   */
  readonly definitionMs?: number;
  /**
   * The most activations of a user that are listed for one integration: the newest, and the answer says
   * that there are more. Default 500.
   */
  readonly maxActivations?: number;
  /**
   * Whether a schema marks the variable at `pointer` as secret, beside `writeOnly`, `format: password`
   * and the marks of connector catalogs, which always count. Where it throws, the variable is secret.
   * Give the widget the same function.
   */
  readonly isSecret?: IsSecret;
  /** Called for each error of the host or of the platform. Default: one line on `console.error`. */
  readonly onError?: (error: Error, context: ErrorContext) => void;
  readonly log?: (entry: LogEntry) => void;
}
