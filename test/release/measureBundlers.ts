import { readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'oxc-parser';
import { dependOnPacked } from './dependOnPacked.js';
import { run } from './shell.js';

/** What a page loads before anything is pressed, gzipped file by file; React is the host's. */
export interface BundledSize {
  readonly bundler: string;
  readonly widgetBytes: number;
  readonly adapterBytes: number;
}

/** Bundles the packed library as hosts do, with the bundlers that they use. */
export async function measureBundlers(folder: string, tarball: string): Promise<BundledSize[]> {
  await cp('test/release/bundler-host', folder, { recursive: true });
  await dependOnPacked(folder, tarball);
  await run('npm install', { cwd: folder });
  await run('node build.js', { cwd: folder });
  return readdirSync(join(folder, 'out')).map((bundler) => ({
    bundler,
    widgetBytes: measureFirstLoad(join(folder, 'out', bundler, 'widget', 'main.js')),
    adapterBytes: measureFirstLoad(join(folder, 'out', bundler, 'adapter', 'main.js')),
  }));
}

/** The entry, and what it imports before it runs. */
function measureFirstLoad(entry: string): number {
  const loaded = new Map<string, number>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    const code = readFileSync(path, 'utf8');
    loaded.set(path, gzipSync(code, { level: 9 }).length);
    for (const { moduleRequest } of parseSync(path, code).module.staticImports) {
      if (moduleRequest.value.startsWith('.')) load(join(dirname(path), moduleRequest.value));
    }
  };
  load(entry);
  return [...loaded.values()].reduce((total, bytes) => total + bytes, 0);
}
