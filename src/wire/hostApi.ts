import { matchPath, type PathParameters } from './call.js';
import { activate } from './calls/activate.js';
import { createConnection } from './calls/createConnection.js';
import { deactivate } from './calls/deactivate.js';
import { getIntegration } from './calls/getIntegration.js';
import { listActivations } from './calls/listActivations.js';
import { listConnections } from './calls/listConnections.js';
import { listIntegrations } from './calls/listIntegrations.js';
import { reconnectConnection } from './calls/reconnectConnection.js';
import { removeConnection } from './calls/removeConnection.js';
import { startAuthorization } from './calls/startAuthorization.js';
import { updateVariables } from './calls/updateVariables.js';

interface HostApi {
  readonly listIntegrations: typeof listIntegrations;
  readonly getIntegration: typeof getIntegration;
  readonly listConnections: typeof listConnections;
  readonly listActivations: typeof listActivations;
  readonly activate: typeof activate;
  readonly updateVariables: typeof updateVariables;
  readonly deactivate: typeof deactivate;
  readonly createConnection: typeof createConnection;
  readonly reconnectConnection: typeof reconnectConnection;
  readonly removeConnection: typeof removeConnection;
  readonly startAuthorization: typeof startAuthorization;
}

/**
 * Every call of the host API. Adapter, handler, `check-backend` and the tests of the OpenAPI document
 * derive from this list: the compiler, or a test, names each that lacks a call.
 */
export const hostApi: HostApi = {
  listIntegrations,
  getIntegration,
  listConnections,
  listActivations,
  activate,
  updateVariables,
  deactivate,
  createConnection,
  reconnectConnection,
  removeConnection,
  startAuthorization,
};

export type CallName = keyof HostApi;

export const callNames: readonly CallName[] = Object.keys(hostApi).filter(isCallName);

export type ParametersOf<Name extends CallName> = PathParameters<HostApi[Name]['path']>;

/** A call with its parameters, decoded. */
export type MatchedCall<Name extends CallName = CallName> = {
  readonly [Each in Name]: {
    readonly kind: 'call';
    readonly name: Each;
    readonly parameters: ParametersOf<Each>;
  };
}[Name];

export type CallMatch =
  | MatchedCall
  /** The path exists without this method; `allow` lists its methods. */
  | { readonly kind: 'otherMethod'; readonly allow: readonly string[] }
  | { readonly kind: 'none' };

/** Finds the call of a request; `path` follows the base path, still percent-encoded. */
export function matchCall(method: string, path: string): CallMatch {
  const allow: string[] = [];
  for (const name of callNames) {
    const call = hostApi[name];
    const parameters = matchPath(call.path, path);
    if (parameters === null) continue;
    if (call.method === method) return toMatchedCall(name, parameters);
    allow.push(call.method);
  }
  return allow.length > 0 ? { kind: 'otherMethod', allow } : { kind: 'none' };
}

function toMatchedCall(name: CallName, values: ReadonlyMap<string, string>): MatchedCall {
  const parameters = Object.fromEntries(values);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `matchPath` gave one value to each name in the call's path
  return { kind: 'call', name, parameters } as MatchedCall;
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(hostApi, name);
}
