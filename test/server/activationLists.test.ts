import { expect, it } from 'vitest';
import type { Activation } from '../../src/domain/activation.js';
import { createTestHost } from '../support/host.js';
import { activateSlack, readProblem, slackActivationsPath } from './example.js';

/** Of a user whom the platform knows: what it says elsewhere contradicts this. */
const noList = {
  operation: 'ListUserActivations',
  fault: { kind: 'status', status: 404 },
} as const;

it('a list that is not there makes no older activation the answer', async () => {
  const { emulator, send } = createTestHost();
  await send(slackActivationsPath, activateSlack());
  const host = createTestHost({ emulator });
  emulator.faults.add(noList);
  emulator.faults.add({ operation: 'ActivateUser', fault: { kind: 'status', status: 503 } });
  const response = await host.send(slackActivationsPath, activateSlack());
  expect(response.status).toBe(500);
  expect(emulator.requests.filter(({ operation }) => operation === 'ActivateUser')).toHaveLength(1);
});

it('a list that is not there does not say of a running activation that it has ended', async () => {
  const host = createTestHost();
  const request = activateSlack();
  await host.send(slackActivationsPath, request);
  host.emulator.faults.add(noList);
  const again = await host.send(slackActivationsPath, request);
  expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
});

it('a list that is gone after a lost answer does not say that the activation is off', async () => {
  let wasSent = false;
  const host = createTestHost({
    intercept: (fetch) => async (request) => {
      if (request.method === 'GET' && wasSent && request.url.endsWith('/activations')) {
        return Response.json({}, { status: 404 });
      }
      wasSent ||= request.method === 'DELETE';
      return fetch(request);
    },
    checkAnswers: false,
  });
  const made = await host.send(slackActivationsPath, activateSlack());
  const { id } = (await made.json()) as Activation;
  host.emulator.faults.add({ operation: 'DeleteActivation', fault: { kind: 'dropBefore' } });
  const response = await host.send(`${slackActivationsPath}/${id}`, { method: 'DELETE' });
  expect(await readProblem(response)).toMatchObject({ outcomeUnknown: true });
  expect(host.emulator.data.activations.map((each) => each.id)).toContain(id);
});
