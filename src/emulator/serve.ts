import { createEmulator } from './createEmulator.js';
import { createServer } from './createServer.js';
import { exampleData } from './example/exampleData.js';
import { hostileData } from './hostile/hostileData.js';
import { basePath } from './routing.js';
import { parseServeOptions, type ServeOptions } from './serveOptions.js';

/** Serves until it is stopped; resolves with the line that says where, and with which key. */
function serve({ port, data }: ServeOptions): Promise<string> {
  const emulator = createEmulator({ data: data === 'hostile' ? hostileData() : exampleData() });
  const server = createServer(emulator);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken: stop what listens there, or choose another --port.`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    // The loopback alone: the key is printed, and everything behind it may be changed.
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const chosen = typeof address === 'object' ? address?.port : port;
      const { organisationId, apiKeys } = emulator.data;
      const url = `http://127.0.0.1:${String(chosen)}${basePath}`;
      resolve(
        `Emulated platform: ${url} organisation ${organisationId} API key ${apiKeys.join(' ')}`,
      );
    });
  });
}

try {
  process.stdout.write(`${await serve(parseServeOptions(process.argv.slice(2)))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
