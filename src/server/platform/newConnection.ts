import type { JsonObject } from '../../domain/json.js';

/** One credential of a connection to make, with the template's own scheme. */
export interface NewCredential {
  readonly id: string;
  readonly authSchemeConfig: JsonObject;
  readonly credential: {
    readonly id: string;
    readonly organisationId: string;
    readonly type: string;
    readonly data: JsonObject;
  };
}

export interface ConnectionCreation {
  readonly connectionTemplateId: string;
  readonly name: string;
  /** Absent: the system's own address. */
  readonly baseUrl: string | undefined;
  readonly credentials: readonly NewCredential[];
}

export interface ConnectionChange {
  readonly connectionId: string;
  readonly name: string;
  /** Empty: the system's own address. */
  readonly baseUrl: string;
  readonly credentials: readonly NewCredential[];
}

/** What of a connection has to be known before it is changed. */
export interface ConnectionState {
  readonly name: string;
  /** As it is stored; empty for none. */
  readonly baseUrl: string;
  /** Ids of its credentials, chosen by the caller. */
  readonly credentialIds: readonly string[];
}

export interface OAuth2Start {
  readonly systemId: string;
  readonly credential: { readonly id: string; readonly organisationId: string };
  readonly authorizeUrl: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly disableOfflineAccess: boolean;
  readonly prompt: string;
  readonly additionalParams: string | undefined;
  /** Absent: the platform's own callback page. */
  readonly redirectUrl: string | undefined;
}

export interface OAuth1Start {
  readonly systemId: string;
  readonly credential: { readonly id: string; readonly organisationId: string };
}
