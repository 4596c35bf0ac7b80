import { posix } from 'node:path';
import type { Source } from './readSource.js';

/** The sources that the relative ones of these specifiers name, seen from a file. */
export type Resolver = (from: Source, specifiers: readonly string[]) => Source[];

/** Makes a resolver among these sources; what a specifier names besides them is left out. */
export function toResolver(sources: readonly Source[]): Resolver {
  const byModule = new Map(sources.map((source) => [toModule(source.path), source]));
  return ({ path }, specifiers) =>
    specifiers
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => byModule.get(toModule(posix.join(posix.dirname(path), specifier))))
      .filter((source) => source !== undefined);
}

/** Without its extension, since a specifier ends in `.js` for `.ts` and `.tsx` alike. */
function toModule(path: string): string {
  return path.replace(/\.[jt]sx?$/, '');
}
