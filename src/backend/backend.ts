import type { Activation, ActivationInput, ListedActivations } from '../domain/activation.js';
import type {
  Authorization,
  AuthorizationInput,
  ConnectionInput,
  ConnectionRef,
} from '../domain/connectionInput.js';
import type { Connection } from '../domain/connection.js';
import type { Integration, IntegrationSummary } from '../domain/integration.js';
import type { JsonObject } from '../domain/json.js';
import type { Page } from '../domain/page.js';

export interface CallOptions {
  /** Aborted once the answer is no longer needed. */
  readonly signal: AbortSignal;
}

export interface KeyedCallOptions extends CallOptions {
  /** A UUID, one for each intent: repeating the call with it acts once. */
  readonly idempotencyKey: string;
}

export interface ListConnectionsInput {
  readonly environmentId: string;
  readonly connectionTemplateId: string;
  /** Matched against names and hosts, ignoring case; absent or empty: all. */
  readonly search?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** At most this many; the backend may give fewer. */
  readonly first?: number;
}

export interface UpdateVariablesInput {
  readonly environmentId: string;
  readonly activationId: string;
  /** The top-level variables to set; the others stay as they are. */
  readonly variables: JsonObject;
  /** `revision` of the activation that the user saw: a stale one is refused as `conflict`, 412. */
  readonly revision?: string;
}

/**
 * The port through which the widget reads and writes. `createHttpBackend` implements it; a host may
 * implement it in any other way. Each method rejects with a `BackendError`. A backend without an
 * optional method gets a widget without that action; so does an HTTP backend whose templates say
 * `connect: null`, or nothing of it.
 */
export interface Backend {
  listIntegrations(options: CallOptions): Promise<readonly IntegrationSummary[]>;
  getIntegration(
    input: { readonly environmentId: string },
    options: CallOptions,
  ): Promise<Integration>;
  /** The signed-in user's own connections of that template's system. */
  listConnections(input: ListConnectionsInput, options: CallOptions): Promise<Page<Connection>>;
  /** All of the signed-in user's activations in the environment; the newest of too many to list. */
  listActivations(
    input: { readonly environmentId: string },
    options: CallOptions,
  ): Promise<ListedActivations>;
  /** Safe to repeat: one key never activates twice. */
  activate(input: ActivationInput, options: KeyedCallOptions): Promise<Activation>;
  updateVariables?(input: UpdateVariablesInput, options: CallOptions): Promise<Activation>;
  deactivate?(
    input: { readonly environmentId: string; readonly activationId: string },
    options: CallOptions,
  ): Promise<void>;
  /** Makes a connection of the user's own. Safe to repeat: one key never makes two. */
  createConnection?(input: ConnectionInput, options: KeyedCallOptions): Promise<Connection>;
  /** Replaces the credentials in place: activations that use the connection keep running. */
  reconnectConnection?(
    input: ConnectionInput & { readonly connectionId: string },
    options: KeyedCallOptions,
  ): Promise<Connection>;
  /** Refused as `conflict` while an activation uses it: `usedBy` names the integrations. */
  removeConnection?(input: ConnectionRef, options: CallOptions): Promise<void>;
  /** Begins a sign-in at the provider, for kinds of credentials that need one. */
  startAuthorization?(input: AuthorizationInput, options: CallOptions): Promise<Authorization>;
}
