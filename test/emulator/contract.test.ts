import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { createEmulator, exampleIds } from '../../src/emulator.js';
import { operations } from '../../src/emulator/operations.js';
import { createContractChecker } from '../support/platformContract.js';
import { listOperations, readPlatformDocument } from '../support/platformDocument.js';
import { shopifyOrders, slackAlerts, warehouseSync } from './requestBodies.js';
import { toRequest } from './startPlatform.js';

const { users, projects, environments, activations } = exampleIds;
const document = readPlatformDocument();

type Send = (method: string, path: string, body?: unknown) => Promise<Response>;

function startChecked(): { send: Send; violations: readonly string[] } {
  const { wrap, violations } = createContractChecker();
  const fetch = wrap(createEmulator().fetch);
  return {
    violations,
    send: (method, path, body) =>
      fetch(toRequest(method, path, body === undefined ? {} : { body })),
  };
}

describe('the OpenAPI document', () => {
  it('describes every operation that is emulated, and no other', () => {
    const toLines = (list: readonly { method: string; path: string; name: string }[]): string[] =>
      list.map(({ method, path, name }) => `${name}: ${method} ${path}`).toSorted();
    const documented = listOperations(document).map(({ method, path, operation }) => {
      return { method, path, name: operation.operationId };
    });
    expect(toLines(documented)).toEqual(toLines([...operations]));
  });

  it('says of every part of a path what it is', () => {
    for (const { path, parameters } of listOperations(document)) {
      const names = parameters.filter((each) => each.in === 'path').map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g)).toEqual(names);
    }
  });

  it.each(Object.keys(document.components.schemas))('has a valid schema of %s', (name) => {
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    const { components } = document;
    expect(ajv.compile({ $ref: `#/components/schemas/${name}`, components })).toBeTypeOf(
      'function',
    );
  });
});

describe('the emulator keeps to the document', () => {
  it('in every answer of every operation, for everything in the example data', async () => {
    const { send, violations } = startChecked();
    for (const externalId of ['user-amelia', 'user-bashir', 'user-carla']) {
      await send('GET', `/users/${externalId}`);
      for (const environmentId of Object.values(environments)) {
        await send('GET', `/environment/${environmentId}/users/${externalId}/activations`);
      }
    }
    for (const [key, projectId] of Object.entries(projects)) {
      const environment = new Map(Object.entries(environments)).get(key);
      await send('GET', `/projects/${projectId}`);
      await send('GET', `/projects/${projectId}/variables`);
      await send('GET', `/projects/${projectId}/connection-templates?env_id=${environment}`);
      await send('GET', `/projects/${projectId}/connections?env_id=${environment}`);
    }
    await send('GET', '/connections?first=100');
    await send('GET', `/connections?first=2&end_user_id=${users.carla.id}`);
    await send('POST', '/users', { externalId: 'user-dalia' });
    for (const body of [shopifyOrders(), slackAlerts(), warehouseSync()]) {
      await send('POST', '/activations', body);
    }
    const path = `/environments/${environments.shopifyOrders}/activations/${activations.carlaShopify}`;
    await send('GET', path);
    await send('PATCH', `${path}/variables`, { batchSize: 1 });
    await send('PUT', `${path}/variables/batchSize`, { value: 2 });
    await send('DELETE', path);
    expect(violations).toEqual([]);
  });
});

describe('the checker notices', () => {
  it.each<[string, string, string, unknown, RegExp]>([
    ['a path that there is none of', 'GET', '/conections', undefined, /^request: no operation/],
    ['another method', 'PUT', '/activations', {}, /^request: no operation/],
    [
      'an unknown parameter',
      'GET',
      '/connections?search=uk',
      undefined,
      /ListConnections: .*search/,
    ],
    ['a parameter twice', 'GET', '/connections?first=1&first=2', undefined, /repeats .* first/],
    [
      'a missing parameter',
      'GET',
      `/projects/${projects.slackAlerts}/connections`,
      undefined,
      /env_id/,
    ],
    ['an id that is none', 'GET', '/projects/slack', undefined, /parameter project_id must match/],
    ['a page that is too long', 'GET', '/connections?first=500', undefined, /first must be <= 100/],
    [
      'a body that nobody asked for',
      'DELETE',
      `/environments/${environments.slackAlerts}/activations/${activations.bashirSlack}`,
      {},
      /body that nobody asked for/,
    ],
    ['a missing body', 'POST', '/users', undefined, /content type/],
    ['a body that is not JSON', 'POST', '/users', '{', /not JSON/],
    [
      'a member too many',
      'POST',
      '/activations',
      { ...slackAlerts(), colour: 1 },
      /ActivateUser: .*colour/,
    ],
    ['a member too few', 'POST', '/activations', { ...slackAlerts(), userId: undefined }, /userId/],
  ])('%s', async (_name, method, path, body, message) => {
    const { send, violations } = startChecked();
    await send(method, path, body);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatch(message);
  });

  it('a request without a credential', async () => {
    const { wrap, violations } = createContractChecker();
    const headers = { authorization: '' };
    await wrap(createEmulator().fetch)(toRequest('GET', '/users/user-amelia', { headers }));
    expect(violations).toEqual(['request GetEndUser: has no authorization']);
  });

  it.each<[string, Response, RegExp]>([
    ['a member too many', Response.json({ ...user(), role: 'admin' }), /role/],
    ['a time that is none', Response.json({ ...user(), createdAt: 'today' }), /createdAt/],
    ['an id that is none', Response.json({ ...user(), id: 'amelia' }), /body\/id/],
    ['a status that there is none of', new Response(null, { status: 302 }), /status 302/],
    ['an empty body', new Response('', jsonHeaders()), /not JSON/],
    ['HTML', new Response('<p>', { headers: { 'content-type': 'text/html' } }), /text\/html/],
    ['an error of another shape', Response.json({ error: 'no' }, { status: 500 }), /code/],
  ])('in an answer: %s', async (_name, response, message) => {
    const checker = createContractChecker();
    const fetch = checker.wrap(() => Promise.resolve(response.clone()));
    const answer = await fetch(toRequest('GET', '/users/user-amelia'));
    expect(checker.violations[0]).toMatch(/^answer GetEndUser: /);
    expect(checker.violations.join()).toMatch(message);
    expect(await answer.text()).toBe(await response.clone().text());
  });

  it('nothing in an answer where only requests are checked', async () => {
    const checker = createContractChecker({ answers: false });
    const fetch = checker.wrap(() => Promise.resolve(new Response('<p>')));
    await fetch(toRequest('GET', '/users/user-amelia'));
    expect(checker.violations).toEqual([]);
  });
});

function jsonHeaders(): ResponseInit {
  return { headers: { 'content-type': 'application/json' } };
}

function user(): Record<string, unknown> {
  return {
    ...users.amelia,
    displayName: 'Amelia Chen',
    organisationId: exampleIds.organisation,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  };
}
