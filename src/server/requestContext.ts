import type { ErrorContext, HostIntegration, IntegrationList } from './options.js';
import type { Caller } from './platform/platformCalls.js';
import { notFound } from './problemError.js';

/** One request of a user who is known: whose it is, what exists for them, how long it may take. */
export interface RequestContext extends Caller {
  readonly integrations: IntegrationList;
  readonly errorContext: ErrorContext;
}

/** @throws {ProblemError} 404 where the host does not offer that integration to this user. */
export function findIntegration(context: RequestContext, environmentId: string): HostIntegration {
  const integration = context.integrations.find((each) => each.environmentId === environmentId);
  if (integration === undefined) throw notFound();
  return integration;
}
