import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

type Sides = typeof import('./sides.js');

/**
 * Handler and rival as a host runs them, from a bundle. The loader that runs the TypeScript of this
 * folder gives every function its name when it is made, and the handler makes more of them.
 */
export async function loadSides(): Promise<Sides> {
  const input = fileURLToPath(new URL('sides.ts', import.meta.url));
  const dir = resolve('node_modules/.cache/bench-server');
  const bundle = await rolldown({ input, platform: 'node', external: /^[^./]/ });
  await bundle.write({ dir, format: 'es', entryFileNames: '[name].mjs' });
  return (await import(pathToFileURL(join(dir, 'sides.mjs')).href)) as Sides;
}
