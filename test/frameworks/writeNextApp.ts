import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Writes `next-app`, the route that docs/hosts.md tells a host to write, and the packed package. */
export async function writeNextApp(folder: string): Promise<void> {
  await cp(fileURLToPath(new URL('next-app', import.meta.url)), folder, { recursive: true });
  const { path, code } = await readDocumentedRoute();
  const config = {
    // Types are the business of `npm run check`.
    typescript: { ignoreBuildErrors: true },
    // The installed packages are outside of the app's folder.
    turbopack: { root: resolve('/') },
    // A quarter of the time, for files that nobody would look into.
    experimental: { turbopackFileSystemCacheForBuild: false, turbopackSourceMaps: false },
  };
  const files: Readonly<Record<string, string>> = {
    [path]: code,
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js': `export default ${JSON.stringify(config)};`,
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await installPacked(join(folder, 'node_modules'));
}

async function readDocumentedRoute(): Promise<{ path: string; code: string }> {
  const [, section] = (await readFile('docs/hosts.md', 'utf8')).split('## Next.js, app router');
  const found = /^`(?<path>[^`]+)`:\n+```ts\n(?<code>.+?)```/ms.exec(section ?? '');
  const { path, code } = found?.groups ?? {};
  if (path === undefined || code === undefined) throw new Error('docs/hosts.md has no route.');
  return { path, code };
}

/** What `npm install` makes of the tarball, without what it depends on. */
async function installPacked(modules: string): Promise<void> {
  await mkdir(modules);
  const flags = ['--silent', '--ignore-scripts', '--pack-destination', modules];
  const { stdout } = await run('npm', ['pack', ...flags]);
  await run('tar', ['-xzf', stdout.trim()], { cwd: modules });
  await rename(join(modules, 'package'), join(modules, 'react-versori-onboarding'));
}
