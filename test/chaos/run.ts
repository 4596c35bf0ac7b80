/** `npm run chaos`, or `npm run chaos -- --intents 500 --seed 7`. Ends with 1 where a rule broke. */
import { parseArgs } from 'node:util';
import { runChaos } from './runChaos.js';

const { values } = parseArgs({
  options: {
    intents: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '2000' },
    clients: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const { figures, breaches } = await runChaos({
  intents: Number(values.intents),
  connectionIntents: Number(values.connections),
  clients: Number(values.clients),
  seed: Number(values.seed),
  troubleEveryMs: 10_000,
});

const lines = Object.entries(figures).map(
  ([what, times]) => `${String(times).padStart(8)}  ${what}`,
);
const verdict =
  breaches.length === 0
    ? 'Every answer of success has exactly one activation or account, no key has two, none was lost.'
    : `${breaches.length} breaches:\n${breaches.join('\n')}`;
process.stdout.write(`seed ${values.seed}\n${lines.join('\n')}\n\n${verdict}\n`);
process.exitCode = breaches.length === 0 ? 0 : 1;
