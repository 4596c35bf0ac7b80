import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listExamples } from './listExamples.js';

/** How a package of a host names the library; the first group is what stands before the range. */
export const published: RegExp = /("react-versori-onboarding": ")\^\d+\.\d+\.\d+"/;

/** The paths of each `package.json` here that depends on the library as it is published. */
export function listDependents(): string[] {
  const folders = listExamples().map((name) => `examples/${name}`);
  return [...folders, 'test/release/bundler-host'].map((folder) => `${folder}/package.json`);
}

/**
 * Puts the packed library in place of the published one.
 *
 * @throws {Error} Where the package in the folder does not depend on it.
 */
export async function dependOnPacked(folder: string, tarball: string): Promise<void> {
  const path = join(folder, 'package.json');
  const manifest = await readFile(path, 'utf8');
  if (!published.test(manifest)) throw new Error(`${path} does not depend on the library.`);
  await writeFile(path, manifest.replace(published, `$1file:${tarball}"`));
}
