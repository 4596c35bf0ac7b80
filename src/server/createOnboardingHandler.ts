import {
  type CallMatch,
  type CallName,
  hostApi,
  matchCall,
  type MatchedCall,
} from '../wire/hostApi.js';
import { type Answer, toProblemResponse, toResponse } from './answer.js';
import { checkSameOrigin, toCorsHeaders, toPreflightHeaders } from './crossSite.js';
import { createDeadline } from './deadline.js';
import { identifyUser, listOfferedIntegrations } from './identifyUser.js';
import { activate } from './operations/activate.js';
import { deactivate } from './operations/deactivate.js';
import { getIntegration } from './operations/getIntegration.js';
import { listActivations } from './operations/listActivations.js';
import { listConnections } from './operations/listConnections.js';
import { listIntegrations } from './operations/listIntegrations.js';
import { isCallbackPath } from './oauthPaths.js';
import type { OperationInput, Operations } from './operations/operation.js';
import { updateVariables } from './operations/updateVariables.js';
import type { ErrorContext, OnboardingHandlerOptions } from './options.js';
import { toProblemError } from './problems.js';
import { checkRateLimit } from './rateLimit.js';
import { notFound, ProblemError } from './problemError.js';
import { type Runtime, toRuntime } from './runtime.js';
import { createServices, type Services } from './services.js';
import { toSettings } from './settings.js';

/** Answers every request below its base path; never rejects. */
export type OnboardingHandler = (request: Request) => Promise<Response>;

/**
 * The host's side of the widget: a function from `Request` to `Response` that speaks the host API to
 * browsers and the platform's API to the platform, and lets neither the platform's credential nor
 * another user's data through.
 *
 * Throws if an option is invalid, and names it. Create one per process, not one per request: it
 * holds caches, rate limits and the activations that are in flight.
 *
 * @param runtime Internal: clock, chance and ids, for tests.
 */
export function createOnboardingHandler(
  options: OnboardingHandlerOptions,
  runtime: Partial<Runtime> = {},
): OnboardingHandler {
  const settings = toSettings(options);
  const services = createServices(settings, toRuntime(runtime));
  const operations: Operations = {
    listIntegrations,
    getIntegration,
    listConnections,
    listActivations,
    activate,
    updateVariables,
    deactivate,
    // Loaded with the first use: a server that lets nobody connect accounts never needs them.
    createConnection: async (input) =>
      (await import('./operations/createConnection.js')).createConnection(input),
    reconnectConnection: async (input) =>
      (await import('./operations/reconnectConnection.js')).reconnectConnection(input),
    removeConnection: async (input) =>
      (await import('./operations/removeConnection.js')).removeConnection(input),
    startAuthorization: async (input) =>
      (await import('./operations/startAuthorization.js')).startAuthorization(input),
  };
  return (request) => handle(request, services, operations);
}

async function handle(
  request: Request,
  services: Services,
  operations: Operations,
): Promise<Response> {
  const { runtime, reporter, settings } = services;
  const startedAt = runtime.monotonicNow();
  const match = matchRequest(request, settings.basePath);
  const operation = match.kind === 'call' ? match.name : null;
  const errorContext: ErrorContext = { requestId: runtime.createId(), operation };
  const response = await answer({ request, match, errorContext, services, operations }).catch(
    (error: unknown) => {
      // The client disconnected: not an error, and the answer is not read.
      if (isRead(match) && request.signal.aborted) {
        return toProblemResponse(new ProblemError('unavailable'));
      }
      const problem = toProblemError(error);
      const { cause } = problem.details;
      if (cause !== undefined && isHostsConcern(problem)) reporter.error(cause, errorContext);
      return toProblemResponse(problem);
    },
  );
  for (const [name, value] of Object.entries(toCorsHeaders(request, settings))) {
    response.headers.set(name, value);
  }
  reporter.log({
    event: 'answered',
    ...errorContext,
    method: request.method,
    status: response.status,
    durationMs: runtime.monotonicNow() - startedAt,
  });
  return response;
}

interface Handling {
  readonly request: Request;
  readonly match: CallMatch;
  readonly errorContext: ErrorContext;
  readonly services: Services;
  readonly operations: Operations;
}

async function answer(handling: Handling): Promise<Response> {
  const { request, match, errorContext, services, operations } = handling;
  const { settings, runtime } = services;
  if (isCallbackPath(new URL(request.url).pathname, settings.basePath)) {
    const { answerCallback } = await import('./oauthCallback.js');
    return answerCallback(request, settings);
  }
  if (match.kind === 'none') throw notFound();
  if (match.kind === 'otherMethod') {
    const allow = match.allow.join(', ');
    const headers = toPreflightHeaders(request, settings, allow);
    if (headers !== null) return toResponse({ status: 204, headers });
    throw new ProblemError('invalid', { status: 405, headers: { Allow: allow } });
  }
  checkSameOrigin(request, settings);
  const user = await identifyUser(settings, request);
  await checkRateLimit(services.rateLimit, user, match.name, request);
  const integrations = await listOfferedIntegrations(settings, user);
  // A disconnect aborts a read, never a write.
  const reader = isRead(match) ? request.signal : undefined;
  const deadline = createDeadline(runtime, settings.platform.timeoutMs, reader);
  try {
    const context = { user, integrations, errorContext, deadline };
    const outcome = await runOperation(operations, match, { request, context, services });
    deadline.end();
    return toResponse(outcome);
  } catch (error) {
    // Aborts the reads that were started in parallel and are no longer needed.
    deadline.end(error);
    throw error;
  }
}

function runOperation<Name extends CallName>(
  operations: Operations,
  { name, parameters }: MatchedCall<Name>,
  input: Omit<OperationInput<Name>, 'parameters'>,
): Promise<Answer> {
  return operations[name]({ ...input, parameters });
}

function isRead(match: CallMatch): boolean {
  return match.kind === 'call' && hostApi[match.name].idempotency === 'safe';
}

/** Faults of the host or of the platform, not what a user or a browser did wrong. */
function isHostsConcern({ status, code }: ProblemError): boolean {
  return status >= 500 || code === 'forbidden';
}

function matchRequest(request: Request, basePath: string): CallMatch {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(`${basePath}/`)) return { kind: 'none' };
  return matchCall(request.method, pathname.slice(basePath.length));
}
