import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A command that goes on until it is stopped. */
export interface Running {
  /** Resolves where it ends by itself, with what it wrote. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

interface ShellOptions {
  readonly cwd: string;
}

/** Types a command, as a user would: with nothing of the environment of npm or of a test. */
function start(command: string, { cwd }: ShellOptions): Running {
  const { HOME = '', PATH = '' } = process.env;
  const env = { HOME, PATH, CI: '1', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
  // A group of its own, so that what npm starts ends with it.
  const child = spawn('sh', ['-c', command], { cwd, env, detached: true });
  let output = '';
  const collect = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const closed = once(child, 'close');
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', kill);
  return {
    ended: closed.then(() => {
      process.off('exit', kill);
      return output;
    }),
    async stop() {
      kill();
      await closed;
    },
  };
}

/** @throws {Error} With everything that it wrote, where it fails. */
export async function run(command: string, { cwd }: ShellOptions): Promise<void> {
  const marker = 'command succeeded';
  const output = await start(`${command} && echo "${marker}"`, { cwd }).ended;
  if (!output.trimEnd().endsWith(marker)) throw new Error(`"${command}" failed:\n${output}`);
}

/**
 * Starts a server and waits until it answers.
 *
 * @throws {Error} Where it ends before, or says nothing for a minute and a half; or where another one
 *   is there already.
 */
export async function serve(command: string, url: string, options: ShellOptions): Promise<Running> {
  if (await answers(url)) throw new Error(`Something else answers at ${url}: stop it first.`);
  const server = start(command, options);
  let hasEnded = false;
  void server.ended.then(() => (hasEnded = true));
  const deadline = Date.now() + 90_000;
  while (!(await answers(url))) {
    if (hasEnded) throw new Error(`"${command}" ended:\n${await server.ended}`);
    if (Date.now() > deadline) {
      await server.stop();
      throw new Error(`"${command}" does not answer at ${url}:\n${await server.ended}`);
    }
    await new Promise((tick) => void setTimeout(tick, 200));
  }
  return server;
}

/** Whatever the status is: it listens. */
async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
