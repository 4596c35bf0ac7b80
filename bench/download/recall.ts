import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const cacheFolder = 'bench/node_modules/.cache/download';
const path = `${cacheFolder}/sizes.json`;

/** What the sizes of peers depend on. */
const sources = [
  'node_modules/vite/package.json',
  'node_modules/esbuild/package.json',
  'bench/package-lock.json',
  'bench/download/measure.ts',
  'bench/download/packages.ts',
  ...['hostBundle', 'rollup', 'toChunks', 'vite', 'webpack'].map(
    (name) => `bench/download/bundlers/${name}.ts`,
  ),
];

interface Recalled {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What was made under this name before, as long as nothing has changed that it depends on. */
export async function recall<T>(name: string, make: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  const key = hash.digest('hex');
  const known = read(key);
  if (Object.hasOwn(known, name)) return known[name] as T;
  const made = await make();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ key, values: { ...read(key), [name]: made } }));
  return made;
}

function read(key: string): Recalled['values'] {
  if (!existsSync(path)) return {};
  const recalled = JSON.parse(readFileSync(path, 'utf8')) as Recalled;
  return recalled.key === key ? recalled.values : {};
}
