/** A sign-in at the pretended provider that was begun by an initialise call. */
export interface PendingAuthorization {
  readonly state: string;
  readonly kind: 'oauth2' | 'oauth1';
  readonly systemId: string;
  /** The provider's page, with its query. */
  readonly url: string;
  /** Where the provider sends the user back to. */
  readonly redirectUri: string;
  /** Whether `redirectUri` was given with the call: then the exchange has to repeat it. */
  readonly isOwnRedirect: boolean;
  /** The temporary token of OAuth 1.0a. */
  readonly oauthToken: string;
  /** Given out when the user allows it: the code, or the verifier of OAuth 1.0a. */
  code?: string;
  /** A code is exchanged once, whether or not the exchange succeeds. */
  isUsed?: boolean;
}

/** The sign-ins of one emulator, by state. */
export interface Authorizations {
  readonly begin: (
    authorization: Omit<PendingAuthorization, 'state' | 'oauthToken' | 'url'>,
    toUrl: (state: string, oauthToken: string) => string,
  ) => PendingAuthorization;
  readonly find: (state: string) => PendingAuthorization | undefined;
  readonly findByToken: (oauthToken: string) => PendingAuthorization | undefined;
}

export function createAuthorizations(): Authorizations {
  const pending = new Map<string, PendingAuthorization>();
  return {
    begin(authorization, toUrl) {
      const state = createToken();
      const oauthToken = createToken();
      const begun = { ...authorization, state, oauthToken, url: toUrl(state, oauthToken) };
      pending.set(state, begun);
      return begun;
    },
    find: (state) => pending.get(state),
    findByToken: (oauthToken) =>
      [...pending.values()].find((each) => each.oauthToken === oauthToken),
  };
}

/** Random characters, too many to guess. */
export function createToken(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
