import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBlocks } from './readBlocks.js';

/** Inside of the package, so that its name means the build, as it does for a host. */
const folder = 'test-results/docs/blocks';

/** Each block is a module by itself. */
const pages = ['../README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md'))];

/** What blocks after them import, by the page and the block's number among its code. */
const fileNames: Readonly<Record<string, string>> = {
  'headless/0': 'Onboarding',
  'hosts/0': 'onboarding',
};

/** Beside the blocks of each page: files that the pages leave to the host. */
const hostFiles: Readonly<Record<string, string>> = {
  'options.ts': `import { createEmulator, exampleIds } from 'react-versori-onboarding/emulator';
import type { OnboardingHandlerOptions } from 'react-versori-onboarding/server';
export const options: OnboardingHandlerOptions = {
  basePath: '/api/onboarding',
  platform: {
    organisationId: exampleIds.organisation,
    auth: { type: 'apiKey', apiKey: exampleIds.apiKey },
    fetch: createEmulator().fetch,
  },
  integrations: [],
  identify: () => null,
};
`,
  'session.ts': `export async function findUser(cookie: string | null) {
  return cookie === null ? null : { id: cookie, name: cookie };
}
`,
  'app.module.ts': `export class AppModule {}
`,
};

const routeAliases = ['@/server/onboarding', '~/server/onboarding', '$lib/server/onboarding'];

/** As much of packages that are not installed here as the pages use. */
const strangers = `${routeAliases
  .map(
    (name) => `declare module '${name}' {
  export const handler: import('react-versori-onboarding/server').OnboardingHandler;
}
`,
  )
  .join('')}declare module '@nestjs/core' {
  export const NestFactory: {
    create(module: new () => object): Promise<{
      use(
        path: string,
        listener: (
          request: import('node:http').IncomingMessage,
          response: import('node:http').ServerResponse,
        ) => void,
      ): void;
      listen(port: number): Promise<void>;
    }>;
  };
}
declare module '@tanstack/react-router' {
  type Answer = (context: { request: Request }) => Promise<Response>;
  export const createFileRoute: (path: string) => (options: {
    server: { handlers: { [method: string]: Answer } };
  }) => object;
}
declare module 'ioredis' {
  export class Redis {
    constructor(url: string);
    eval(script: string, keys: number, ...values: string[]): Promise<unknown>;
  }
}
declare module 'react-router' {
  export function useSearchParams(): [URLSearchParams, (next: Record<string, string>) => void];
}
declare module 'msw' {
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
    const name = page.replace(/^\.\.\//, '').replace('.md', '');
    mkdirSync(`${folder}/${name}`, { recursive: true });
    for (const [path, text] of Object.entries(hostFiles)) {
      writeFileSync(`${folder}/${name}/${path}`, text);
    }
    readBlocks(page)
      .filter(({ language }) => /^(tsx?|js)$/.test(language))
      .forEach(({ language, code }, index) => {
        const extension = language === 'js' ? (code.includes('require(') ? 'cjs' : 'mjs') : 'tsx';
        const file = fileNames[`${name}/${index}`] ?? `block${index}`;
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
      // The README's test checks our own; those of other packages took most of the time.
      skipLibCheck: true,
      noEmit: true,
      allowJs: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      moduleDetection: 'force',
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
