import { describe, expect, it } from 'vitest';
import { exampleIds } from '../../../src/emulator.js';
import { createTestHost } from '../../support/host.js';
import { isActivateUser } from '../exactly-once/activationWorld.js';
import { activateSlack, environmentPath, readProblem } from '../example.js';

describe('the connections of the host itself', () => {
  const { shipbob, netsuite } = exampleIds.templates.warehouseSync;
  const { ameliaShipbobLeeds, ameliaNetsuiteMain } = exampleIds.connections;
  const path = `${environmentPath('warehouseSync')}/activations`;
  const request = {
    ...activateSlack(),
    body: {
      connections: [
        { connectionTemplateId: shipbob, existingConnectionId: ameliaShipbobLeeds },
        { connectionTemplateId: netsuite, existingConnectionId: ameliaNetsuiteMain },
      ],
      dynamicVariables: {},
    },
  };

  it('are sent behind those that the user chose', async () => {
    const host = createTestHost();
    await host.send(path, request);
    const sent = host.emulator.requests.find(({ operation }) => operation === 'ActivateUser');
    const { loqate } = exampleIds.templates.warehouseSync;
    expect(sent?.body).toMatchObject({
      connections: [...request.body.connections, { connectionTemplateId: loqate }],
    });
  });

  it.each([
    ['connections[1].existingConnectionId', ['/connections/1/existingConnectionId']],
    ['connections[2].existingConnectionId', []],
    ['dynamicVariables.depot', ['/dynamicVariables/depot']],
    ['environmentId', []],
  ])('are no field of the form, where the platform refuses one: %s', async (field, paths) => {
    const host = createTestHost({
      checkAnswers: false,
      intercept: (fetch) => async (call) =>
        isActivateUser(call)
          ? Response.json({ fields: [{ field, message: 'is wrong' }] }, { status: 422 })
          : fetch(call),
    });
    const problem = await readProblem(await host.send(path, request));
    const fields = (problem.fields ?? []) as readonly { readonly path: string }[];
    expect(fields.map((each) => each.path)).toEqual(paths);
  });
});
