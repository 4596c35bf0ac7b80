import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';

/** A file that a bundler of the host writes. */
export interface Chunk {
  readonly name: string;
  readonly code: string;
  /** Names of the chunks that load together with it. */
  readonly imports: readonly string[];
  /** Whether the page loads it at once. */
  readonly isEntry: boolean;
  /** Paths of the modules in it, from the repository's root. */
  readonly modules: readonly string[];
}

/** Bundles a module of the host, given as its text; `external` are names of packages. */
export type Bundle = (code: string, external: readonly string[]) => Promise<readonly Chunk[]>;

/** With splitting: tools that bundle into one file count the lazy parts with the entry. */
export const bundlers: Readonly<Record<'rolldown' | 'esbuild', Bundle>> = {
  rolldown: bundleWithRolldown,
  esbuild: bundleWithEsbuild,
};

const define = { 'process.env.NODE_ENV': '"production"' };

async function bundleWithRolldown(code: string, external: readonly string[]): Promise<Chunk[]> {
  const entry = resolve('entry.js');
  const bundle = await rolldown({
    input: entry,
    external: external.map((name) => new RegExp(`^${name}($|[/:])`)),
    transform: { define },
    onLog(level, log, print) {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? { code, moduleSideEffects: true } : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'es', minify: true, comments: false });
  return output
    .filter((file) => file.type === 'chunk')
    .map((chunk) => ({
      name: chunk.fileName,
      code: chunk.code,
      imports: chunk.imports,
      isEntry: chunk.isEntry,
      modules: chunk.moduleIds.map((id) => id.slice(resolve('.').length + 1)),
    }));
}

/** `folder` is where the module would stand, from the repository's root. */
export async function bundleWithEsbuild(
  code: string,
  external: readonly string[],
  folder = '.',
): Promise<Chunk[]> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: resolve(folder), sourcefile: 'entry.js' },
    external: external.map((name) => (name === 'node' ? 'node:*' : name)),
    define,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    outdir: 'out',
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  return Object.entries(metafile.outputs).map(([path, output]) => ({
    name: path,
    code: texts.get(basename(path)) ?? '',
    imports: output.imports
      .filter(({ kind, external: isExternal }) => kind === 'import-statement' && !isExternal)
      .map((each) => each.path),
    isEntry: output.entryPoint === join(folder, 'entry.js'),
    modules: Object.keys(output.inputs),
  }));
}

/** The chunks with these modules, and everything that they import statically. */
export function loadedWith(
  all: readonly Chunk[],
  isLoaded: (chunk: Chunk) => boolean,
): ReadonlySet<Chunk> {
  const loaded = new Set<Chunk>();
  const visit = (chunk: Chunk): void => {
    if (loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const each of all) if (chunk.imports.includes(each.name)) visit(each);
  };
  all.filter(isLoaded).forEach(visit);
  return loaded;
}
