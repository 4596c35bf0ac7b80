import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/**
 * Builds the library afresh, so that the tests of the package never judge an old `dist`. A build that
 * fails leaves none: those tests fail then, and the other projects still run.
 */
export default function setup(): void {
  rmSync('dist', { recursive: true, force: true });
  const env = { ...process.env, NODE_ENV: 'production' };
  spawnSync('npm', ['run', '--silent', 'build:library'], {
    env,
    stdio: 'inherit',
  });
}
