import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import type { PlatformFetch } from '../../support/host.js';
import { shopifyActivation } from '../../support/shopifyActivation.js';
import { activateShopify, environmentPath, readProblem, shopifyVariables } from '../example.js';
import { createWorld, isActivateUser, type World } from './activationWorld.js';

const path = `${environmentPath('shopifyOrders')}/activations`;

interface LosingWorld extends World {
  /** Loses the next calls; each is carried out when the test commits it. */
  readonly lost: Request[];
  commit(index: number): Promise<void>;
  /** Amelia activates "Shopify orders", and everything that goes to the platform is lost. */
  activateShopify(variables: object, key?: string): Promise<Response>;
}

/** A platform whose every activation is lost on the way, and done later. */
function createLosingWorld(change: (list: string) => string = (list) => list): LosingWorld {
  const lost: Request[] = [];
  const intercept =
    (fetch: PlatformFetch): PlatformFetch =>
    async (request) => {
      if (isActivateUser(request)) {
        lost.push(new Request(request.clone(), { signal: null }));
        throw new TypeError('fetch failed');
      }
      const response = await fetch(request);
      if (!request.url.endsWith('/activations')) return response;
      return new Response(change(await response.text()), response);
    };
  const world = createWorld(intercept);
  return {
    ...world,
    lost,
    async commit(index) {
      const request = lost[index];
      if (request === undefined) throw new Error(`No call ${index} was made.`);
      await world.emulator.fetch(request);
    },
    activateShopify: (variables, key) =>
      world.clock.run(world.host.send(path, activateShopify(variables, key))),
  };
}

const asIs = shopifyVariables;
const secret = (webhookSecret: string): object => ({ ...asIs, webhookSecret });

/** Both are lost; what the second asked for is done, and then the first is repeated, and the second. */
async function repeatBoth(
  world: LosingWorld,
  first: object,
  second: object,
): Promise<readonly [first: Response, second: Response]> {
  const keys = [crypto.randomUUID(), crypto.randomUUID()] as const;
  for (const [index, variables] of [first, second].entries()) {
    const answer = await world.activateShopify(variables, keys[index]);
    expect(await readProblem(answer)).toMatchObject({ outcomeUnknown: true });
  }
  await world.commit(1);
  return [
    await world.activateShopify(first, keys[0]),
    await world.activateShopify(second, keys[1]),
  ];
}

describe('an activation whose answer was lost', () => {
  it.each([
    ['a secret alone', secret('hunter2hunter2'), secret('correcthorse')],
    ['asking for less', asIs, { ...asIs, memo: 'Rush' }],
    ['asking for no secret', asIs, secret('hunter2hunter2')],
    ['asking for more', { ...asIs, memo: 'Rush' }, asIs],
    ['another value than the default', { ...asIs, includeTestOrders: true }, asIs],
  ])('is not that of another intent that differs in %s', async (_, first, second) => {
    const [other, own] = await repeatBoth(createLosingWorld(), first, second);
    expect(await readProblem(other)).toMatchObject({ outcomeUnknown: true });
    expect(own.status).toBe(200);
  });

  it('is nobody’s where two open intents ask for the same', async () => {
    const answers = await repeatBoth(createLosingWorld(), asIs, asIs);
    for (const answer of answers) {
      expect(await readProblem(answer)).toMatchObject({ outcomeUnknown: true });
    }
  });

  it('is nobody’s where two ask for the same, one of them by a default', async () => {
    const explicit = { ...asIs, includeTestOrders: false };
    const answers = await repeatBoth(createLosingWorld(), asIs, explicit);
    for (const answer of answers) {
      expect(await readProblem(answer)).toMatchObject({ outcomeUnknown: true });
    }
  });

  it('is told to its key later, once the other one that asked for the same is decided', async () => {
    const world = createLosingWorld();
    const keys = [crypto.randomUUID(), crypto.randomUUID()] as const;
    await world.activateShopify(asIs, keys[0]);
    await world.commit(0);
    expect((await world.activateShopify(asIs, keys[0])).status).toBe(200);
    await world.activateShopify(asIs, keys[1]);
    await world.commit(1);
    const second = await world.activateShopify(asIs, keys[1]);
    expect(second.status).toBe(200);
    expect(world.countCalls()).toBe(2);
  });

  it('is found where the platform adds the defaults of the schema', async () => {
    const world = createLosingWorld((list) =>
      list.replaceAll('"batchSize":10', '"batchSize":10,"includeTestOrders":false'),
    );
    const key = crypto.randomUUID();
    await world.activateShopify(asIs, key);
    await world.commit(0);
    expect((await world.activateShopify(asIs, key)).status).toBe(200);
  });

  it.each([
    ['a variable that nobody asked for', '"batchSize":10', '"batchSize":10,"memo":"x"'],
    ['another value than the default', '"includeTestOrders":false', '"includeTestOrders":true'],
    ['nothing where a default was asked for', ',"includeTestOrders":false', ''],
    ['a secret that the platform hides', 'hunter2hunter2', '******'],
    ['connections that the platform leaves out', '"connections":[', '"connections":[],"x":['],
  ])('is not known where the list has %s', async (_, shown, instead) => {
    const world = createLosingWorld((list) => list.replaceAll(shown, instead));
    const key = crypto.randomUUID();
    const asked = { ...secret('hunter2hunter2'), includeTestOrders: false };
    await world.activateShopify(asked, key);
    await world.commit(0);
    const again = await world.activateShopify(asked, key);
    expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
    expect(world.lost).toHaveLength(1);
  });

  it.each([
    ['was there before, with equal input', shopifyActivation({ variables: { ...asIs } }), true],
    [
      'has another connection',
      shopifyActivation({
        shopify: exampleIds.connections.ameliaShopifyEu,
        variables: { ...asIs },
      }),
      false,
    ],
  ])('is not one that %s', async (_, other, isBefore) => {
    const world = createLosingWorld();
    const { activations } = world.emulator.data;
    if (isBefore) activations.push(other);
    const key = crypto.randomUUID();
    const first = await world.activateShopify(asIs, key);
    expect(await readProblem(first)).toMatchObject({ outcomeUnknown: true });
    if (!isBefore) activations.push(other);
    const again = await world.activateShopify(asIs, key);
    expect(await readProblem(again)).toMatchObject({ outcomeUnknown: true });
  });
});
