import { createServer, type Server } from 'node:http';
import { createNodeListener } from '../server/nodeListener.js';
import { createSidecar, type SidecarSurroundings } from './createSidecar.js';
import { ConfigError } from './configError.js';
import type { SidecarConfig } from './sidecarConfig.js';

export interface RunningSidecar {
  /** Origin, without a slash at the end. */
  readonly url: string;
  /** Lets what is under way finish, and takes nothing new. */
  stop(): Promise<void>;
}

/** Writes that are under way may take so long, milliseconds. */
const graceMs = 25_000;

/** @throws {ConfigError} where the configuration cannot work, or the port is taken. */
export async function serveSidecar(
  config: SidecarConfig,
  surroundings: SidecarSurroundings,
): Promise<RunningSidecar> {
  const sidecar = await createSidecar(config, surroundings);
  const server = createServer(createNodeListener(sidecar.handler));
  const { host, port } = config.listen;
  const url = await listen(server, host, port).catch(async (error: unknown) => {
    await sidecar.close();
    throw error;
  });
  return {
    url,
    async stop() {
      await closeServer(server);
      await sidecar.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'something listens there already' : cause.code;
      reject(
        new ConfigError(`listen: ${host}:${port}: ${reason ?? 'cannot be listened on'}.`, {
          cause,
        }),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      const chosen = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${chosen}`);
    });
  });
}

/** Closes what is idle at once, and the rest when it has been answered. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
