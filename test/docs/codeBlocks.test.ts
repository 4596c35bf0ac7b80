import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBlocks } from './readBlocks.js';

/** Inside of the package, so that its name means the build, as it does for a host. */
const folder = 'test-results/docs/blocks';

/** Each block of these is a module by itself. The other pages have tests of their own. */
const pages = [
  'commonjs.md',
  'events.md',
  'headless.md',
  'migrating.md',
  'quick-start.md',
  'testing.md',
  'theming.md',
];

/** As much of packages that are not installed here as the pages use. */
const strangers = `declare module 'msw' {
  export const http: {
    all(path: string, answer: (info: { request: Request }) => Promise<Response>): object;
  };
}
declare module 'msw/node' {
  export function setupServer(...handlers: object[]): object;
}
`;

function writeBlocks(): void {
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages) {
    const name = page.replace('.md', '');
    mkdirSync(`${folder}/${name}`, { recursive: true });
    readBlocks(page)
      .filter(({ language }) => /^(tsx?|js)$/.test(language))
      .forEach(({ language, code, runs }, index) => {
        const extension = language === 'js' ? (code.includes('require(') ? 'cjs' : 'mjs') : 'tsx';
        const file = runs && name === 'headless' ? 'Onboarding' : `block${index}`;
        writeFileSync(`${folder}/${name}/${file}.${extension}`, code);
      });
  }
  writeFileSync(`${folder}/strangers.d.ts`, strangers);
}

describe('the code of the documentation', () => {
  it('compiles under strict', () => {
    writeBlocks();
    const compilerOptions = {
      strict: true,
      noEmit: true,
      allowJs: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      jsx: 'react-jsx',
      types: ['node'],
    };
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions }));
    const { stdout } = spawnSync('node_modules/.bin/tsc', ['-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('of a CommonJS server runs as it stands', () => {
    const [block] = readBlocks('commonjs.md');
    const path = `${folder}/commonjs/running.cjs`;
    writeFileSync(path, `${block?.code.replace('.listen(3000)', '')}process.exitCode = 7;\n`);
    const { status, stderr } = spawnSync('node', [path], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 7, stderr: '' });
  });
});

it('the index leads to every page', () => {
  const index = readFileSync('docs/README.md', 'utf8');
  const unnamed = readdirSync('docs').filter(
    (name) => name.endsWith('.md') && name !== 'README.md' && !index.includes(`(${name})`),
  );
  expect(unnamed).toEqual([]);
});
