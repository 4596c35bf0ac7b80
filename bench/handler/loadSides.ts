import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

export type Sides = typeof import('./sides.js');

/**
 * All sides as a host runs them, from a bundle; its address is what `importSides` takes. The loader
 * that runs the TypeScript of this folder gives every function its name when it is made, and the
 * handler makes more of them.
 */
export async function bundleSides(): Promise<string> {
  const input = fileURLToPath(new URL('sides.ts', import.meta.url));
  const dir = resolve('node_modules/.cache/bench-handler');
  const bundle = await rolldown({ input, platform: 'node', external: /^[^./]/ });
  await bundle.write({ dir, format: 'es', entryFileNames: '[name].mjs' });
  return pathToFileURL(join(dir, 'sides.mjs')).href;
}

export async function importSides(url: string): Promise<Sides> {
  return (await import(url)) as Sides;
}
