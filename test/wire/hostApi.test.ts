import { describe, expect, it } from 'vitest';
import { toPath } from '../../src/wire/call.js';
import { type CallName, hostApi, matchCall } from '../../src/wire/hostApi.js';

const parameters = {
  environmentId: 'e/1 %',
  connectionTemplateId: 't?',
  connectionId: 'c#',
  activationId: 'ä..',
};

describe('a path of the host API', () => {
  it.each(Object.keys(hostApi) as CallName[])('of %s is understood at the other end', (name) => {
    const { method, path } = hostApi[name];
    const match = matchCall(method, toPath({ method, path }, parameters));
    expect(match).toMatchObject({ kind: 'call', name });
    if (match.kind !== 'call') return;
    expect(parameters).toMatchObject(match.parameters);
    expect(Object.keys(match.parameters).map((each) => `{${each}}`)).toEqual(
      path.match(/\{\w+\}/g) ?? [],
    );
  });

  it.each(['', '.', '..'])(
    'is not made with the id %j, which a URL would collapse',
    (environmentId) => {
      expect(() => toPath(hostApi.getIntegration, { environmentId })).toThrow(/environmentId/);
    },
  );

  it.each([
    ['GET', '/integrations/'],
    ['GET', '/integrations//activations'],
    ['GET', '/integrations/%'],
    ['GET', '/elsewhere'],
    ['GET', ''],
  ])('%s %s is none', (method, path) => {
    expect(matchCall(method, path)).toEqual({ kind: 'none' });
  });

  it('with another method says which ones there are', () => {
    expect(matchCall('PUT', '/integrations/e/activations')).toEqual({
      kind: 'otherMethod',
      allow: ['GET', 'POST'],
    });
  });
});
