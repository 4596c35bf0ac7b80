import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { HostIntegration } from '../../src/server.js';

/** Who is signed in, for want of a session. */
export const userHeader = 'X-Signed-In';

/** What a process of the host needs to know. */
export interface HostSettings {
  readonly redisUrl: string;
  readonly platformUrl: string;
  readonly organisationId: string;
  readonly apiKey: string;
  readonly integrations: readonly HostIntegration[];
  readonly timeoutMs: number;
  readonly settleMs: number;
}

/** Two processes of one host, one of which can be killed at any time. */
export interface HostProcesses {
  /** Where each listens now; one that was killed listens nowhere until its successor does. */
  origins(): readonly string[];
  /** Kills one as an out-of-memory killer does, and starts another in its place. */
  killOne(index: number): Promise<void>;
  /** Stops one in the middle of whatever it does, for that long. */
  freezeOne(index: number, ms: number): Promise<void>;
  /** Sets the clock of one wrong by that much. */
  stepClock(index: number, ms: number): void;
  stop(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly origin: string;
}

export async function startHostProcesses(
  count: number,
  settings: HostSettings,
): Promise<HostProcesses> {
  const all = await Promise.all(Array.from({ length: count }, () => startOne(settings)));
  return {
    origins: () => all.map(({ origin }) => origin),
    async killOne(index) {
      const killed = all[index];
      if (killed === undefined) throw new Error(`There is no process ${index}.`);
      await kill(killed.child);
      all[index] = await startOne(settings);
    },
    async freezeOne(index, ms) {
      const frozen = all[index]?.child;
      frozen?.kill('SIGSTOP');
      await wait(ms);
      frozen?.kill('SIGCONT');
    },
    stepClock(index, ms) {
      all[index]?.child.send(ms);
    },
    async stop() {
      await Promise.all(all.map(({ child }) => kill(child)));
    },
  };
}

function startOne(settings: HostSettings): Promise<Running> {
  const path = fileURLToPath(new URL('hostProcess.ts', import.meta.url));
  const child = fork(path, [JSON.stringify(settings)], { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve({ child, origin: `http://127.0.0.1:${String(port)}` }));
    child.once('exit', (code) => reject(new Error(`A host process ended with ${code}.`)));
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await ended;
}
