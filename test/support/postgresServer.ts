import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findFreePort } from './findFreePort.js';
import { installPackage } from './installPackage.js';

/** A PostgreSQL of the tests' own. */
export interface PostgresServer {
  connect(): pg.Pool;
  /** Ends the pools too. */
  stop(): Promise<void>;
}

/** Starts one on a free port, and installs it first where there is none, as Debian does. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const binaries = demandPostgres();
  const port = await findFreePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'postgres-'));
  const user = findUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  execFileSync(`${binaries}/initdb`, ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync'], {
    ...user,
    stdio: 'ignore',
  });
  const flags = ['-D', data, '-p', String(port), '-k', folder];
  flags.push('-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1');
  const server = spawn(`${binaries}/postgres`, flags, { ...user, stdio: 'ignore' });
  const killAtExit = (): void => void server.kill('SIGQUIT');
  process.once('exit', killAtExit);
  const pools: pg.Pool[] = [];

  const connect = (): pg.Pool => {
    const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    // Each query says for itself that it failed.
    pool.on('error', () => undefined);
    pools.push(pool);
    return pool;
  };
  await waitForAnswer(connect(), server);
  return {
    connect,
    async stop() {
      await Promise.all(pools.map((pool) => pool.end()));
      process.off('exit', killAtExit);
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL has a clock that nobody can set, so every row is brought that much nearer to its end. */
export async function passTime(pool: pg.Pool, table: string, ms: number): Promise<void> {
  await pool.query(`UPDATE ${table} SET expires_at = expires_at - $1 * interval '1 millisecond'`, [
    ms,
  ]);
}

async function waitForAnswer(pool: pg.Pool, server: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await pool.query('SELECT 1');
      return;
    } catch (error) {
      if (server.exitCode !== null || tries > 500) throw error;
      await wait(20);
    }
  }
}

/** The server refuses to run as root. */
function findUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const read = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: read('-u'), gid: read('-g') };
}

function demandPostgres(): string {
  const found = findBinaries();
  if (found !== undefined) return found;
  installPackage('postgresql');
  const installed = findBinaries();
  if (installed !== undefined) return installed;
  throw new Error(
    'The tests of the PostgreSQL store need initdb and postgres, none was found and none could be installed. Install PostgreSQL, so that they are in /usr/lib/postgresql or on the PATH.',
  );
}

/** The folder of `initdb` and `postgres`: Debian keeps them off the PATH. */
function findBinaries(): string | undefined {
  const folders = [...listVersions(), ...(process.env['PATH'] ?? '').split(path.delimiter)];
  return folders.find(
    (folder) => spawnSync(path.join(folder, 'initdb'), ['--version']).status === 0,
  );
}

function listVersions(): string[] {
  const root = '/usr/lib/postgresql';
  try {
    return readdirSync(root).map((version) => path.join(root, version, 'bin'));
  } catch {
    return [];
  }
}
