/**
 * What a user enters, or a provider returns, for one auth scheme of a connection template. Secret
 * throughout: it goes into the request that makes the connection and nowhere else.
 */
export type CredentialInput =
  | { readonly kind: 'none' }
  | { readonly kind: 'apiKey'; readonly value: string }
  | { readonly kind: 'basicAuth'; readonly username: string; readonly password: string }
  | {
      readonly kind: 'oauth2ClientCredentials';
      readonly clientId: string;
      readonly clientSecret: string;
    }
  | { readonly kind: 'oauth2Password'; readonly username: string; readonly password: string }
  | {
      readonly kind: 'oauth2AuthorizationCode';
      /** Of the `Authorization` that the code answers; good once. */
      readonly ticket: string;
      readonly code: string;
      readonly state: string;
    }
  | {
      readonly kind: 'oauth1Token';
      readonly token: string;
      readonly tokenSecret: string;
      readonly realm?: string;
    }
  | {
      readonly kind: 'oauth1';
      /** Of the `Authorization` that the verifier answers; good once. */
      readonly ticket: string;
      readonly oauthToken: string;
      readonly oauthVerifier: string;
      readonly state: string;
    }
  | {
      readonly kind: 'certificate';
      /** PEM, as are `key` and `ca`. */
      readonly certificate: string;
      readonly key: string;
      readonly ca: string;
    };

export type CredentialKind = CredentialInput['kind'];

/** The credential of one kind. */
export type CredentialOf<Kind extends CredentialKind> = Extract<
  CredentialInput,
  { readonly kind: Kind }
>;

/** Kinds whose credential comes from the provider's own page: they need an `Authorization` first. */
export function isAuthorizedKind(
  kind: CredentialKind,
): kind is 'oauth2AuthorizationCode' | 'oauth1' {
  return kind === 'oauth2AuthorizationCode' || kind === 'oauth1';
}
