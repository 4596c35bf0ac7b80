import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import type { IsSecret } from '../../src/server.js';
import { createTestHost } from '../support/host.js';
import { environmentPath, madeUpId } from './example.js';

const path = `${environmentPath('shopifyOrders')}/activations`;
const id = exampleIds.activations.carlaShopify;

interface Listed {
  readonly items: readonly {
    readonly dynamicVariables: Record<string, unknown>;
    readonly secretsSet: readonly string[];
  }[];
}

async function list(isSecret: IsSecret): Promise<{ listed: Listed; errors: readonly Error[] }> {
  const errors: Error[] = [];
  const host = createTestHost({ options: { isSecret, onError: (error) => errors.push(error) } });
  const project = host.emulator.data.projects[0];
  const activation = host.emulator.data.activations.find((each) => each.id === id);
  if (project === undefined || activation === undefined) throw new Error('no example');
  project.dynamicVariablesSchema = { properties: { token: { 'x-vault': true }, name: {} } };
  activation.dynamicVariables = { token: 'canary-token', name: 'n' };
  const response = await host.send(path, { user: 'user-carla' });
  return { listed: (await response.json()) as Listed, errors };
}

describe("the host's isSecret", () => {
  it('hides the variables that it names, by their schemas and pointers', async () => {
    const asked: string[] = [];
    const { listed } = await list((schema, pointer) => {
      asked.push(pointer);
      return schema['x-vault'] === true;
    });
    expect(listed.items).toMatchObject([
      { dynamicVariables: { name: 'n' }, secretsSet: ['/token'] },
    ]);
    expect(listed.items[0]?.dynamicVariables).not.toHaveProperty('token');
    expect(asked).toEqual(expect.arrayContaining(['/token', '/name']));
  });

  it('hides everything where it throws, and the host is told once', async () => {
    const { listed, errors } = await list(() => {
      throw new Error('No list of secrets.');
    });
    expect(listed.items[0]?.dynamicVariables).toEqual({});
    expect(errors.map(({ message }) => message)).toEqual(['No list of secrets.']);
  });
});

describe('a list of activations', () => {
  it('is looked through within one allowance for all of them', async () => {
    const host = createTestHost();
    const project = host.emulator.data.projects[0];
    const activation = host.emulator.data.activations.find((each) => each.id === id);
    if (project === undefined || activation === undefined) throw new Error('no example');
    project.dynamicVariablesSchema = { additionalProperties: {} };
    // Other names in each: one that was looked at before costs next to nothing.
    const [first, second] = ['name', 'other'].map((name) =>
      Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`${name}_${n}`, n])),
    );
    activation.dynamicVariables = first ?? {};
    host.emulator.data.activations.push({
      ...activation,
      id: madeUpId,
      dynamicVariables: second ?? {},
    });
    const response = await host.send(path, { user: 'user-carla' });
    const { items } = (await response.json()) as Listed;
    const hidden = items.map(({ secretsSet }) => secretsSet.length);
    expect(hidden[0]).toBe(0);
    expect(hidden[1]).toBeGreaterThan(1_000);
  });
});
