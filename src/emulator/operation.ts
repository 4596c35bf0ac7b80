import type { Authorizations } from './authorizations.js';
import type { PlatformData } from './platformData.js';

/** The platform's names of the operations that are emulated. */
export type OperationName =
  | 'ActivateUser'
  | 'ListUserActivations'
  | 'GetActivation'
  | 'DeleteActivation'
  | 'SetDynamicVariables'
  | 'SetDynamicVariable'
  | 'ListProjectConnectionTemplates'
  | 'GetProjectVariablesSchema'
  | 'GetProject'
  | 'ListProjects'
  | 'ListConnections'
  | 'CreateConnection'
  | 'GetConnection'
  | 'UpdateConnection'
  | 'DeleteConnection'
  | 'InitialiseOAuth2Connection'
  | 'InitialiseOAuth1Connection'
  | 'ListEnvironmentConnections'
  | 'GetEndUser'
  | 'ListEndUsers'
  | 'ListActivations'
  | 'CreateEndUser';

/** The caller: the whole organisation (API key), or one end user (JWT, whose `sub` it is). */
export type Caller =
  { readonly kind: 'organisation' } | { readonly kind: 'endUser'; readonly externalId: string };

/** One authorised request, its path matched and its body parsed. */
export interface Call {
  readonly data: PlatformData;
  readonly caller: Caller;
  /** Decoded parts of the path, by the names in the operation's path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where browsers reach the pages of provider and platform. */
  readonly pages: { readonly publicUrl: string | null; readonly requestOrigin: string };
  readonly authorizations: Authorizations;
}

/** `body: undefined` sends no body. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Operation {
  readonly name: OperationName;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v2`, with `{names}` for the parts that vary. */
  readonly path: string;
  /** Runs at once, without waiting for anything, so that nothing comes between a check and its write. */
  readonly run: (call: Call) => Answer;
}
