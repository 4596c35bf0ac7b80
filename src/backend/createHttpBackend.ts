import { toListed } from '../domain/activation.js';
import { IDEMPOTENCY_KEY_HEADER } from '../wire/call.js';
import { hostApi } from '../wire/hostApi.js';
import type { Backend } from './backend.js';
import { send, type HttpBackendOptions } from './send.js';

/** A backend without optional parts: the HTTP adapter implements every method. */
export type HttpBackend = Required<Backend>;

/**
 * Speaks the host API over `fetch`. Make one for the page, not one for each render: without
 * `userKey`, what was read belongs to the backend object.
 *
 * Throws if `baseUrl` is missing.
 */
export function createHttpBackend(options: HttpBackendOptions): HttpBackend {
  if (typeof options.baseUrl !== 'string' || options.baseUrl === '') {
    throw new Error(
      'createHttpBackend: baseUrl is missing, so there is no host API to call. Pass the path where your server mounts createOnboardingHandler, such as "/api/onboarding".',
    );
  }
  return {
    listIntegrations: async ({ signal }) =>
      (await send(options, hostApi.listIntegrations, { parameters: {}, signal })).items,
    getIntegration: (parameters, { signal }) =>
      send(options, hostApi.getIntegration, { parameters, signal }),
    listConnections: ({ search, after, first, ...parameters }, { signal }) =>
      send(options, hostApi.listConnections, {
        parameters,
        query: { search: search || undefined, after, first },
        signal,
      }),
    async listActivations(parameters, { signal }) {
      const answer = await send(options, hostApi.listActivations, { parameters, signal });
      return toListed(answer.items, answer);
    },
    activate: ({ environmentId, connections, dynamicVariables }, { signal, idempotencyKey }) =>
      send(options, hostApi.activate, {
        parameters: { environmentId },
        headers: { [IDEMPOTENCY_KEY_HEADER]: idempotencyKey },
        body: { connections, dynamicVariables },
        signal,
      }),
    updateVariables: ({ variables, revision, ...parameters }, { signal }) =>
      send(options, hostApi.updateVariables, {
        parameters,
        headers: revision === undefined ? {} : { 'If-Match': revision },
        body: { variables },
        signal,
      }),
    deactivate: (parameters, { signal }) =>
      send(options, hostApi.deactivate, { parameters, signal }),
    createConnection: (
      { environmentId, connectionTemplateId, ...body },
      { signal, idempotencyKey },
    ) =>
      send(options, hostApi.createConnection, {
        parameters: { environmentId, connectionTemplateId },
        headers: { [IDEMPOTENCY_KEY_HEADER]: idempotencyKey },
        body,
        signal,
      }),
    reconnectConnection: (
      { environmentId, connectionTemplateId, connectionId, ...body },
      { signal, idempotencyKey },
    ) =>
      send(options, hostApi.reconnectConnection, {
        parameters: { environmentId, connectionTemplateId, connectionId },
        headers: { [IDEMPOTENCY_KEY_HEADER]: idempotencyKey },
        body,
        signal,
      }),
    removeConnection: (parameters, { signal }) =>
      send(options, hostApi.removeConnection, { parameters, signal }),
    startAuthorization: ({ environmentId, connectionTemplateId, ...body }, { signal }) =>
      send(options, hostApi.startAuthorization, {
        parameters: { environmentId, connectionTemplateId },
        body,
        signal,
      }),
  };
}
