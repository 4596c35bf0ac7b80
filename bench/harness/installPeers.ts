import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const marker = 'bench/node_modules/.package-lock.json';

/**
 * Installs what is measured beside ours, where it is not there yet or other versions are. It is no
 * part of the repository's own installation. Throws where npm fails.
 */
export function installPeers(): void {
  if (existsSync(marker) && hasVersions()) return;
  console.log('Installing what is measured beside ours (about 340 MB, once) …');
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: 'bench',
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('`npm install` in bench/ failed; its output is above.');
}

function hasVersions(): boolean {
  const { dependencies } = JSON.parse(readFileSync('bench/package.json', 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const { packages } = JSON.parse(readFileSync(marker, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  return Object.entries(dependencies).every(
    ([name, version]) => packages[`node_modules/${name}`]?.version === version,
  );
}
