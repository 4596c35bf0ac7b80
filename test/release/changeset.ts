/**
 * `npm run changeset -- add` or `-- version`. Changesets leaves out the root of a repository that has
 * workspaces, and the root is what is published: while it runs, there are none.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { listDependents, published } from './dependOnPacked.js';

const path = 'package.json';
const workspaces = /^ {2}"workspaces": \[[^\]]*\],\n/m;

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

const [found] = workspaces.exec(readFileSync(path, 'utf8')) ?? [];
if (found === undefined) throw new Error('package.json has no workspaces: run changesets itself.');
rewrite(path, (manifest) => manifest.replace(workspaces, ''));

const { status } = spawnSync('npx', ['--yes', '@changesets/cli@2.29.8', ...process.argv.slice(2)], {
  stdio: 'inherit',
});

// With the new version in it.
rewrite(path, (manifest) => manifest.replace(/^ {2}"scripts": /m, (scripts) => found + scripts));
const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
for (const file of listDependents()) {
  rewrite(file, (manifest) => manifest.replace(published, `$1^${version}"`));
}
spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { stdio: 'inherit' });
process.exitCode = status ?? 1;
