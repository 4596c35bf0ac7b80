import { execFileSync } from 'node:child_process';

/** Builds the library afresh, so that the tests of the package never judge an old `dist`. */
export default function setup(): void {
  const env = { ...process.env, NODE_ENV: 'production' };
  for (const [command, ...args] of [
    ['vite', 'build', '--mode', 'library', '--logLevel=warn'],
    ['tsc', '-p', 'tsconfig.types.json'],
  ] as const) {
    execFileSync(`node_modules/.bin/${command}`, args, { env, stdio: 'inherit' });
  }
}
