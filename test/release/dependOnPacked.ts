import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts the packed library in place of the published one.
 *
 * @throws {Error} Where the package in the folder does not depend on it.
 */
export async function dependOnPacked(folder: string, tarball: string): Promise<void> {
  const path = join(folder, 'package.json');
  const published = /("react-versori-onboarding": ")\^\d+\.\d+\.\d+"/;
  const manifest = await readFile(path, 'utf8');
  if (!published.test(manifest)) throw new Error(`${path} does not depend on the library.`);
  await writeFile(path, manifest.replace(published, `$1file:${tarball}"`));
}
