import { posix } from 'node:path';
import type { Source } from './readSource.js';

/** A file imports from strictly lower numbers or from its own folder. */
const layers: Readonly<Record<string, number>> = {
  domain: 0,
  variables: 1,
  wire: 1,
  messages: 1,
  styles: 1,
  flow: 2,
  backend: 2,
  server: 2,
  'check-backend': 3,
  'check-platform': 3,
  sidecar: 3,
  headless: 3,
  widget: 4,
  element: 5,
  testing: 5,
  cli: 5,
};

/**
 * The rooms of `src/widget`, in the order in which they stand on each other; those of one number import
 * nothing of each other. The public components, in no room, come last.
 */
const rooms: Readonly<Record<string, number>> = {
  options: 0,
  root: 1,
  parts: 2,
  // What several of the rooms above show.
  activation: 3,
  variables: 3,
  flow: 3,
  connect: 4,
  // One screen of the flow each.
  'template-step': 5,
  'variables-step': 5,
  'review-step': 5,
  outcome: 5,
  'flow-view': 6,
  // One way to change an activation each.
  'edit-variables': 7,
  replace: 7,
  end: 7,
  'activation-list': 8,
  integration: 9,
  hub: 10,
};
const publicComponents = 11;

/** Folders that may import fewer than their number says, and which. */
const onlyFrom: Readonly<Record<string, readonly string[]>> = {
  // It judges backends of anybody: nothing of our own handler may be taken for the rule.
  'check-backend': ['domain', 'wire'],
  // It holds the platform against what the handler relies on.
  'check-platform': ['domain', 'variables', 'server'],
  sidecar: ['domain', 'server'],
  cli: ['check-backend', 'check-platform', 'sidecar'],
  testing: ['backend', 'server'],
};

/** Folders outside the layers. */
const emulatorFolder = 'emulator';
const demoFolder = 'demo';

const packageName = 'react-versori-onboarding';

/** Where under `src` a package may be used. One that is not listed here may be used nowhere. */
const allowedPackages: Readonly<Record<string, RegExp>> = {
  '@cfworker/json-schema': /^emulator\//,
  valibot: /^(wire|server)\//,
  jose: /^(server|emulator|sidecar)\//,
  redis: /^sidecar\/connectStore\.ts/,
  '@remix-run/node-fetch-server': /^(server\/|emulator\/serve\.ts|demo\/serve\.ts)/,
  '@tanstack/react-query': /^(headless|demo)\//,
  react: /^(headless|widget|element|demo)\//,
  'react-dom': /^(widget|element|demo)\//,
  'axe-core': /^demo\//,
  sirv: /^demo\/serve\.ts/,
};

/** Everything else runs in browsers and in workers as well as in Node. */
const mayUseNode =
  /^(server\/node[A-Z][A-Za-z]*\.ts|emulator\/serve\.ts|demo\/.*\.ts|check-backend\/parseArguments\.ts|check-platform\/(readOptions|runCheckPlatform)\.ts|sidecar\/(runServe|serveSidecar)\.ts)$/;

const bannedNames = /^(utils?|helpers?|common|managers?|data)$/i;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const camelOrPascalCase = /^[A-Za-z][A-Za-z0-9]*(\.test|\.test-d|\.spec|\.config|\.d)?$/;

const maximumLines = 300;

/** Files that may be longer: a locale is one file, so that a translator has one to fill. */
const localeFile = /^src\/messages\/[a-z]{2}(-[A-Z]{2})?\.ts$/;

/** What breaks the house rules in a file, as sentences that say what and where; empty: nothing. */
export function findViolations(source: Source): string[] {
  const { path } = source;
  const problems = [...nameProblems(path), ...lengthProblems(source)];
  if (path.startsWith('src/')) {
    problems.push(...source.imports.flatMap((specifier) => importProblems(path, specifier)));
    problems.push(...constructProblems(source));
    if (isEntry(path) && !source.isNamedReExportsOnly) {
      problems.push('an entry holds named re-exports only');
    }
  }
  return problems.map((problem) => `${path}: ${problem}`);
}

