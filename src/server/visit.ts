import type { ErrorContext, HostIntegration, IntegrationList } from './options.js';
import type { Caller } from './platform/platformClient.js';
import { notFound } from './refusal.js';

/** One request of a user who is known: whose it is, what exists for them, how long it may take. */
export interface Visit extends Caller {
  readonly integrations: IntegrationList;
  readonly context: ErrorContext;
}

/** @throws {Refusal} 404 where the host does not offer that integration to this user. */
export function findIntegration(visit: Visit, environmentId: string | undefined): HostIntegration {
  const integration = visit.integrations.find((each) => each.environmentId === environmentId);
  if (integration === undefined) throw notFound();
  return integration;
}
