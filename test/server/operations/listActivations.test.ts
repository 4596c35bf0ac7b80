import { describe, expect, it } from 'vitest';
import { hostApi } from '../../../src/wire/hostApi.js';
import { createTestHost, type TestHost } from '../../support/host.js';
import { shopifyActivation, withActivations } from '../../support/shopifyActivation.js';
import { environmentPath } from '../example.js';

const path = `${environmentPath('shopifyOrders')}/activations`;

async function readList(host: TestHost): Promise<{ ids: readonly string[]; incomplete: unknown }> {
  const parsed = hostApi.listActivations.parseAnswer(await (await host.send(path)).json());
  if (!parsed.ok) throw new Error(parsed.reason);
  return { ids: parsed.value.items.map(({ id }) => id), incomplete: parsed.value.incomplete };
}

describe('a list of activations', () => {
  const numbers = [3, 1, 5, 2, 4];
  const made = numbers.map((number) => shopifyActivation({ number }));
  const toIds = (...kept: readonly number[]): readonly string[] =>
    kept.map((number) => shopifyActivation({ number }).id);

  it('that is as long as the bound is whole, and says nothing of it', async () => {
    const emulator = withActivations(...made);
    const host = createTestHost({ emulator, options: { maxActivations: 5 } });
    expect(await readList(host)).toEqual({ ids: toIds(...numbers), incomplete: undefined });
  });

  it('that is longer is cut to the newest, and says so', async () => {
    const emulator = withActivations(...made);
    const host = createTestHost({ emulator, options: { maxActivations: 3 } });
    expect(await readList(host)).toEqual({ ids: toIds(3, 5, 4), incomplete: true });
  });

  it('still proves whose an activation is that is not in it', async () => {
    const emulator = withActivations(...made);
    const host = createTestHost({ emulator, options: { maxActivations: 3 } });
    const [oldest = ''] = toIds(1);
    const ended = await host.send(`${path}/${oldest}`, { method: 'DELETE' });
    expect(ended.status).toBe(204);
    expect(emulator.data.activations.map(({ id }) => id)).not.toContain(oldest);
  });

  it('still counts as a whole among the integrations', async () => {
    const emulator = withActivations(...made);
    const host = createTestHost({ emulator, options: { maxActivations: 3 } });
    const parsed = hostApi.listIntegrations.parseAnswer(
      await (await host.send('/integrations')).json(),
    );
    const summaries = parsed.ok ? parsed.value.items : [];
    const summary = summaries.find((each) => path.includes(each.environmentId));
    expect(summary?.activationCount).toBe(5);
  });
});
