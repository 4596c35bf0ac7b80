import type { OnboardingHandlerOptions } from '../server/options.js';

/** How a request says who is signed in. */
export type UserSource =
  | {
      readonly from: 'signedHeader';
      readonly header: string;
      readonly secret: string;
      readonly maxAgeSeconds: number;
    }
  | JwtSource;

export interface JwtSource {
  readonly from: 'jwt';
  /** A `Bearer` token of the header `Authorization` where it is `undefined`. */
  readonly cookie: string | undefined;
  readonly key:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'jwks'; readonly url: string };
  readonly algorithms: readonly string[];
  readonly audience: string;
  readonly issuer: string | undefined;
  /** The claim that holds the user's external id. */
  readonly claim: string;
  /** The claim that holds their name. */
  readonly nameClaim: string;
}

/** The handler's options that a file can hold. */
export type HandlerConfig = Pick<
  OnboardingHandlerOptions,
  | 'basePath'
  | 'platform'
  | 'integrations'
  | 'publicOrigin'
  | 'oauthCallback'
  | 'settleMs'
  | 'definitionMs'
  | 'maxActivations'
>;

/** `onboarding.json`, checked, with every default filled in. */
export interface SidecarConfig {
  readonly listen: { readonly host: string; readonly port: number };
  readonly healthPath: string;
  readonly user: UserSource;
  readonly idempotencyStore:
    { readonly kind: 'memory' } | { readonly kind: 'redis'; readonly url: string };
  readonly log: 'json' | 'none';
  /** Checked further when the handler is made. */
  readonly handler: HandlerConfig;
}
