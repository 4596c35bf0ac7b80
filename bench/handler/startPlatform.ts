import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Beside the platform's own paths: how many calls there were since it was asked last. */
export const countPath = '/bench-calls';

export interface BenchPlatform {
  readonly baseUrl: string;
  countCalls(): Promise<number>;
  stop(): void;
}

export function startPlatform(people: number): Promise<BenchPlatform> {
  const path = fileURLToPath(new URL('platformProcess.ts', import.meta.url));
  const child = fork(path, [String(people)], { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The platform ended with ${code}.`)));
    child.once('message', (port) => {
      const origin = `http://127.0.0.1:${String(port)}`;
      resolve({
        baseUrl: `${origin}/api/v2`,
        countCalls: async () => Number(await (await fetch(`${origin}${countPath}`)).text()),
        stop: () => child.kill(),
      });
    });
  });
}
