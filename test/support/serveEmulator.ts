import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Emulator } from '../../src/emulator.js';
import { createServer } from '../../src/emulator/serve.js';

/** Serves an emulated platform over HTTP until the test ends; resolves with its base URL. */
export async function serveEmulator(emulator: Emulator): Promise<string> {
  const server = createServer(emulator);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`;
}
