import { IDEMPOTENCY_KEY_HEADER } from '../wire/call.js';
import { type CallName, callNames, hostApi } from '../wire/hostApi.js';
import { type ProbeRequest, toRequest } from './probe.js';

/** The greatest ULID: well-formed, and not in use. */
export const madeUpId = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ';

/** A choice that the platform refuses, even if a broken backend passes it on. */
export const impossibleBody: object = {
  connections: [{ connectionTemplateId: madeUpId, existingConnectionId: madeUpId }],
  dynamicVariables: {},
};

/** A request to activate that cannot succeed, whatever the backend does. */
export function impossibleActivation(
  environmentId: string,
  body: unknown = impossibleBody,
): ProbeRequest {
  return {
    ...toRequest(hostApi.activate, { environmentId }),
    body,
    headers: { [IDEMPOTENCY_KEY_HEADER]: crypto.randomUUID() },
  };
}

/** Each call in a form that changes nothing: its template or activation does not exist. */
export const noopRequests: Readonly<Record<CallName, (environmentId: string) => ProbeRequest>> = {
  listIntegrations: () => toRequest(hostApi.listIntegrations, {}),
  getIntegration: (environmentId) => toRequest(hostApi.getIntegration, { environmentId }),
  listConnections: (environmentId) =>
    toRequest(hostApi.listConnections, { environmentId, connectionTemplateId: madeUpId }),
  listActivations: (environmentId) => toRequest(hostApi.listActivations, { environmentId }),
  activate: (environmentId) => impossibleActivation(environmentId),
  updateVariables: (environmentId) => ({
    ...toRequest(hostApi.updateVariables, { environmentId, activationId: madeUpId }),
    body: { variables: {} },
  }),
  deactivate: (environmentId) =>
    toRequest(hostApi.deactivate, { environmentId, activationId: madeUpId }),
};

/** The `noopRequests` of calls that write. */
export function noopWrites(environmentId: string): readonly ProbeRequest[] {
  return callNames
    .filter((name) => hostApi[name].idempotency !== 'safe')
    .map((name) => noopRequests[name](environmentId));
}
