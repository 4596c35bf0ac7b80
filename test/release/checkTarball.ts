import { ownMembers } from './publishedManifest.js';

/** A file of the tarball: its path below the package's folder, and its text. */
export interface PackedFile {
  readonly path: string;
  readonly text: string;
}

const secrets: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{16}/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bAKIA[A-Z0-9]{16}\b/,
];

const allowedPath =
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|dist\/.+|docs\/[\w-]+\.md)$/;
const sourcePath =
  /(^|\/)(src|test|tests|e2e|bench|demo|node_modules)\/|\.(test|spec)\.|\.env|\.tgz$/;
const typescriptPath = /(?<!\.d)\.tsx?$/;

/** What must not be published, or is missing, as sentences; empty: nothing. */
export function checkTarball(files: readonly PackedFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const manifest = files.find(({ path }) => path === 'package.json');
  if (manifest === undefined) return ['There is no package.json.'];
  const parsed = JSON.parse(manifest.text) as Record<string, unknown>;
  return [
    ...files.flatMap((file) => problemsOf(file)),
    ...ownMembers
      .filter((member) => member in parsed)
      .map((member) => `package.json has "${member}".`),
    ...listTargets(parsed['exports'])
      .concat(listTargets(parsed['bin']))
      .filter((target) => !isPacked(target, paths))
      .map((target) => `package.json names ${target}, which is not there.`),
  ];
}

function problemsOf({ path, text }: PackedFile): string[] {
  const isForeign = !allowedPath.test(path) || sourcePath.test(path) || typescriptPath.test(path);
  return [
    ...(isForeign ? [`${path} is no part of the package.`] : []),
    ...(secrets.some((secret) => secret.test(text)) ? [`${path} holds a secret.`] : []),
    ...(text.includes(process.cwd()) ? [`${path} names the folder it was built in.`] : []),
  ];
}

function listTargets(exports: unknown): string[] {
  if (typeof exports === 'string') return [exports.replace(/^\.\//, '')];
  if (typeof exports !== 'object' || exports === null) return [];
  return Object.values(exports).flatMap(listTargets);
}

/** A target with a `*` needs one file at least. */
function isPacked(target: string, paths: ReadonlySet<string>): boolean {
  const [before = '', after] = target.split('*');
  if (after === undefined) return paths.has(target);
  return [...paths].some((path) => path.startsWith(before) && path.endsWith(after));
}
