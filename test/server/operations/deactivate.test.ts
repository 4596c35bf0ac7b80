import { describe, expect, it } from 'vitest';
import { type Emulator, exampleIds, type Fault } from '../../../src/emulator.js';
import { createTestHost } from '../../support/host.js';
import { listHeld, shopifyActivation, withActivations } from '../../support/shopifyActivation.js';
import { environmentPath, readProblem } from '../example.js';

const path = `${environmentPath('shopifyOrders')}/activations`;

it('is not known to be off where neither the call nor the list is answered', async () => {
  let wasSent = false;
  const host = createTestHost({
    intercept: (fetch) => async (request) => {
      wasSent ||= request.method === 'DELETE';
      if (wasSent) throw new TypeError('fetch failed');
      return fetch(request);
    },
  });
  const id = exampleIds.activations.carlaShopify;
  const response = await host.send(`${path}/${id}`, { user: 'user-carla', method: 'DELETE' });
  expect([response.status, (await readProblem(response)).outcomeUnknown]).toEqual([503, true]);
});

describe('turning one of two activations off', () => {
  const [first, second] = [1, 2].map((number) => shopifyActivation({ number }));

  async function turnOff(fault: Fault): Promise<{ response: Response; emulator: Emulator }> {
    const emulator = withActivations(...[first, second].flatMap((each) => each ?? []));
    emulator.faults.add({ operation: 'DeleteActivation', fault });
    const host = createTestHost({ emulator });
    return { response: await host.send(`${path}/${second?.id}`, { method: 'DELETE' }), emulator };
  }

  it.each<[string, Fault, number, number]>([
    ['is done, though the answer was lost', { kind: 'dropAfter' }, 204, 1],
    ['says that it is gone, where the platform says so', { kind: 'status', status: 404 }, 404, 2],
    ['is certainly not done where the platform refuses', { kind: 'status', status: 400 }, 500, 2],
  ])('%s', async (_, fault, status, left) => {
    const { response, emulator } = await turnOff(fault);
    expect([response.status, listHeld(emulator).length]).toEqual([status, left]);
    if (status >= 400) expect(await readProblem(response)).not.toHaveProperty('outcomeUnknown');
  });

  it('is not known to be done where it is still there after the call broke', async () => {
    const { response } = await turnOff({ kind: 'dropBefore' });
    expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
  });
});
