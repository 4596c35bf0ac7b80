import {
  parseActivation,
  parseActivations,
  parseConnections,
  parseIntegration,
  parseIntegrations,
  type Parsed,
} from '../wire/answers.js';
import {
  IDEMPOTENCY_KEY_HEADER,
  operations,
  toPath,
  type OperationName,
  type PathParameters,
} from '../wire/operations.js';
import type { Backend, CallOptions, ListConnectionsInput } from './backend.js';
import { BackendError } from './backendError.js';
import { send, type HttpBackendOptions } from './send.js';

/** A backend without optional parts: the HTTP adapter implements every method. */
export type HttpBackend = Required<Backend>;

interface Call extends CallOptions {
  readonly name: OperationName;
  readonly parameters?: PathParameters;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Speaks the host API over `fetch`. Make one for the page, not one for each render: without
 * `userKey`, what was read belongs to the backend object.
 *
 * Throws where `baseUrl` is missing.
 */
export function createHttpBackend(options: HttpBackendOptions): HttpBackend {
  if (typeof options.baseUrl !== 'string' || options.baseUrl === '') {
    throw new Error(
      'createHttpBackend: baseUrl is missing, so there is no host API to call. Pass the path where your server mounts createOnboardingHandler, such as "/api/onboarding".',
    );
  }

  async function call<T>(request: Call, parse: (body: unknown) => Parsed<T>): Promise<T> {
    const { method } = operations[request.name];
    const url = toUrl(options.baseUrl, request);
    const body = await send(options, { ...request, method, url });
    const parsed = parse(body);
    if (parsed.ok) return parsed.value;
    throw new BackendError({
      code: 'malformed',
      ...(request.name === 'activate' ? { outcomeUnknown: true } : { status: 200 }),
      message: `The answer to ${method} ${url} cannot be used: ${parsed.reason} at ${parsed.at || 'its root'}. The host's backend must answer as the host API describes.`,
    });
  }

  return {
    listIntegrations: async ({ signal }) =>
      (await call({ name: 'listIntegrations', signal }, parseIntegrations)).items,
    getIntegration: (parameters, { signal }) =>
      call({ name: 'getIntegration', parameters, signal }, parseIntegration),
    listConnections: (input, { signal }) => call(toListing(input, signal), parseConnections),
    listActivations: async (parameters, { signal }) =>
      (await call({ name: 'listActivations', parameters, signal }, parseActivations)).items,
    activate: ({ environmentId, connections, dynamicVariables }, { signal, idempotencyKey }) =>
      call(
        {
          name: 'activate',
          parameters: { environmentId },
          body: { connections, dynamicVariables },
          headers: { [IDEMPOTENCY_KEY_HEADER]: idempotencyKey },
          signal,
        },
        parseActivation,
      ),
    updateVariables: ({ environmentId, activationId, variables, revision }, { signal }) =>
      call(
        {
          name: 'updateVariables',
          parameters: { environmentId, activationId },
          body: { variables },
          ...(revision !== undefined && { headers: { 'If-Match': revision } }),
          signal,
        },
        parseActivation,
      ),
    deactivate: (parameters, { signal }) =>
      call({ name: 'deactivate', parameters, signal }, () => ({ ok: true, value: undefined })),
  };
}

function toListing(input: ListConnectionsInput, signal: AbortSignal): Call {
  const { environmentId, connectionTemplateId, search, after, first } = input;
  return {
    name: 'listConnections',
    parameters: { environmentId, connectionTemplateId },
    query: { search: search || undefined, after, first },
    signal,
  };
}

function toUrl(baseUrl: string, { name, parameters, query = {} }: Call): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) search.set(key, String(value));
  }
  const text = search.toString();
  return baseUrl.replace(/\/+$/, '') + toPath(name, parameters) + (text && `?${text}`);
}
