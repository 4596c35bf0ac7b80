import { describe, expect, it } from 'vitest';
import { hostileData } from '../../src/emulator.js';
import { hostApi } from '../../src/wire/hostApi.js';
import { createTestHost } from '../support/host.js';
import { environmentPath } from './example.js';

const keys = [
  'shopifyOrders',
  'slackAlerts',
  'warehouseSync',
  'hubspotContacts',
  'xeroInvoices',
] as const;

describe('a platform with spoilt data', () => {
  it.each(['user-amelia', 'user-bashir', 'user-carla'])(
    'still gives %s answers that the browser’s end can read',
    async (user) => {
      const host = createTestHost({ data: hostileData(), checkAnswers: false });
      const read = async (path: string): Promise<unknown> => {
        const response = await host.send(path, { user });
        expect([path, response.status]).toEqual([path, 200]);
        return response.json();
      };
      expect(hostApi.listIntegrations.parseAnswer(await read('/integrations'))).toMatchObject({
        ok: true,
      });
      for (const key of keys) {
        const integration = hostApi.getIntegration.parseAnswer(await read(environmentPath(key)));
        expect(integration).toMatchObject({ ok: true });
        expect(
          hostApi.listActivations.parseAnswer(await read(`${environmentPath(key)}/activations`)),
        ).toMatchObject({
          ok: true,
        });
        const templates = integration.ok ? integration.value.connectionTemplates : [];
        for (const { id, managed } of templates) {
          if (managed) continue;
          const path = `${environmentPath(key)}/templates/${id}/connections`;
          expect(hostApi.listConnections.parseAnswer(await read(path))).toMatchObject({ ok: true });
        }
      }
    },
  );

  it('keeps names of variables that every object inherits', async () => {
    const host = createTestHost({ data: hostileData(), checkAnswers: false });
    const path = `${environmentPath('shopifyOrders')}/activations`;
    const text = await (await host.send(path, { user: 'user-carla' })).text();
    expect(text).toContain('"__proto__":');
    expect(text).toContain('"constructor":');
  });

  it('lets nobody activate an integration with a template that has no id', async () => {
    const host = createTestHost({ data: hostileData(), checkAnswers: false });
    const response = await host.send(`${environmentPath('slackAlerts')}/activations`, {
      method: 'POST',
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: { connections: [], dynamicVariables: {} },
    });
    expect(response.status).toBe(503);
    expect(host.emulator.data.activations).toHaveLength(2);
  });
});
