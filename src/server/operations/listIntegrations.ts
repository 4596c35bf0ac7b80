import type { IntegrationSummary } from '../../domain/integration.js';
import { mapWithLimit } from '../mapWithLimit.js';
import type { HostIntegration } from '../options.js';
import { PlatformFailure } from '../platform/platformFailure.js';
import { toSummary } from '../projections.js';
import type { Services } from '../services.js';
import type { RequestContext } from '../requestContext.js';
import type { Operation } from './operation.js';
import { listCachedActivations } from './listCachedActivations.js';

/** So many integrations are asked about at once: a long list must not flood the platform. */
const maxConcurrent = 6;

export const listIntegrations: Operation<'listIntegrations'> = async ({ context, services }) => {
  const failures: PlatformFailure[] = [];
  const items = await mapWithLimit(context.integrations, maxConcurrent, (integration) =>
    summarise(services, context, integration).catch((error: unknown) => {
      // A platform that fails for one integration must not hide the others.
      if (!(error instanceof PlatformFailure)) throw error;
      failures.push(error);
      const { name = integration.environmentId } = integration;
      return toSummary(integration, { name, status: 'unavailable', templates: [] }, null);
    }),
  );
  for (const failure of failures) {
    if (failures.length === items.length) throw failure;
    services.reporter.error(failure, context.errorContext);
  }
  return { status: 200, body: { items } };
};

async function summarise(
  services: Services,
  context: RequestContext,
  integration: HostIntegration,
): Promise<IntegrationSummary> {
  const [definition, activations] = await Promise.all([
    services.getDefinition(context, integration),
    listCachedActivations(services, context, integration),
  ]);
  return toSummary(integration, definition, activations);
}
