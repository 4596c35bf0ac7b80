import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import resolveInNode from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import type { Chunk } from '../../../test/size/bundle.js';
import type { HostBundle } from './hostBundle.js';
import { toChunks } from './toChunks.js';

export async function bundleWithRollup({ entry, external }: HostBundle): Promise<readonly Chunk[]> {
  const bundle = await rollup({
    input: entry,
    external: [...external],
    // Directives such as "use client", circles inside of peers: nothing that a host can change.
    onwarn: () => undefined,
    plugins: [
      resolveInNode({ browser: true }),
      commonjs(),
      json(),
      replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' }),
      terser(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return toChunks(output);
}
