import type { ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import type { JsonObject } from '../../domain/json.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { VariablesFieldsOptions } from '../variables/VariablesFields.js';

/** Asks the host for a new connection, or to repair one. */
export interface ConnectNewRequest {
  readonly integration: Integration;
  readonly template: ConnectionTemplate;
  readonly reason: 'new' | 'reconnect';
  /** The one to repair. */
  readonly connection?: Connection;
}

/**
 * The host's own way to make a connection: a dialog, a popup, another page. Resolves when it is
 * through, with the new connection's id where it knows it; the list is then read again.
 */
export type ConnectNew = (
  request: ConnectNewRequest,
) => Promise<{ readonly connectionId?: string } | void>;

/** What a connection is called on screen. */
export interface ConnectionText {
  readonly name?: string;
  /** The line below the name. */
  readonly description?: string;
}

/** What hosts can decide about the flow. */
export interface FlowOptions extends VariablesFieldsOptions {
  /** Filled in before the user types; wins over the schema's defaults. */
  readonly initialVariables?: JsonObject;
  /** Chosen beforehand, by connection template id, where the user has them and they work. */
  readonly initialConnections?: Readonly<Record<string, string>>;
  /** True: a user may hold several activations. Default: false. */
  readonly allowMultiple?: boolean;
  readonly formatConnection?: (
    connection: Connection,
    template: ConnectionTemplate,
  ) => ConnectionText;
  readonly renderConnection?: (connection: Connection, template: ConnectionTemplate) => ReactNode;
  readonly onConnectNew?: ConnectNew;
}
