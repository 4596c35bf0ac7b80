import { describe, expect, it } from 'vitest';
import {
  matchOperation,
  operations,
  toPath,
  type OperationName,
} from '../../src/wire/operations.js';

const parameters = { environmentId: 'e/1 %', connectionTemplateId: 't?', activationId: 'ä..' };

describe('a path of the host API', () => {
  it.each(Object.keys(operations) as OperationName[])(
    'of %s is understood at the other end',
    (name) => {
      const match = matchOperation(operations[name].method, toPath(name, parameters));
      expect(match).toMatchObject({ kind: 'operation', name });
      if (match.kind !== 'operation') return;
      for (const [key, value] of Object.entries(match.parameters)) {
        expect(value).toBe(parameters[key as keyof typeof parameters]);
      }
    },
  );

  it.each(['', '.', '..'])(
    'is not made with the id %j, which a URL would collapse',
    (environmentId) => {
      expect(() => toPath('getIntegration', { environmentId })).toThrow(/environmentId/);
    },
  );

  it.each([
    ['GET', '/integrations/'],
    ['GET', '/integrations//activations'],
    ['GET', '/integrations/%'],
    ['GET', '/elsewhere'],
    ['GET', ''],
  ])('%s %s is none', (method, path) => {
    expect(matchOperation(method, path)).toEqual({ kind: 'none' });
  });

  it('with another method says which ones there are', () => {
    expect(matchOperation('PUT', '/integrations/e/activations')).toEqual({
      kind: 'otherMethod',
      allow: ['GET', 'POST'],
    });
  });
});
