import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';
import { findFreePort } from './findFreePort.js';
import { installPackage } from './installPackage.js';

/** A Redis of the tests' own. */
export interface RedisServer {
  readonly url: string;
  /** A client that gives up at once where the server is away. */
  connect(): Promise<RedisConnection>;
  /** Stops the server in the middle of whatever it does, for that long. */
  freeze(ms: number): Promise<void>;
  /** Kills it as an out-of-memory killer does, and starts it on the same port. */
  restart(): Promise<void>;
  /** Closes the clients too. */
  stop(): Promise<void>;
}

export interface RedisServerOptions {
  /** Keeps each write in a folder of its own until `stop`. Default: nothing is kept on disk. */
  readonly isDurable?: boolean;
}

export type RedisConnection = ReturnType<typeof createClient>;

/** Starts one on a free port, and installs it first where there is none, as Debian does. */
export async function startRedisServer({
  isDurable = false,
}: RedisServerOptions = {}): Promise<RedisServer> {
  demandRedis();
  const port = await findFreePort();
  const url = `redis://127.0.0.1:${port}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'redis-'));
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  flags.push('--appendonly', isDurable ? 'yes' : 'no');
  const start = (): ChildProcess => spawn('redis-server', flags, { stdio: 'ignore' });
  let server = start();
  const killAtExit = (): void => void server.kill();
  process.once('exit', killAtExit);
  const connections: RedisConnection[] = [];

  const connect = async (): Promise<RedisConnection> => {
    const reconnectStrategy = toPause(() => server);
    const connection = createClient({ url, socket: { reconnectStrategy } });
    // Each command says for itself that it failed.
    connection.on('error', () => undefined);
    connections.push(connection);
    await connection.connect();
    return connection;
  };
  // Its first answer is what the start is waited for.
  await connect();
  return {
    url,
    connect,
    async freeze(ms) {
      server.kill('SIGSTOP');
      await wait(ms);
      server.kill('SIGCONT');
    },
    async restart() {
      await end(server, 'SIGKILL');
      server = start();
    },
    async stop() {
      for (const connection of connections) if (connection.isOpen) connection.destroy();
      process.off('exit', killAtExit);
      await end(server, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

/** Milliseconds until the next try; the first ones come before the server listens. */
function toPause(getServer: () => ChildProcess): (tries: number) => number | Error {
  return (tries) =>
    getServer().exitCode !== null || tries > 500 ? new Error('Redis has gone, or never came.') : 20;
}

/** Redis has a clock that nobody can set, so every key is brought that much nearer to its end. */
export async function passTime(redis: RedisConnection, ms: number): Promise<void> {
  for (const key of await redis.keys('*')) {
    await redis.pExpire(key, (await redis.pTTL(key)) - ms);
  }
}

function demandRedis(): void {
  const isThere = (): boolean => spawnSync('redis-server', ['--version']).status === 0;
  if (isThere()) return;
  installPackage('redis-server');
  if (isThere()) return;
  throw new Error(
    'The tests of the Redis store need redis-server, none was found and none could be installed. Install one, so that it is on the PATH.',
  );
}
