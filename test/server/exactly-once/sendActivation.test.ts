import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { environmentPath, madeUpId } from '../example.js';
import { createWorld, isActivateUser } from './activationWorld.js';

const isListOfActivations = (request: Request): boolean =>
  request.method === 'GET' && request.url.endsWith('/activations');

describe('a call whose answer was lost', () => {
  it('is looked for soon, then a second apart, until the time is over', async () => {
    const looks: number[] = [];
    const world = createWorld((fetch) => async (request) => {
      if (isListOfActivations(request)) looks.push(world.clock.now());
      return fetch(request);
    });
    world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
    expect((await world.activate(crypto.randomUUID())).status).toBe(503);
    // The first is the list before the call.
    const [, first = 0] = looks;
    expect(looks.slice(1).map((at) => at - first)).toEqual([
      0, 250, 750, 1_750, 2_750, 3_750, 4_750, 5_000,
    ]);
  });

  it('is looked for again where a look has failed', async () => {
    const world = createWorld((fetch) => async (request) => {
      if (isActivateUser(request)) {
        const fault = { kind: 'status', status: 500 } as const;
        world.emulator.faults.add({ operation: 'ListUserActivations', fault, times: 2 });
      }
      return fetch(request);
    });
    world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropAfter' } });
    expect((await world.activate(crypto.randomUUID())).status).toBe(201);
    expect([world.countCalls(), world.countActivations()]).toEqual([1, 1]);
  });

  it('leaves no count behind that was read before it was found', async () => {
    const slack = environmentPath('slackAlerts');
    const counts: unknown[] = [];
    const readCount = async (): Promise<void> => {
      const answer = (await (await world.host.send(slack)).json()) as object;
      counts.push('activationCount' in answer ? answer.activationCount : undefined);
    };
    let looks = 0;
    const world = createWorld((fetch) => async (request) => {
      if (!isListOfActivations(request)) return fetch(request);
      looks += 1;
      // Behind the lost call, before it is done.
      if (looks === 3) await readCount();
      return fetch(request);
    });
    world.emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
    expect((await world.activate(crypto.randomUUID())).status).toBe(503);
    const { data } = world.emulator;
    const environmentId = exampleIds.environments.slackAlerts;
    const userId = exampleIds.users.amelia.id;
    data.activations.push(
      ...data.activations
        .slice(0, 1)
        .map((each) => ({ ...each, id: madeUpId, environmentId, userId })),
    );
    await readCount();
    expect(counts).toEqual([0, 1]);
  });
});
