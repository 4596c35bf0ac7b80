import { toCanary } from '../canaries.js';
import type { StoredProject } from '../platformData.js';
import type { SourceFile, VariablesSchema } from '../shapes.js';
import type { ExampleClock } from './exampleClock.js';
import { exampleIds } from './exampleIds.js';
import { shopifyOrdersVariables, warehouseSyncVariables } from './variablesSchemas.js';

type ProjectKey = keyof typeof exampleIds.projects;

interface ProjectSpec {
  readonly key: ProjectKey;
  readonly name: string;
  readonly status?: string;
  readonly schema?: VariablesSchema;
}

/** One project for an integration, each with one environment; every environment carries its source. */
export function createExampleProjects(clock: ExampleClock): StoredProject[] {
  return specs.map((spec, index) => toProject(spec, clock, 300 - index * 40));
}

const specs: readonly ProjectSpec[] = [
  { key: 'shopifyOrders', name: 'Shopify orders', schema: shopifyOrdersVariables },
  { key: 'slackAlerts', name: 'Slack alerts', schema: null },
  { key: 'warehouseSync', name: 'Warehouse sync', schema: warehouseSyncVariables },
  // No schema at all: the platform answers with an empty body.
  { key: 'hubspotContacts', name: 'HubSpot contacts', status: 'suspended' },
  { key: 'xeroInvoices', name: 'Xero invoices', status: 'error', schema: null },
];

function toProject(spec: ProjectSpec, clock: ExampleClock, age: number): StoredProject {
  const { key, name, status = 'running', schema } = spec;
  const slug = key.toLowerCase();
  const files = toSourceFiles(slug);
  const labels = { team: toCanary(`label-${slug}`) };
  return {
    id: exampleIds.projects[key],
    name,
    createdAt: clock.at(-age),
    updatedAt: clock.at(-9),
    metadata: { template: toCanary(`metadata-${slug}`) },
    settings: { notify: toCanary(`settings-${slug}`) },
    environments: [
      {
        id: exampleIds.environments[key],
        name: 'production',
        status,
        createdAt: clock.at(-age),
        updatedAt: clock.at(-8),
        // Shown to users: it is the start of their webhook addresses.
        publicUrl: `${slug}.versori.example`,
        lastDeployedAt: clock.at(-8),
        files,
        labels,
        config: { replicas: 2, token: toCanary(`config-${slug}`) },
        executionPool: toCanary(`pool-${slug}`),
        deployedVersion: {
          id: exampleIds.environments[key].replace('ENV', 'VSN'),
          name: toCanary(`version-${slug}`),
          createdAt: clock.at(-8),
        },
      },
    ],
    currentFiles: { files, labels },
    ...(schema !== undefined && { dynamicVariablesSchema: schema && structuredClone(schema) }),
    ...(key === 'warehouseSync' && { refusedVariables: [unknownWarehouse] }),
  };
}

/** Well formed, and still refused: only the integration knows which warehouses there are. */
const unknownWarehouse = { field: 'warehouseCode', value: 'LDN-1', message: 'unknown warehouse' };

function toSourceFiles(slug: string): SourceFile[] {
  const content = `// ${toCanary(`source-${slug}`)}\nexport default { start: () => undefined };\n`;
  return [
    { filename: 'src/index.ts', content },
    { filename: 'package.json', content: `{ "name": "${toCanary(`package-${slug}`)}" }` },
  ];
}
