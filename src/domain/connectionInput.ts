import type { CredentialInput } from './credential.js';

/** A connection to make, or the new credentials of one that is there. */
export interface ConnectionInput {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
  /** The user's label; the backend appends what makes it unique. Signing in again keeps the name. */
  readonly name: string;
  /** The address of the user's own system; only where `connect.baseUrl` of the template asks for it. */
  readonly baseUrl?: string;
  /** One for each of the template's schemes, in their order. */
  readonly credentials: readonly CredentialInput[];
}

/** A connection that is there, by template. */
export interface ConnectionRef {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
  readonly connectionId: string;
}

export interface AuthorizationInput {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
  /** The scheme to sign in for, by its place among the template's schemes. */
  readonly schemeIndex: number;
  /** The connection to sign in again to; absent: a new one. */
  readonly connectionId?: string;
  /** Path of the host's own origin that the same window goes back to; anything else is refused. */
  readonly returnTo?: string;
}

/** A sign-in at the provider that was begun. */
export interface Authorization {
  /** The provider's page; http or https. */
  readonly url: string;
  /** Sealed by the backend, good once and for 15 minutes: goes back with the credential. */
  readonly ticket: string;
  /** Names this sign-in: an answer with another state is not this one's. */
  readonly state: string;
  /** Whose page the provider sends the user back to; decides on how the answer arrives. */
  readonly callback: 'host' | 'platform';
  /** Origin of that page: messages from any other are not believed. */
  readonly callbackOrigin: string;
}
