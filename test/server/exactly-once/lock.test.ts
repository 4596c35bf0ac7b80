import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import type { HostRequest } from '../../support/host.js';
import {
  activateShopify,
  activateSlack,
  environmentPath,
  readProblem,
  slackActivationsPath,
} from '../example.js';
import { createWorld, isActivateUser } from './activationWorld.js';

const bashirsSlack = (): HostRequest => ({
  ...activateSlack(),
  user: 'user-bashir',
  body: {
    connections: [
      {
        connectionTemplateId: exampleIds.templates.slackAlerts.slack,
        existingConnectionId: exampleIds.connections.bashirSlack,
      },
    ],
    dynamicVariables: {},
  },
});

/** Every activation takes that long at the platform. */
function createSlowWorld({ listMs = 0, activateMs = 0 }) {
  let [running, mostAtOnce] = [0, 0];
  const world = createWorld((fetch) => async (request) => {
    const isList = request.method === 'GET' && request.url.endsWith('/activations');
    if (isList) await world.clock.sleep(listMs, request.signal);
    if (!isActivateUser(request)) return fetch(request);
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    await world.clock.sleep(activateMs, request.signal);
    running -= 1;
    return fetch(request);
  });
  return { world, countAtOnce: () => mostAtOnce };
}

describe('the lock of an activation', () => {
  it('is the user’s own: another user’s activation goes on beside it', async () => {
    const { world, countAtOnce } = createSlowWorld({ activateMs: 5_000 });
    const both = [activateSlack(), bashirsSlack()];
    const answers = await world.clock.run(
      Promise.all(both.map((each) => world.host.send(slackActivationsPath, each))),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(countAtOnce()).toBe(2);
  });

  it('is the environment’s own: another integration goes on beside it', async () => {
    const { world, countAtOnce } = createSlowWorld({ activateMs: 5_000 });
    const path = `${environmentPath('shopifyOrders')}/activations`;
    const answers = await world.clock.run(
      Promise.all([
        world.host.send(slackActivationsPath, activateSlack()),
        world.host.send(path, activateShopify()),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(countAtOnce()).toBe(2);
  });

  it('lasts for all the calls of one activation, however slow, in every process', async () => {
    const { world, countAtOnce } = createSlowWorld({ listMs: 9_000, activateMs: 9_000 });
    const first = world.host.send(slackActivationsPath, activateSlack());
    await world.clock.advance(5_000);
    const second = world.other.send(slackActivationsPath, activateSlack());
    const answers = await world.clock.run(Promise.all([first, second]));
    expect(answers[0].status).toBe(201);
    expect(answers[1].status).toBe(503);
    expect(await readProblem(answers[1])).not.toHaveProperty('outcomeUnknown');
    expect(countAtOnce()).toBe(1);
  });
});
