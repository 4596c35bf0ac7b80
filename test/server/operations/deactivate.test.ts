import { expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { createTestHost } from '../../support/host.js';
import { environmentPath, readProblem } from '../example.js';

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
  const response = await host.send(`${environmentPath('shopifyOrders')}/activations/${id}`, {
    user: 'user-carla',
    method: 'DELETE',
  });
  expect([response.status, (await readProblem(response)).outcomeUnknown]).toEqual([503, true]);
});
