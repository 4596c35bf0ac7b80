import { describe, expect, it } from 'vitest';
import { checkTarball, type PackedFile } from './checkTarball.js';

const manifest = {
  name: 'react-versori-onboarding',
  exports: {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './locales/*': { default: './dist/messages/*.js' },
  },
  bin: { 'react-versori-onboarding': './dist/cli/cli.js' },
};

const complete: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify(manifest),
  'README.md': '# react-versori-onboarding',
  'dist/index.js': '',
  'dist/index.d.ts': '',
  'dist/messages/de.js': '',
  'dist/cli/cli.js': '',
};

function check(changes: Readonly<Record<string, string | undefined>>): string[] {
  const files: PackedFile[] = Object.entries({ ...complete, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
  return checkTarball(files);
}

describe('the tarball', () => {
  it('passes where it holds what it names, and nothing else', () => {
    expect(check({})).toEqual([]);
  });

  it.each(['dist/index.d.ts', 'dist/messages/de.js', 'dist/cli/cli.js'])(
    'is refused without %s',
    (path) => {
      expect(check({ [path]: undefined })).toEqual([
        expect.stringMatching(/^package\.json names dist\/.+, which is not there\.$/),
      ]);
    },
  );

  it.each([
    'src/index.ts',
    'dist/demo/main.js',
    'dist/index.test.js',
    'dist/index.ts',
    '.env',
    'test/run.ts',
  ])('is refused with %s', (path) => {
    expect(check({ [path]: '' })).toEqual([`${path} is no part of the package.`]);
  });

  it.each([
    ['a key', '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ'],
    ['a token of npm', `npm_${'a1'.repeat(18)}`],
  ])('is refused with %s in a file', (_what, text) => {
    expect(check({ 'dist/index.js': text })).toEqual(['dist/index.js holds a secret.']);
  });

  it('is refused with the folder it was built in', () => {
    const text = `//# sourceMappingURL=${process.cwd()}/index.js.map`;
    expect(check({ 'dist/index.js': text })).toEqual([
      'dist/index.js names the folder it was built in.',
    ]);
  });

  it.each(['devDependencies', 'scripts', 'workspaces'])('is refused with %s', (member) => {
    const text = JSON.stringify({ ...manifest, [member]: {} });
    expect(check({ 'package.json': text })).toEqual([`package.json has "${member}".`]);
  });
});
