import { IDEMPOTENCY_KEY_HEADER } from '../wire/call.js';
import { type CallName, callNames, hostApi } from '../wire/hostApi.js';
import { type ProbeRequest, toRequest } from './probe.js';

/** The last ULID that there can be: well-formed, and not in use. */
export const madeUpId = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ';

/** A choice that the platform itself refuses, should a broken backend pass it on. */
export const impossibleBody: object = {
  connections: [{ connectionTemplateId: madeUpId, existingConnectionId: madeUpId }],
  dynamicVariables: {},
};

/** An activation that cannot come about, whatever the backend does with it. */
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

/** Each call in a form that can change nothing: it names a template or an activation that is none. */
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

/** Those of `noopRequests` whose calls would change something. */
export function noopWrites(environmentId: string): readonly ProbeRequest[] {
  return callNames
    .filter((name) => hostApi[name].idempotency !== 'safe')
    .map((name) => noopRequests[name](environmentId));
}
