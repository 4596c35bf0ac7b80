/**
 * `npm run changeset -- add` or `-- version`. Changesets leaves out the root of a repository that has
 * workspaces, and the root is what is published: while it runs, there are none.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const path = 'package.json';
const workspaces = /^ {2}"workspaces": \[[^\]]*\],\n/m;

const [found] = workspaces.exec(readFileSync(path, 'utf8')) ?? [];
if (found === undefined) throw new Error('package.json has no workspaces: run changesets itself.');
writeFileSync(path, readFileSync(path, 'utf8').replace(workspaces, ''));

const { status } = spawnSync('npx', ['--yes', '@changesets/cli@2.29.8', ...process.argv.slice(2)], {
  stdio: 'inherit',
});

// With the new version in it.
const manifest = readFileSync(path, 'utf8');
writeFileSync(
  path,
  manifest.replace(/^ {2}"scripts": /m, (scripts) => found + scripts),
);
process.exitCode = status ?? 1;
