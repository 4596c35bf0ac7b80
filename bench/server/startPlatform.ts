import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface BenchPlatform {
  readonly baseUrl: string;
  stop(): void;
}

export function startPlatform(people: number): Promise<BenchPlatform> {
  const path = fileURLToPath(new URL('platformProcess.ts', import.meta.url));
  const child = fork(path, [String(people)], { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The platform ended with ${code}.`)));
    child.once('message', (port) =>
      resolve({
        baseUrl: `http://127.0.0.1:${String(port)}/api/v2`,
        stop: () => child.kill(),
      }),
    );
  });
}
