import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'lightningcss';
import { expect, it, vi } from 'vitest';
import { runCommand } from '../../src/cli/runCommand.js';
import { partNames } from '../../src/styles/partNames.js';
import { themeVariables } from '../../src/styles/themeVariables.js';
import { readBlocks } from './readBlocks.js';

const list = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.md'));
const examples = readdirSync('examples')
  .map((name) => `examples/${name}/README.md`)
  .filter((page) => existsSync(page));
const pages = ['README.md', 'CONTRIBUTING.md', ...list('docs').map((name) => `docs/${name}`)];

/** Every block of a language, with the page that it stands on. */
function readAll(language: string): { readonly page: string; readonly code: string }[] {
  return [...pages, ...examples].flatMap((page) =>
    readBlocks(`../${page}`)
      .filter((block) => block.language === language)
      .map(({ code }) => ({ page, code })),
  );
}

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
}

function hasScript(page: string, name: string): boolean {
  const file = path.join(path.dirname(page), 'package.json');
  const text = readFileSync(existsSync(file) ? file : 'package.json', 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  return manifest.scripts?.[name] !== undefined;
}

it('every script that a page has run is one of the package that it speaks of', () => {
  const scripts = readAll('sh').flatMap(({ page, code }) =>
    [...code.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test))\b/g)].map(([, name, short]) => ({
      page,
      name: name ?? short ?? '',
    })),
  );
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter(({ page, name }) => !hasScript(page, name))).toEqual([]);
});

it('every command of ours, with its flags, is one that --help knows', async () => {
  const calls = readAll('sh').flatMap(({ page, code }) =>
    [...code.matchAll(/npx react-versori-onboarding ([\w-]+)((?:[^\n#]|\\\n)*)/g)].map(
      ([, name = '', rest = '']) => ({ page, name, flags: rest.match(/--[\w-]+/g) ?? [] }),
    ),
  );
  expect(new Set(calls.map(({ name }) => name)).size).toBeGreaterThan(3);
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  for (const { page, name, flags } of calls) {
    written.length = 0;
    expect(await runCommand([name, '--help']), `${page}: ${name}`).toBe(0);
    expect(flags.filter((flag) => !written.join('').includes(flag))).toEqual([]);
  }
  vi.restoreAllMocks();
});

it('every stylesheet is one, and names parts and properties that there are', () => {
  const blocks = readAll('css');
  expect(blocks.length).toBeGreaterThan(4);
  for (const { page, code } of blocks) {
    transform({ filename: page, code: new TextEncoder().encode(code) });
    const parts = [...code.matchAll(/data-onb-part='([\w-]+)'|::part\(([\w-]+)\)/g)];
    const properties = [...code.matchAll(/(--onb-[\w-]+):/g)];
    const names = parts.map(([, attribute, pseudo]) => attribute ?? pseudo ?? '');
    expect(names.filter((name) => !partNames.some((known) => known === name))).toEqual([]);
    const set = properties.map(([, name = '']) => name);
    expect(set.filter((name) => !themeVariables.some((known) => known === name))).toEqual([]);
  }
});
