import type { Activation, Backend, Connection, IntegrationSummary } from 'react-versori-onboarding';

/** Among those that a long list draws at first. */
export const renamedIndex = 5;

/** Answers at once, with so many activations and integrations; one of them changes its name. */
export interface CardsBackend extends Backend {
  /** Renames the one at `renamedIndex`, from the next answer on. */
  rename(name: string): void;
}

export function createCardsBackend(count: number): CardsBackend {
  let renamed = '';
  const toName = (what: string, index: number): string =>
    index === renamedIndex && renamed !== '' ? renamed : `${what} ${index}`;
  const list = <T>(toItem: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => toItem(index));
  return {
    rename: (name) => void (renamed = name),
    listIntegrations: async () => list((index) => toSummary(toName('Orders', index), index)),
    getIntegration: async () => ({
      ...toSummary('Orders', 0),
      connectionTemplates: [
        {
          ...{ id: 'shop', name: 'Shop', domain: 'shop.example', authTypes: ['oauth2'] },
          ...{ managed: false, connect: null },
        },
      ],
      variablesSchema: {
        type: 'object',
        properties: {
          code: { type: 'string', title: 'Code' },
          limit: { type: 'integer', title: 'Limit' },
        },
      },
    }),
    listActivations: async () => list((index) => toActivation(toName('Store', index), index)),
    listConnections: async () => ({ items: [toConnection('Store', 0)] }),
    activate: () => Promise.reject(new Error('The benchmark activates nothing.')),
    updateVariables: () => Promise.reject(new Error('The benchmark edits nothing.')),
    deactivate: () => Promise.reject(new Error('The benchmark ends nothing.')),
  };
}

function toSummary(name: string, index: number): IntegrationSummary {
  return {
    environmentId: `environment-${index}`,
    name,
    description: 'Every paid order becomes a sales order within a minute.',
    status: 'available',
    activationCount: index % 3,
    needsAttention: false,
  };
}

function toActivation(name: string, index: number): Activation {
  return {
    id: `activation-${index}`,
    environmentId: 'environment-0',
    environmentStatus: 'running',
    connections: [{ connectionTemplateId: 'shop', connection: toConnection(name, index) }],
    dynamicVariables: { code: `LDN-${index}`, limit: index },
    secretsSet: [],
    revision: `${name} ${index}`,
    webhooks: [],
  };
}

function toConnection(name: string, index: number): Connection {
  return {
    id: `connection-${index}`,
    name,
    baseUrl: 'https://shop.example',
    authTypes: ['oauth2'],
    health: { status: 'ok' },
  };
}
