import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { MountedHandler } from './adapters.js';
import { writeNextApp } from './writeNextApp.js';

/** A Next.js app of a host, as its visitors meet it: built, and served by Next.js itself. */
export interface NextApp extends MountedHandler {
  readonly buildOutput: string;
  /** What the server wrote to its standard error: the handler's own `onError` writes there. */
  readonly errors: readonly string[];
}

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const nextCommand = require.resolve('next/dist/bin/next');

/**
 * Builds the app in a temporary folder and serves it on a free port. What the package and the app
 * depend on comes from the packages that are installed here.
 *
 * @param settings Its environment, while it is built and while it runs.
 */
export async function startNextApp(settings: Readonly<Record<string, string>>): Promise<NextApp> {
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'next-app-')));
  const remove = (): Promise<void> => rm(parent, { recursive: true, force: true });
  try {
    const cwd = join(parent, 'site');
    await writeNextApp(cwd);
    await symlink(resolve('node_modules'), join(parent, 'node_modules'), 'dir');
    const options = { cwd, env: toEnvironment(settings, parent) };
    const { stdout, stderr } = await run(process.execPath, [nextCommand, 'build'], options);
    const served = await serve(options);
    const close = (): Promise<void> => served.close().then(remove);
    return { ...served, buildOutput: stdout + stderr, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Nothing of the test's own, where NODE_ENV is "test". */
function toEnvironment(
  settings: Readonly<Record<string, string>>,
  home: string,
): Record<string, string> {
  return {
    ...settings,
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  };
}

interface ServerOptions {
  readonly cwd: string;
  readonly env: Record<string, string>;
}

async function serve(options: ServerOptions): Promise<Omit<NextApp, 'buildOutput'>> {
  const flags = ['--hostname', '127.0.0.1', '--port', '0'];
  const server = spawn(process.execPath, [nextCommand, 'start', ...flags], options);
  const errors: string[] = [];
  server.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const close = closerOf(server);
  return { origin: await readOrigin(server), errors, close };
}

/** Ends the server, also with the process that started it. */
function closerOf(server: ChildProcess): () => Promise<void> {
  const ended = new Promise<void>((gone) => server.once('exit', () => gone()));
  const kill = (): void => void server.kill();
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
}

/** Where it says that it listens, once it does. */
function readOrigin(server: ChildProcess): Promise<string> {
  return new Promise((listening, failed) => {
    let output = '';
    server.stdout?.on('data', (chunk) => {
      output += String(chunk);
      const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (origin !== undefined && output.includes('Ready')) listening(origin);
    });
    server.once('exit', () => failed(new Error(`Next.js did not start: ${output}`)));
  });
}
