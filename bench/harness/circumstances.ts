import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { findChromium } from '../../e2e/chromium.js';

/** On what, with what and by which command something was measured. */
export interface Circumstances {
  readonly command: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export function readCircumstances(command: string): Circumstances {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const ours = readManifest('package.json');
  const { react, vite, esbuild } = ours.devDependencies;
  return {
    command,
    machine: `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB, ${type()} ${release()}`,
    versions: toKnown({
      'react-versori-onboarding': ours.version,
      node: process.versions.node,
      chromium: readChromiumVersion(),
      react,
      '@tanstack/react-query': ours.devDependencies['@tanstack/react-query'],
      vite,
      esbuild,
      ajv: ours.devDependencies['ajv'],
      '@cfworker/json-schema': ours.dependencies['@cfworker/json-schema'],
      ...readManifest('bench/package.json').dependencies,
    }),
  };
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

function readChromiumVersion(): string {
  const text = execFileSync(findChromium(), ['--version'], { encoding: 'utf8' });
  return /[\d.]+/.exec(text)?.[0] ?? text.trim();
}

function toKnown(
  versions: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(versions).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
