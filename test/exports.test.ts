import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from './architecture/readSource.js';
import { publicNames } from './publicNames.js';
import { toApiReference } from './release/apiReference.js';
import { toApiReport } from './release/apiReport.js';
import { listTypedEntries, toSpecifier } from './release/typedEntries.js';

const locales = readdirSync('src/messages')
  .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
  .map((file) => file.slice(0, -3));

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
      './server/node',
      './server/redis',
      './server/postgres',
      './emulator',
      './testing',
      './element',
      './styles.css',
      './styles.layered.css',
      './styles.unstyled.css',
      './host-api.openapi.yaml',
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

  it.each(listTypedEntries())(
    'are as docs/api and docs/reference say, or `npm run api` was forgotten: %s',
    (name) => {
      const types = readFileSync(`dist/${name}.d.ts`, 'utf8');
      const reference = toApiReference(toSpecifier(name), types);
      expect(toApiReport(name, types)).toBe(readFileSync(`docs/api/${name}.md`, 'utf8'));
      expect(reference).toBe(readFileSync(`docs/reference/${name}.md`, 'utf8'));
    },
  );
});
