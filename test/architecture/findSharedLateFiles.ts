import { posix } from 'node:path';
import type { Source } from './readSource.js';
import { toResolver } from './toResolver.js';

/**
 * Finds files that an entry re-exports and that one of its lazily loaded modules imports too, at any
 * depth: one sentence for each. Bundlers such as esbuild take every `import()` for an entry, so that
 * such a file, with all that it imports, loads for every host of the entry, whatever it imports of it.
 * A file that imports nothing brings nothing along, and is left out.
 */
export function findSharedLateFiles(sources: readonly Source[]): string[] {
  const resolve = toResolver(sources);
  const loadedBy = (source: Source): Source[] => resolve(source, source.staticImports);
  const lateOf = (source: Source): Source[] => resolve(source, source.lazyImports);

  return sources.filter(isEntry).flatMap((entry) => {
    const reExported = loadedBy(entry).filter((source) => loadedBy(source).length > 0);
    const reachable = reachFrom([entry], (source) => [...loadedBy(source), ...lateOf(source)]);
    const late = new Set(reachable.flatMap(lateOf));
    return [...late].flatMap((module) => {
      const loaded = new Set(reachFrom([module], loadedBy));
      return reExported
        .filter((source) => loaded.has(source))
        .map(({ path }) => `${module.path} loads late, and ${path} of ${entry.path} with it`);
    });
  });
}

function isEntry({ path }: Source): boolean {
  return posix.dirname(path) === 'src';
}

function reachFrom<Node>(starts: readonly Node[], edgesOf: (node: Node) => Node[]): Node[] {
  const reached = new Set(starts);
  // A set goes on to what is added while it is walked.
  for (const node of reached) for (const next of edgesOf(node)) reached.add(next);
  return [...reached];
}
