import { describe, expect, it } from 'vitest';
import type { Activation } from '../../src/domain/activation.js';
import type { Connection, HealthStatus } from '../../src/domain/connection.js';
import type { Integration } from '../../src/domain/integration.js';
import { toReplacement } from '../../src/flow/replacement.js';
import { createFlowState } from '../../src/flow/state.js';

function toConnection(id: string, status: HealthStatus = 'ok'): Connection {
  return { id, name: id, authTypes: [], health: { status } };
}

const integration: Integration = {
  environmentId: 'environment',
  name: 'Orders',
  status: 'available',
  activationCount: 1,
  needsAttention: false,
  variablesSchema: null,
  connectionTemplates: ['shop', 'books', 'provided'].map((id) => ({
    id,
    name: id,
    authTypes: [],
    managed: id === 'provided',
    connect: null,
  })),
};

function toActivation(shop: Connection, books: Connection): Activation {
  return {
    id: 'activation',
    environmentId: 'environment',
    environmentStatus: 'running',
    connections: [
      { connectionTemplateId: 'shop', connection: shop },
      { connectionTemplateId: 'books', connection: books },
    ],
    dynamicVariables: {},
    secretsSet: [],
    revision: '1',
    webhooks: [],
  };
}

function open(...[activation, start]: [Activation, Parameters<typeof toReplacement>[2]?]) {
  const state = createFlowState(integration, toReplacement(integration, activation, start));
  const chosen = Object.fromEntries([...state.choices].map(([id, each]) => [id, each.id]));
  return { chosen, stepId: state.stepId };
}

describe('a flow that replaces an activation', () => {
  const activation = toActivation(toConnection('old shop'), toConnection('old books'));

  it('begins with everything chosen as it is', () => {
    expect(open(activation)).toEqual({
      chosen: { shop: 'old shop', books: 'old books' },
      stepId: 'template:shop',
    });
  });

  it('asks for the account that is to be another, and keeps the rest', () => {
    expect(open(activation, { connectionTemplateId: 'books' })).toEqual({
      chosen: { shop: 'old shop' },
      stepId: 'template:books',
    });
  });

  it('takes the new account where it is known', () => {
    const connection = toConnection('new books');
    expect(open(activation, { connectionTemplateId: 'books', connection }).chosen).toEqual({
      shop: 'old shop',
      books: 'new books',
    });
  });

  it('never chooses one that does not work', () => {
    const broken = toActivation(toConnection('old shop', 'expired'), toConnection('old books'));
    expect(open(broken)).toEqual({ chosen: { books: 'old books' }, stepId: 'template:shop' });
  });
});
