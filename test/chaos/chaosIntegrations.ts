import { exampleIds } from '../../src/emulator.js';
import type { HostIntegration } from '../../src/server.js';

const { projects, environments, templates } = exampleIds;

/** One to activate, and one whose accounts are made, repaired and removed. */
export const chaosIntegrations: readonly HostIntegration[] = [
  { projectId: projects.shopifyOrders, environmentId: environments.shopifyOrders },
  {
    projectId: projects.hubspotContacts,
    environmentId: environments.hubspotContacts,
    templates: { [templates.hubspotContacts.hubspot]: { remove: true } },
  },
];
