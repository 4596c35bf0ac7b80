import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { type Edit, editBody, editFirst, runCheck } from './platformRun.js';

const { projects, environments, users } = exampleIds;

describe('an answer that is not as the handler relies on', () => {
  const zero = '0'.repeat(26);
  const carlaActivations = `/users/${users.carla.externalId}/activations`;
  const deviations: readonly (readonly [string, Edit, string])[] = [
    [
      '/projects',
      editFirst({ id: 7 }),
      'ListProjects at /items/0/id: expected a ULID, seen a number',
    ],
    [
      `/${projects.shopifyOrders}`,
      editBody({ environments: 'canary-api-key-fernway' }),
      'GetProject at /environments: expected a list, seen a text',
    ],
    [
      `/${projects.shopifyOrders}`,
      editBody({ environments: [{ id: environments.shopifyOrders, name: 'x', status: 'paused' }] }),
      'GetProject at /environments/0/status: expected running or suspended or error or draft, seen "paused"',
    ],
    [
      `/${projects.shopifyOrders}`,
      editBody({ dynamicVariablesSchema: 'none' }),
      'GetProject at /dynamicVariablesSchema: expected a JSON Schema, or nothing, seen a text',
    ],
    [
      '/connection-templates',
      editFirst({ connectionTemplateId: zero }),
      'ListProjectConnectionTemplates at /items/0/connectionTemplateId: expected a ULID, seen the zero ULID',
    ],
    [
      '/connection-templates',
      editFirst({ authSchemeConfigs: [{ type: 'canary-api-key-fernway' }] }),
      'at /items/0/authSchemeConfigs/0/type: expected none or api-key',
    ],
    [
      '/connection-templates',
      editFirst({
        authSchemeConfigs: [{ type: 'oauth2', oauth2: { grant: { type: 'authorizationCode' } } }],
      }),
      'at /items/0/authSchemeConfigs/0/oauth2/grant/authorizationCode: expected an object, seen nothing',
    ],
    [
      '/connection-templates',
      editBody({ totalCount: 900, next: 'canary-api-key-fernway' }),
      'ListProjectConnectionTemplates at /next: expected all items at once, seen further pages',
    ],
    ['/connections', () => [], 'ListConnections: expected an object, seen a list'],
    [
      '/connections',
      editFirst({ systemId: exampleIds.systems.loqate, name: null }),
      'ListConnections at /items/0/systemId: expected the system that was asked for, seen another',
    ],
    [
      '/connections',
      editFirst({ connectionTemplateId: 7 }),
      'ListConnections at /items/0/connectionTemplateId: expected a ULID, the zero ULID or nothing, seen a number',
    ],
    [
      `/users/${users.carla.externalId}`,
      editBody({ externalId: 'user-bashir' }),
      'GetEndUser at /externalId: expected the user who was asked for, seen another',
    ],
    [
      carlaActivations,
      (body) => ({ items: body }),
      'ListUserActivations: expected a list, seen an object',
    ],
    [
      carlaActivations,
      editFirst({ user: { externalId: 'user-bashir' } }),
      'ListUserActivations at /0/user/externalId: expected the user who was asked for, seen another',
    ],
    [
      carlaActivations,
      editFirst({ dynamicVariables: null, environment: { id: environments.shopifyOrders } }),
      'ListUserActivations at /0/environment/status: expected running',
    ],
    [
      `/connections/${exampleIds.connections.carlaShopifyExpired}`,
      editBody({ name: '' }),
      'GetConnection at /name: expected a text, seen an empty text',
    ],
  ];

  it.each(deviations)('is named, from %s', async (end, edit, expected) => {
    const { lines, report } = await runCheck({
      projectId: projects.shopifyOrders,
      edits: { [end]: edit },
    });
    expect(lines.filter((each) => each.startsWith('  ✗')).join('\n')).toContain(expected);
    expect(JSON.parse(report)).toHaveProperty('differences.0.pointer');
  });

  it('is named once for all answers and rows in which it is so', async () => {
    const edit: Edit = (body) => {
      const { items, ...page } = body as { items: object[] };
      return { ...page, items: items.map((each) => ({ ...each, dynamic: 'yes' })) };
    };
    const { lines } = await runCheck({ edits: { '/connection-templates': edit } });
    expect(lines.filter((each) => each.includes('dynamic'))).toEqual([
      '  ✗ ListProjectConnectionTemplates at /items/0/dynamic: expected true or false, seen a text (5 answers)',
    ]);
  });
});
