import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import webpack, { type Compilation, type CompiledModule } from 'webpack';
import type { Chunk } from '../../../test/size/bundle.js';
import type { HostBundle } from './hostBundle.js';

/** Webpack's runtime is part of what a page loads, and is counted. */
export async function bundleWithWebpack(bundle: HostBundle): Promise<readonly Chunk[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-webpack-'));
  try {
    return toChunks(await compile(bundle, folder), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile({ entry, external }: HostBundle, path: string): Promise<Compilation> {
  return new Promise((done, fail) => {
    webpack(
      {
        mode: 'production',
        context: resolve('bench'),
        entry: { entry },
        output: { path, module: true, chunkFormat: 'module', filename: '[name].mjs' },
        experiments: { outputModule: true },
        externals: [...external],
        externalsType: 'module',
        performance: false,
      },
      (error, stats) => {
        const [fault] = stats?.compilation.errors ?? [];
        if (error !== null) fail(error);
        else if (fault !== undefined) fail(fault);
        else if (stats === undefined) fail(new Error('webpack made nothing.'));
        else done(stats.compilation);
      },
    );
  });
}

/** The files, and for each group of files that load together one without code that names them. */
function toChunks({ chunks, chunkGroups, chunkGraph }: Compilation, folder: string): Chunk[] {
  const files = [...chunks].map((chunk): Chunk => ({
    name: String(chunk.id),
    code: [...chunk.files].map((file) => readFileSync(join(folder, file), 'utf8')).join(''),
    imports: [],
    isEntry: false,
    modules: [...chunkGraph.getChunkModulesIterable(chunk)].flatMap(toPaths),
  }));
  const groups = chunkGroups.map((group, index): Chunk => {
    const names = group.chunks.map(({ id }) => String(id));
    return {
      name: `group ${index}`,
      code: '',
      imports: names,
      isEntry: group.isInitial(),
      modules: files.filter(({ name }) => names.includes(name)).flatMap(({ modules }) => modules),
    };
  });
  return [...files, ...groups];
}

/** Modules that were joined into one stand in it. */
function toPaths({ resource, modules = [] }: CompiledModule): string[] {
  const own = resource === undefined ? [] : [resource.slice(resolve('.').length + 1)];
  return [...own, ...modules.flatMap(toPaths)];
}
