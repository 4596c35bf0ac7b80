import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from './architecture/readSource.js';

/** Every name that a host can import, types included: a change of this list is a change for hosts. */
const publicNames: Readonly<Record<string, readonly string[]>> = {
  index: [],
  headless: [],
  server: [],
  emulator: [],
};

const locales = ['en', 'ar'];

type Target = string | { readonly types: string; readonly default: string };

const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, Target>;
};

function filesOf(target: Target): string[] {
  return typeof target === 'string' ? [target] : [target.types, target.default];
}

describe('the entries of the package', () => {
  it('are the documented ones', () => {
    expect(Object.keys(entries)).toEqual([
      '.',
      './headless',
      './server',
      './emulator',
      './styles.css',
      './locales/*',
      './package.json',
    ]);
  });

  it.each(Object.entries(entries))('point at files that the build makes: %s', (_entry, target) => {
    const files = filesOf(target).flatMap((file) =>
      file.includes('*') ? locales.map((locale) => file.replace('*', locale)) : [file],
    );

    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(Object.entries(publicNames))('export exactly the listed names: %s', (name, expected) => {
    const path = `src/${name}.ts`;
    const { exports: names } = readSource(path, readFileSync(path, 'utf8'));

    expect(names.toSorted()).toEqual(expected.toSorted());
  });
});
