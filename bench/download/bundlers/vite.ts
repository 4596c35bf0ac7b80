import { build } from 'vite';
import type { Chunk } from '../../../test/size/bundle.js';
import { toChunks } from './toChunks.js';
import type { HostBundle } from './hostBundle.js';

/** Preloading is part of what Vite adds to a page, and is counted. */
export async function bundleWithVite({ entry, external }: HostBundle): Promise<readonly Chunk[]> {
  const result = await build({
    root: 'bench',
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry, external: [...external] },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (bundle === undefined || !('output' in bundle)) throw new Error('Vite wrote nothing.');
  return toChunks(bundle.output);
}
