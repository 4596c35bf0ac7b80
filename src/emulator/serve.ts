import { createServer as createHttpServer, type Server } from 'node:http';
import { parseArgs } from 'node:util';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { createEmulator, type Emulator } from './createEmulator.js';
import { exampleData } from './example/exampleData.js';
import { hostileData } from './hostile/hostileData.js';
import type { PlatformData } from './platformData.js';
import { basePath } from './routing.js';

/** The emulator over real HTTP: a connection that a fault breaks is a socket that is destroyed. */
export function createServer({ fetch }: Pick<Emulator, 'fetch'>): Server {
  return createHttpServer((incoming, outgoing) => {
    const answer = async (request: Request): Promise<Response> => {
      try {
        return await fetch(request);
      } catch (error) {
        incoming.socket.destroy();
        throw error;
      }
    };
    // A fault broke the connection, so there is no response to write.
    createRequestListener(answer, { onError: () => undefined })(incoming, outgoing);
  });
}

const dataSets: Readonly<Record<string, () => PlatformData>> = {
  example: () => exampleData(),
  hostile: () => hostileData(),
};

export interface ServeOptions {
  readonly port: number;
  readonly createData: () => PlatformData;
}

/** @throws {Error} One line for the person at the keyboard, on a flag or value that is none. */
export function parseServeOptions(args: readonly string[]): ServeOptions {
  const { port, data } = parseFlags(args);
  const createData = Object.hasOwn(dataSets, data) ? dataSets[data] : undefined;
  if (createData === undefined)
    throw new Error(`--data is "${data}"; it must be ${names(' or ')}.`);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port is "${port}"; it must be a number from 0 (any free port) to 65535.`);
  }
  return { port: Number(port), createData };
}

function parseFlags(args: readonly string[]): { port: string; data: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8901' },
        data: { type: 'string', default: 'example' },
      },
    });
    return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    const flags = `--port <number> and --data <${names('|')}>`;
    throw new Error(`${reason}. The flags are ${flags}.`, { cause: error });
  }
}

function names(separator: string): string {
  return Object.keys(dataSets).join(separator);
}

/** Serves until it is stopped; resolves with the line that says where, and with which key. */
function serve({ port, createData }: ServeOptions): Promise<string> {
  const emulator = createEmulator({ data: createData() });
  const server = createServer(emulator);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken: stop what listens there, or choose another --port.`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken, { cause: error }) : error);
    });
    // The loopback alone: the key is printed, and everything behind it may be changed.
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const chosen = typeof address === 'object' && address !== null ? address.port : port;
      const { organisationId, apiKeys } = emulator.data;
      const origin = `http://127.0.0.1:${chosen}`;
      emulator.provider.publicUrl = origin;
      const url = origin + basePath;
      resolve(
        `Emulated platform: ${url} organisation ${organisationId} API key ${apiKeys[0] ?? ''}`,
      );
    });
  });
}

/**
 * The command `emulator`: serves until the process is stopped, and prints where and with which key.
 *
 * @throws {Error} One line, on wrong usage or where the port is taken.
 */
export async function runEmulator(args: readonly string[]): Promise<number> {
  process.stdout.write(`${await serve(parseServeOptions(args))}\n`);
  return 0;
}
