/** The emulated platform over HTTP, in a process of its own; tells its port, ends with its parent. */
import type { AddressInfo } from 'node:net';
import { createEmulator } from '../../src/emulator.js';
import { createServer } from '../../src/emulator/serve.js';
import { createManyPeople } from '../../test/support/manyPeople.js';
import { countPath } from './startPlatform.js';

const emulator = createEmulator({ data: createManyPeople(Number(process.argv[2])).data });
let calls = 0;
const server = createServer({
  fetch: (request) => {
    if (request.url.endsWith(countPath)) {
      const response = Response.json(calls);
      calls = 0;
      return Promise.resolve(response);
    }
    calls += 1;
    emulator.requests.length = 0;
    return emulator.fetch(request);
  },
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(port);
});
process.once('disconnect', () => process.exit());
