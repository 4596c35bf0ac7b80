import type { Activation, ActivationInput } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { Integration, IntegrationSummary } from '../domain/integration.js';
import type { JsonObject } from '../domain/json.js';
import type { Page } from '../domain/page.js';

export interface CallOptions {
  /** Aborted once the answer is no longer needed. */
  readonly signal: AbortSignal;
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
 * implement it in any other way. Each method rejects with a `BackendError`. A backend without an optional method gets a widget without that
 * action.
 */
export interface Backend {
  listIntegrations(options: CallOptions): Promise<readonly IntegrationSummary[]>;
  getIntegration(
    input: { readonly environmentId: string },
    options: CallOptions,
  ): Promise<Integration>;
  /** The signed-in user's own connections of that template's system. */
  listConnections(input: ListConnectionsInput, options: CallOptions): Promise<Page<Connection>>;
  /** All of the signed-in user's activations in the environment. */
  listActivations(
    input: { readonly environmentId: string },
    options: CallOptions,
  ): Promise<readonly Activation[]>;
  /** Safe to repeat: one key never activates twice. */
  activate(
    input: ActivationInput,
    options: CallOptions & { readonly idempotencyKey: string },
  ): Promise<Activation>;
  updateVariables?(input: UpdateVariablesInput, options: CallOptions): Promise<Activation>;
  deactivate?(
    input: { readonly environmentId: string; readonly activationId: string },
    options: CallOptions,
  ): Promise<void>;
}
