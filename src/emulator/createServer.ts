import { createServer as createHttpServer, type Server } from 'node:http';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { Emulator } from './createEmulator.js';

/** The emulator over real HTTP: a connection that a fault breaks is a socket that is destroyed. */
export function createServer({ fetch }: Pick<Emulator, 'fetch'>): Server {
  return createHttpServer((incoming, outgoing) => {
    const listen = createRequestListener(async (request) => {
      try {
        return await fetch(request);
      } catch (error) {
        incoming.socket.destroy();
        throw error;
      }
    }, quietly);
    listen(incoming, outgoing);
  });
}

/** The socket is gone by then, so nobody can be told; the fault was asked for. */
const quietly = { onError: (): void => {} };
