import type { IntegrationSummary } from '../../domain/integration.js';
import type { HostIntegration } from '../options.js';
import { PlatformFailure } from '../platform/platformFailure.js';
import { toSummary } from '../projections.js';
import type { Services } from '../services.js';
import type { Visit } from '../visit.js';
import type { Operation } from './operation.js';
import { recallActivations } from './summarise.js';

/** So many integrations are asked about at once: a long list must not flood the platform. */
const mostAtOnce = 6;

export const listIntegrations: Operation = async ({ visit, services }) => {
  const items = await mapWithLimit(visit.integrations, mostAtOnce, (integration) =>
    summarise(services, visit, integration),
  );
  const failed = items.filter((item) => item instanceof PlatformFailure);
  if (failed[0] !== undefined && failed.length === items.length) throw failed[0];
  return {
    status: 200,
    body: {
      items: items.map((item, index) =>
        item instanceof PlatformFailure ? toUnknown(visit.integrations[index]) : item,
      ),
    },
  };
};

/** A platform that fails for one integration must not hide the others. */
async function summarise(
  services: Services,
  visit: Visit,
  integration: HostIntegration,
): Promise<IntegrationSummary | PlatformFailure> {
  try {
    const [definition, activations] = await Promise.all([
      services.getDefinition(visit, integration),
      recallActivations(services, visit, integration),
    ]);
    return toSummary(integration, definition, activations);
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error;
    services.reporter.error(error, visit.context);
    return error;
  }
}

function toUnknown(integration: HostIntegration | undefined): IntegrationSummary | undefined {
  if (integration === undefined) return undefined;
  const name = integration.name ?? integration.environmentId;
  return toSummary(integration, { name, status: 'unavailable', templates: [] }, null);
}

async function mapWithLimit<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}
