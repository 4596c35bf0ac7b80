import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PackedFile } from './checkTarball.js';

export interface Packed {
  /** An absolute path. */
  readonly tarball: string;
  readonly files: readonly PackedFile[];
}

/** Packs as a release does, build and all, and unpacks what came of it. */
export function packLibrary(folder: string): Packed {
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  const output = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tarball = resolve(folder, output.trim().split('\n').pop() ?? '');
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
  const paths = readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => ({
    path: path.slice(unpacked.length + 1),
    text: readFileSync(path, 'utf8'),
  }));
  return { tarball, files };
}