function nameProblems(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  const name = posix.basename(path).replace(/\.[a-z]+$/, '');
  const problems: string[] = [];
  for (const folder of folders) {
    if (bannedNames.test(folder)) problems.push(`the folder name "${folder}" says nothing`);
    if (!kebabCase.test(folder)) problems.push(`the folder name "${folder}" is not kebab-case`);
  }
  if (bannedNames.test(name)) problems.push(`the file name "${name}" says nothing`);
  // A locale is named after its language.
  if (!camelOrPascalCase.test(name) && !localeFile.test(path)) {
    problems.push(`the file name "${name}" is neither camelCase nor PascalCase`);
  }
  if (name === 'index' && path !== 'src/index.ts') problems.push('a layer has no barrel');
  return problems;
}

function lengthProblems({ path, lines }: Source): string[] {
  if (lines <= maximumLines || localeFile.test(path)) return [];
  return [`${lines} lines, more than ${maximumLines}: split it`];
}

function constructProblems({ path, bannedConstructs }: Source): string[] {
  return bannedConstructs
    .filter((construct) => construct !== 'style=' || path.startsWith('src/widget/'))
    .map(
      (construct) => `${construct} breaks a strict Content-Security-Policy or invites injection`,
    );
}

function importProblems(path: string, specifier: string): string[] {
  if (specifier.startsWith('.')) return relativeImportProblems(path, specifier);
  const inSource = path.slice('src/'.length);
  if (specifier === packageName || specifier.startsWith(`${packageName}/`)) {
    const isAllowed = inSource.startsWith(`${demoFolder}/`);
    return isAllowed ? [] : [`only ${demoFolder} imports the library by its package name`];
  }
  if (specifier.startsWith('node:')) {
    return mayUseNode.test(inSource) ? [] : [`"${specifier}" is not there outside Node`];
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  return allowedPackages[name]?.test(inSource) === true
    ? []
    : [`the package "${specifier}" is not allowed here`];
}

function relativeImportProblems(path: string, specifier: string): string[] {
  const target = posix.join(posix.dirname(path), specifier);
  const from = folderOf(path);
  const to = folderOf(target);
  if (to === undefined) {
    const isOutside = !target.startsWith('src/');
    return [isOutside ? `${specifier} leaves src` : `${specifier} is an entry, not a module`];
  }
  if (from === to) return from === 'widget' ? roomProblems(path, target) : [];
  // An entry is the public face of whichever layers it re-exports.
  if (from === undefined) return to === demoFolder ? ['an entry never exports the demo'] : [];
  if (from === demoFolder) return [`${demoFolder} imports the library by its package name only`];
  // The command line serves it; in tests and static pages it stands behind the handler.
  if ((from === 'cli' || from === 'testing') && to === emulatorFolder) return [];
  if (from === emulatorFolder || to === emulatorFolder || to === demoFolder) {
    return [`${from} and ${to} share nothing`];
  }
  const fromLayer = layers[from];
  const toLayer = layers[to];
  if (fromLayer === undefined || toLayer === undefined) {
    return [`${fromLayer === undefined ? from : to} is not a folder of the house`];
  }
  const isAllowed = onlyFrom[from]?.includes(to) ?? toLayer < fromLayer;
  return isAllowed ? [] : [`${from} (${fromLayer}) may not import ${to} (${toLayer})`];
}

function roomProblems(path: string, target: string): string[] {
  const from = roomOf(path);
  const to = roomOf(target);
  if (from === to) return [];
  const fromOrder = from === undefined ? publicComponents : rooms[from];
  const toOrder = to === undefined ? publicComponents : rooms[to];
  if (fromOrder === undefined || toOrder === undefined) {
    return [`${fromOrder === undefined ? from : to} is not a room of the widget`];
  }
  if (toOrder < fromOrder) return [];
  return [`${from ?? 'a public component'} may not import ${to ?? 'a public component'}`];
}

/** The folder below `src/widget`; `undefined` for a public component. */
function roomOf(path: string): string | undefined {
  const [, , room, ...rest] = path.split('/');
  return rest.length > 0 ? room : undefined;
}

/** The first folder below `src`; `undefined` for an entry and for a path outside. */
function folderOf(path: string): string | undefined {
  const [root, folder, ...rest] = path.split('/');
  return root === 'src' && rest.length > 0 ? folder : undefined;
}

function isEntry(path: string): boolean {
  return path.startsWith('src/') && folderOf(path) === undefined;
}
