import { resolve } from 'node:path';
import type { Chunk } from '../../../test/size/bundle.js';

/** What Rollup and Rolldown say of a file that they make. */
type OutputFile =
  | {
      readonly type: 'chunk';
      readonly fileName: string;
      readonly code: string;
      readonly imports: readonly string[];
      readonly isEntry: boolean;
      readonly moduleIds: readonly string[];
    }
  | { readonly type: 'asset' };

export function toChunks(output: readonly OutputFile[]): readonly Chunk[] {
  return output
    .filter((file) => file.type === 'chunk')
    .map(({ fileName, code, imports, isEntry, moduleIds }) => ({
      name: fileName,
      code,
      imports,
      isEntry,
      modules: moduleIds.map((id) => id.slice(resolve('.').length + 1)),
    }));
}
