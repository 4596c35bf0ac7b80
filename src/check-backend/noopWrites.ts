import { IDEMPOTENCY_KEY_HEADER } from '../wire/call.js';
import { type CallName, callNames, hostApi } from '../wire/hostApi.js';
import type { ChoosableTemplate, Discovery } from './discovery.js';
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

const madeUpConnection = { connectionTemplateId: madeUpId, connectionId: madeUpId };

/** A body without credentials, which no template takes. */
const impossibleConnection: Pick<ProbeRequest, 'headers' | 'body'> = {
  headers: { [IDEMPOTENCY_KEY_HEADER]: '00000000-0000-4000-8000-000000000000' },
  body: { name: 'Check', credentials: [] },
};

/** A request to sign in to a connection that is not the user's; nothing in it could be stored. */
export function toForeignReconnect(
  { environmentId, template }: Pick<ChoosableTemplate, 'environmentId' | 'template'>,
  connectionId: string,
): ProbeRequest {
  const place = { environmentId, connectionTemplateId: template.id, connectionId };
  return { ...toRequest(hostApi.reconnectConnection, place), ...impossibleConnection };
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
  createConnection: (environmentId) => ({
    ...toRequest(hostApi.createConnection, { environmentId, connectionTemplateId: madeUpId }),
    ...impossibleConnection,
  }),
  reconnectConnection: (environmentId) => ({
    ...toRequest(hostApi.reconnectConnection, { ...madeUpConnection, environmentId }),
    ...impossibleConnection,
  }),
  removeConnection: (environmentId) =>
    toRequest(hostApi.removeConnection, { ...madeUpConnection, environmentId }),
  startAuthorization: (environmentId) => ({
    ...toRequest(hostApi.startAuthorization, { environmentId, connectionTemplateId: madeUpId }),
    body: { schemeIndex: 0 },
  }),
};

/** A backend without these has no template that says what a new connection takes. */
const connectCalls: readonly CallName[] = [
  'createConnection',
  'reconnectConnection',
  'removeConnection',
  'startAuthorization',
];

/** The `noopRequests` of all calls that the backend offers. */
export function listNoopRequests(
  environmentId: string,
  { choosable }: Pick<Discovery, 'choosable'>,
): readonly ProbeRequest[] {
  return listOffered(choosable).map((name) => noopRequests[name](environmentId));
}

function listOffered(choosable: Discovery['choosable']): readonly CallName[] {
  const offersConnect = choosable.some(({ template }) => template.connect !== null);
  return callNames.filter((name) => offersConnect || !connectCalls.includes(name));
}

/** The `noopRequests` of calls that write. */
export function noopWrites(
  environmentId: string,
  { choosable }: Pick<Discovery, 'choosable'>,
): readonly ProbeRequest[] {
  return listOffered(choosable)
    .filter((name) => hostApi[name].idempotency !== 'safe')
    .map((name) => noopRequests[name](environmentId));
}
