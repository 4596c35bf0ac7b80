import { expect, it } from 'vitest';
import { runChaos } from './runChaos.js';

it('keeps its promises between processes that die and a platform that fails', async () => {
  const { breaches, figures } = await runChaos({
    intents: 60,
    connectionIntents: 60,
    clients: 20,
    seed: 20_261_121,
    troubleEveryMs: 3_000,
  });
  expect(breaches).toEqual([]);
  // How many get through in time is the machine's affair; without any, nothing was compared. When all is
  // calm again, it no longer matters how quick the machine is.
  expect(figures['activations repeated when calm: success']).toBeGreaterThan(30);
  expect(figures['answered with success']).toBeGreaterThan(0);
  expect(figures['accounts whose secret was compared']).toBeGreaterThan(0);
}, 600_000);
