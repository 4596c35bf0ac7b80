import type { Authorization } from '../domain/connectionInput.js';
import type { CredentialOf } from '../domain/credential.js';

/** The credential that a sign-in at the provider yields. */
export type AuthorizedCredential = CredentialOf<'oauth2AuthorizationCode'> | CredentialOf<'oauth1'>;

/** What the provider's query says. */
export type AuthorizationAnswer =
  | { readonly kind: 'granted'; readonly credential: AuthorizedCredential }
  /** The user said no. */
  | { readonly kind: 'denied' }
  /** `description` is the provider's own, for developers and users alike; may be empty. */
  | { readonly kind: 'failed'; readonly description: string };

/** The name of the sign-in that a query answers; OAuth 1.0a may name none but its temporary token. */
export function getAnsweredState(search: string): string | null {
  const query = new URLSearchParams(search);
  return query.get('state') || query.get('oauth_token');
}

/** Reads the query of a callback page; `null` if it answers another sign-in. */
export function parseAuthorizationAnswer(
  search: string,
  { ticket, state }: Pick<Authorization, 'ticket' | 'state'>,
): AuthorizationAnswer | null {
  if (getAnsweredState(search) !== state) return null;
  const query = new URLSearchParams(search);
  const error = query.get('error');
  const isDenied = error === 'access_denied' || query.has('denied');
  if (isDenied) return { kind: 'denied' };
  const code = query.get('code');
  if (error === null && code !== null) {
    const kind = 'oauth2AuthorizationCode';
    return { kind: 'granted', credential: { kind, ticket, code, state } };
  }
  const oauthToken = query.get('oauth_token');
  const oauthVerifier = query.get('oauth_verifier');
  if (error === null && oauthToken !== null && oauthVerifier !== null) {
    const credential = { kind: 'oauth1', ticket, oauthToken, oauthVerifier, state } as const;
    return { kind: 'granted', credential };
  }
  return { kind: 'failed', description: query.get('error_description') ?? error ?? '' };
}
