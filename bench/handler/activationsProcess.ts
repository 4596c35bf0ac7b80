/** One process of a host, which activates for its share of the people when it is told to. */
import { createManyPeople } from '../../test/support/manyPeople.js';
import { importSides } from './loadSides.js';
import type { ActivationsOrder } from './compareProcesses.js';

const order = JSON.parse(process.argv[2] ?? '') as ActivationsOrder;
const { createHandlerClient, createSharedStore, measureActivations } = await importSides(
  order.sidesUrl,
);
const store = order.redisUrl === null ? undefined : await createSharedStore(order.redisUrl);
const client = createHandlerClient({ baseUrl: order.baseUrl }, store);
const people = createManyPeople(order.from + order.count).people.slice(order.from);
await measureActivations(client, people, 5);
process.once('message', () => {
  void measureActivations(client, people, order.rounds).then((rate) => {
    process.send?.(rate, () => process.exit());
  });
});
process.send?.('ready');
