import type { CredentialKind } from './credential.js';

/** One auth scheme of a template, as far as a form needs it. */
export interface ConnectScheme {
  readonly kind: CredentialKind;
  /** The scheme's own description, written by whoever made the integration. */
  readonly description?: string;
}

/** What a user has to enter for a new connection. */
export interface ConnectForm {
  /** Applied together, in this order: a connection needs a credential for each. */
  readonly schemes: readonly ConnectScheme[];
  /** Whether the user gives the address of their own system. */
  readonly baseUrl: 'no' | 'optional' | 'required';
  /** An example of such an address. */
  readonly baseUrlHint?: string;
}

/** A place in an integration that needs a connection. */
export interface ConnectionTemplate {
  /** The platform's `connectionTemplateId`; what an activation names. */
  readonly id: string;
  /** The host's name for it, else the platform's. */
  readonly name: string;
  /** The domain of the system behind it, such as `shopify.com`. */
  readonly domain?: string;
  /** The platform's auth scheme types, such as `oauth2` or `api-key`; applied together, in order. */
  readonly authTypes: readonly string[];
  /** True: the host provides the connection, the user neither sees nor chooses one. */
  readonly managed: boolean;
  /** `http:` or `https:`, or a path of the host's own page. */
  readonly iconUrl?: string;
  /** The host's help on this account; the same kinds of URL. */
  readonly helpUrl?: string;
  /** `null`: no connection can be made here, for want of a known scheme or of the backend's routes. */
  readonly connect: ConnectForm | null;
  /** Present where the user may remove a connection. */
  readonly removable?: true;
}
