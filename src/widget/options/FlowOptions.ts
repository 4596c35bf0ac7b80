import type { ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import type { JsonObject } from '../../domain/json.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { IsSecret } from '../../variables/isSecretSchema.js';
import type { RenderVariable } from './renderVariable.js';
import type { VariableOptions } from './variableOptions.js';

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

/** What hosts can decide about the fields of a form. */
export interface VariablesFieldsOptions {
  /** Translates titles, descriptions and option labels of the schema; `pointer` is the variable's. */
  readonly translateSchemaText?: ((text: string, pointer: string) => string) | undefined;
  readonly renderVariable?: RenderVariable | undefined;
  readonly variableOptions?: VariableOptions | undefined;
  /**
   * Whether a schema marks the variable at `pointer` as secret, beside the marks that always count.
   * Give the handler the same function; a form takes the one that it starts with.
   */
  readonly isSecret?: IsSecret | undefined;
}

/**
 * What hosts can decide about the flow. Every component with a `WidgetRoot` takes these as props, and
 * what is below it reads them with `useFlowOptions`.
 */
export interface FlowOptions extends VariablesFieldsOptions {
  /** Filled in before the user types; wins over the schema's defaults. */
  readonly initialVariables?: JsonObject | undefined;
  /** Preselected connections by connection template id; used where the user has them and they work. */
  readonly initialConnections?: Readonly<Record<string, string>> | undefined;
  /** True: a user may hold several activations. Default: false. */
  readonly allowMultiple?: boolean | undefined;
  readonly formatConnection?:
    ((connection: Connection, template: ConnectionTemplate) => ConnectionText) | undefined;
  readonly renderConnection?:
    ((connection: Connection, template: ConnectionTemplate) => ReactNode) | undefined;
  readonly onConnectNew?: ConnectNew | undefined;
  /** False where the host's page has a title: ours is then there for assistive technology alone. */
  readonly title?: boolean | undefined;
  /** The level of the title, 1 to 4; what stands below it follows. Default: 2. */
  readonly headingLevel?: number | undefined;
  /** What the last screen says and offers, in place of our own. */
  readonly done?: DoneOptions | undefined;
  /** Where "contact support" leads; without it there is no link. */
  readonly supportUrl?: string | undefined;
}

export interface DoneOptions {
  /** What happens next, in the host's words. */
  readonly text?: string;
  /** The host's next action, in front of ours: a link, or a button. */
  readonly action?: DoneAction;
}

export type DoneAction =
  | { readonly label: string; readonly href: string }
  | { readonly label: string; readonly onClick: () => void };
