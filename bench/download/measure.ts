import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { bundleWithEsbuild, loadedWith, type Chunk } from '../../test/size/bundle.js';
import type { HostBundle } from './bundlers/hostBundle.js';
import { bundleWithRollup } from './bundlers/rollup.js';
import { bundleWithVite } from './bundlers/vite.js';
import { bundleWithWebpack } from './bundlers/webpack.js';
import { ours, toHostModule, type Measured } from './packages.js';
import { cacheFolder, recall } from './recall.js';

export interface Bytes {
  readonly gzip: number;
  readonly brotli: number;
}

export interface Download {
  readonly first: Bytes;
  readonly activation: Bytes;
}

/** The same for all: what a React page that asks a server has anyway. */
const hostPackages = ['react', 'react-dom', '@tanstack/react-query'];

export const bundlerNames = ['Vite', 'webpack', 'esbuild', 'Rollup'] as const;
export type BundlerName = (typeof bundlerNames)[number];

interface HostModule extends HostBundle {
  readonly code: string;
}

const bundlers: Readonly<Record<BundlerName, (host: HostModule) => Promise<readonly Chunk[]>>> = {
  Vite: bundleWithVite,
  webpack: bundleWithWebpack,
  esbuild: async ({ code }) => {
    const chunks = await bundleWithEsbuild(code, hostPackages, 'bench');
    return chunks.filter(({ name }) => name.endsWith('.js'));
  },
  Rollup: bundleWithRollup,
};
/**
 * What a page downloads of a package, file by file as a server compresses it. What a lock file pins
 * is bundled once, and ours each time.
 */
export async function measureDownload(bundler: BundlerName, measured: Measured): Promise<Download> {
  if (measured.name === ours) return bundleAndCompress(bundler, measured);
  return recall(`${bundler} ${measured.name}`, () => bundleAndCompress(bundler, measured));
}

async function bundleAndCompress(bundler: BundlerName, measured: Measured): Promise<Download> {
  const folder = resolve(cacheFolder);
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, `${measured.name.replaceAll(/[^a-z]+/gi, '-')}.js`);
  const code = toHostModule(measured, resolve('.'));
  writeFileSync(entry, code);
  const external = hostPackages.map((name) => new RegExp(`^${name}($|/)`));
  const chunks = await bundlers[bundler]({ entry, code, external });
  const first = loadedWith(chunks, ({ isEntry }) => isEntry);
  const whole = loadedWith(chunks, (chunk) => chunk.isEntry || isOfActivation(measured, chunk));
  return { first: compress(first), activation: compress(whole) };
}

function isOfActivation({ isOfActivation: isLoaded }: Measured, { modules }: Chunk): boolean {
  return isLoaded === undefined || modules.some(isLoaded);
}

/** Of the stylesheets of a package, minified; nothing where it has none. */
export async function measureStyles({ styles = [] }: Measured): Promise<Bytes> {
  const sheets = await Promise.all(
    styles.map(async (path) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { code };
    }),
  );
  return compress(sheets);
}

function compress(files: Iterable<{ readonly code: string }>): Bytes {
  let [gzip, brotli] = [0, 0];
  for (const { code } of files) {
    if (code === '') continue;
    gzip += gzipSync(code, { level: 9 }).length;
    brotli += brotliCompressSync(code).length;
  }
  return { gzip, brotli };
}
