import { describe, expect, it } from 'vitest';
import { activate } from '../../src/wire/calls/activate.js';
import { updateVariables } from '../../src/wire/calls/updateVariables.js';

const choice = { connectionTemplateId: 't', existingConnectionId: 'c' };
const deep = JSON.parse(`${'{"a":'.repeat(80)}1${'}'.repeat(80)}`) as unknown;

describe('the body of an activation', () => {
  it('is taken as it is, foreign names included', () => {
    const text = '{"connections":[],"dynamicVariables":{"__proto__":{"a":1},"":0,"a.b/c~":null}}';
    const parsed = activate.parseBody(JSON.parse(text));
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(text);
    expect(Object.hasOwn({}, 'a')).toBe(false);
  });

  it.each([
    [null, ''],
    [[], ''],
    [{ connections: [], dynamicVariables: {}, userId: 'me' }, '/userId'],
    [{ connections: {}, dynamicVariables: {} }, '/connections'],
    [{ connections: [choice, 1], dynamicVariables: {} }, '/connections/1'],
    [
      { connections: [{ ...choice, connection: {} }], dynamicVariables: {} },
      '/connections/0/connection',
    ],
    [
      { connections: [{ ...choice, existingConnectionId: 1 }], dynamicVariables: {} },
      '/connections/0/existingConnectionId',
    ],
    [
      { connections: [{ existingConnectionId: 'c' }], dynamicVariables: {} },
      '/connections/0/connectionTemplateId',
    ],
    [{ connections: [] }, '/dynamicVariables'],
    [{ connections: [], dynamicVariables: [] }, '/dynamicVariables'],
    [{ connections: [], dynamicVariables: deep }, '/dynamicVariables'],
  ])('%j is refused at %s', (body, path) => {
    expect(activate.parseBody(body)).toMatchObject({ ok: false, field: { path } });
  });
});

it.each([
  [{}, '/variables'],
  [{ variables: {}, activationId: 'a' }, '/activationId'],
  ['text', ''],
])('variables %j are refused at %s', (body, path) => {
  expect(updateVariables.parseBody(body)).toMatchObject({ ok: false, field: { path } });
});
