import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Reads a file of an installed package; the path begins with the package's name. */
export function readPackageFile(path: string): string {
  return readFileSync(
    fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url)),
    'utf8',
  );
}
