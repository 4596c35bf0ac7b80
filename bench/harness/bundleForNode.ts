import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * Bundles a module as a host's server would run it; resolves to its address, for `import`. The loader
 * that runs the TypeScript of these folders gives every function its name when it is made, which
 * costs some sides more than others. Packages stay outside, and may be those that bench/ installs.
 */
export async function bundleForNode(module: URL, name: string): Promise<string> {
  const dir = resolve('bench/node_modules/.cache', name);
  const bundle = await rolldown({
    input: fileURLToPath(module),
    platform: 'node',
    external: /^[^./]/,
  });
  await bundle.write({ dir, format: 'es', entryFileNames: 'entry.mjs' });
  return pathToFileURL(join(dir, 'entry.mjs')).href;
}
