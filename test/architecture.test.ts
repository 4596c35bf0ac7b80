import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCircles } from './architecture/findCircles.js';
import { findImportsPastEntry } from './architecture/publicTypes.js';
import { findSharedLateFiles } from './architecture/findSharedLateFiles.js';
import { findMisplacedSuites } from './architecture/mirrors.js';
import { readSource, type Source } from './architecture/readSource.js';
import { findViolations } from './architecture/rules.js';

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/node_modules/'));
}

function readSources(files: Readonly<Record<string, string>>): Source[] {
  return Object.entries(files).map(([path, text]) => readSource(path, text));
}

function violationsOf(path: string, text: string): string[] {
  return findViolations(readSource(path, text));
}

describe('the house', () => {
  const sources = sourceFiles('src').map((path) => readSource(path, readFileSync(path, 'utf8')));

  it('keeps its own rules', () => {
    const paths = ['src', 'test', 'e2e', 'bench']
      .filter((folder) => existsSync(folder))
      .flatMap(sourceFiles);

    const violations = paths.flatMap((path) => violationsOf(path, readFileSync(path, 'utf8')));

    expect(paths.length).toBeGreaterThan(10);
    expect(violations).toEqual([]);
  });

  it('has no circle of files that import each other', () => {
    expect(findCircles(sources)).toEqual([]);
  });

  it('loads no file late that an entry re-exports', () => {
    expect(findSharedLateFiles(sources)).toEqual([]);
  });
});

describe('a suite', () => {
  const paths = ['src', 'test'].flatMap(sourceFiles);

  it('stands where the file does that it tests, or is listed as spanning files', () => {
    expect(findMisplacedSuites(paths)).toEqual([]);
  });

  it('is reported where it does not, and where the list has outlived it', () => {
    const outlived = 'test/widget/activating.test.tsx';
    const found = findMisplacedSuites([
      ...paths.filter((path) => path !== outlived),
      'test/widget/choosing.test.tsx',
    ]);
    expect(found).toEqual([
      expect.stringContaining('test/widget/choosing mirrors no file of src'),
      'test/widget/activating is listed as spanning, and is not there',
    ]);
  });
});

describe('a file that an entry re-exports', () => {
  const files = {
    'src/index.ts': `export { A } from './widget/A.js'; export { c } from './backend/c.js';`,
    'src/widget/A.tsx': `import { b } from './parts/b.js'; await import('./late/Late.js');`,
    'src/widget/parts/b.ts': '',
    'src/widget/late/Late.tsx': `import { D } from './D.js'; import { c } from '../../backend/c.js';`,
    'src/backend/c.ts': '',
  };

  it('is found where it loads late too, at any depth', () => {
    const sources = readSources({
      ...files,
      'src/widget/late/D.tsx': `export { A } from '../A.js';`,
    });
    expect(findSharedLateFiles(sources)).toEqual([
      'src/widget/late/Late.tsx loads late, and src/widget/A.tsx of src/index.ts with it',
    ]);
  });

  it('may be known there by its type, and may be a file that imports nothing', () => {
    const sources = readSources({
      ...files,
      'src/widget/late/D.tsx': `import type { A } from '../A.js';`,
    });
    expect(findSharedLateFiles(sources)).toEqual([]);
  });
});

describe('a circle', () => {
  const circlesOf = (files: Readonly<Record<string, string>>): string[] =>
    findCircles(readSources(files));

  it('is found through components, types, lazy imports and re-exports', () => {
    const files = {
      'src/widget/A.tsx': `import { b } from './b.js';`,
      'src/widget/b.ts': `import type { C } from './parts/C.js';`,
      'src/widget/parts/C.tsx': `await import('../d.js');`,
      'src/widget/d.ts': `export { A } from './A.js';`,
      'src/widget/e.ts': `import { A } from './A.js';`,
    };
    expect(circlesOf(files)).toEqual([
      'a circle: src/widget/A.tsx, src/widget/b.ts, src/widget/d.ts, src/widget/parts/C.tsx',
    ]);
  });

  it('is found where a file imports itself', () => {
    expect(circlesOf({ 'src/flow/a.ts': `import { a } from './a.js';` })).toHaveLength(1);
  });

  it('is allowed where a field holds fields, and only there', () => {
    const fields = {
      'src/widget/variables/FieldView.tsx': `import './ListControl.js';`,
      'src/widget/variables/ListControl.tsx': `import './FieldView.js';`,
    };
    expect(circlesOf(fields)).toEqual([]);
    const outside = {
      'src/widget/variables/FieldView.tsx': `import '../parts/Notice.js';`,
      'src/widget/parts/Notice.tsx': `import '../variables/FieldView.js';`,
    };
    expect(circlesOf(outside)).toHaveLength(1);
  });
});

describe('the rules', () => {
  it.each([
    ['a higher layer', 'src/flow/reducer.ts', `import { a } from '../headless/a.js';`],
    ['its own number', 'src/server/a.ts', `import { a } from '../backend/a.js';`],
    ['a higher layer, types alone', 'src/domain/a.ts', `import type { A } from '../wire/a.js';`],
    ['a higher layer, inline type', 'src/domain/a.ts', `let a: import('../wire/a.js').A;`],
    ['a higher layer, re-exported', 'src/domain/a.ts', `export * from '../wire/a.js';`],
    ['a higher layer, lazily', 'src/flow/a.ts', `await import('../widget/A.js');`],
    ['a module with a computed name', 'src/flow/a.ts', `await import(name);`],
    ['an entry from inside', 'src/widget/A.tsx', `import { a } from '../headless.js';`],
    ['its own package', 'src/widget/A.tsx', `import { a } from 'react-versori-onboarding';`],
    ['shared code, in the emulator', 'src/emulator/a.ts', `import { a } from '../domain/a.js';`],
    ['the emulator', 'src/server/a.ts', `import { a } from '../emulator/a.js';`],
    ['our own handler, to judge others', 'src/check-backend/a.ts', `import '../server/ids.js';`],
    ['the demo', 'src/widget/A.tsx', `import { a } from '../demo/a.js';`],
    ['the library by path, in the demo', 'src/demo/a.ts', `import { a } from '../widget/A.js';`],
    ['a folder that is not of the house', 'src/flow/a.ts', `import { a } from '../tools/a.js';`],
    [
      'a list, in a step',
      'src/widget/review-step/A.tsx',
      `import { B } from '../activation-list/B.js';`,
    ],
    ['another step', 'src/widget/outcome/A.tsx', `import { B } from '../review-step/B.js';`],
    ['a step, in a shared part', 'src/widget/parts/A.tsx', `import { B } from '../flow/B.js';`],
    ['a public component, in a room', 'src/widget/hub/A.tsx', `import { B } from '../B.js';`],
    ['a room that is not of the widget', 'src/widget/hub/A.tsx', `import '../shed/B.js';`],
    ['something outside src', 'src/flow/a.ts', `import { a } from '../../test/a.js';`],
    ['React below layer 3', 'src/flow/a.ts', `import { useState } from 'react';`],
    [
      'React on the server',
      'src/server/a.ts',
      `import { renderToString } from 'react-dom/server';`,
    ],
    ['the validator in the widget', 'src/widget/A.tsx', `import '@cfworker/json-schema';`],
    ['the validator in variables', 'src/variables/a.ts', `import '@cfworker/json-schema';`],
    ['valibot in the domain', 'src/domain/a.ts', `import * as v from 'valibot';`],
    ['a Redis client', 'src/server/redis/a.ts', `import { createClient } from 'redis';`],
    ['jose in a browser', 'src/backend/a.ts', `import { jwtVerify } from 'jose';`],
    ['the query client in the widget', 'src/widget/A.tsx', `import '@tanstack/react-query';`],
    ['Node in a browser', 'src/backend/a.ts', `import { readFile } from 'node:fs/promises';`],
    ['a package that nobody chose', 'src/widget/A.tsx', `import clsx from 'clsx';`],
  ])('report a file that imports %s', (_what, path, text) => {
    expect(violationsOf(path, text)).toHaveLength(1);
  });

  it.each([
    ['a lower layer', 'src/flow/a.ts', `import type { A } from '../domain/a.js';`],
    ['its own folder', 'src/flow/steps/a.ts', `import { a } from '../b.js';`],
    ['a lower room', 'src/widget/hub/A.tsx', `import { B } from '../parts/B.js';`],
    ['React in the widget', 'src/widget/A.tsx', `import { useState } from 'react';`],
    ['the validator in the emulator', 'src/emulator/a.ts', `import '@cfworker/json-schema';`],
    ['the library, in the demo', 'src/demo/a.ts', `import 'react-versori-onboarding/server';`],
    ['Node, in the emulator as a server', 'src/emulator/serve.ts', `import 'node:http';`],
  ])('let a file import %s', (_what, path, text) => {
    expect(violationsOf(path, text)).toEqual([]);
  });

  it.each([
    ['a star in an entry', 'src/index.ts', `export * from './widget/A.js';`],
    ['code in an entry', 'src/index.ts', `export const a = 1;`],
    ['a barrel in a layer', 'src/widget/index.ts', `export { a } from './a.js';`],
    ['a name that says nothing', 'src/widget/utils.ts', ''],
    ['a folder that says nothing', 'src/widget/helpers/format.ts', ''],
    ['a folder that is not kebab-case', 'src/widget/ReviewStep/Review.tsx', ''],
    ['a file that is not camelCase', 'src/widget/review-step.tsx', ''],
    ['a file that is too long', 'src/flow/a.ts', 'let a;\n'.repeat(301)],
    ['a style attribute', 'src/widget/A.tsx', `<p style={{ color: 'red' }} />;`],
    ['markup from a text', 'src/widget/A.tsx', `<p dangerouslySetInnerHTML={html} />;`],
    ['markup from a spread', 'src/widget/A.tsx', `<p {...{ dangerouslySetInnerHTML: html }} />;`],
    ['eval', 'src/variables/a.ts', `eval('1');`],
    ['a function from a text', 'src/variables/a.ts', `new Function('return 1');`],
  ])('report %s', (_what, path, text) => {
    expect(violationsOf(path, text)).toHaveLength(1);
  });

  it('refuse to judge a file that does not parse', () => {
    expect(() => violationsOf('src/flow/a.ts', 'let = ;')).toThrow('src/flow/a.ts does not parse');
  });
});

describe('the widget', () => {
  const headless = 'src/headless.ts';

  it('imports of headless/ only what a host can import too', () => {
    const found = sourceFiles('src/widget').flatMap((path) =>
      findImportsPastEntry(path, readFileSync(path, 'utf8'), headless),
    );

    expect(found).toEqual([]);
  });

  it.each([
    `import { callBackend } from '../headless/queries.js';`,
    `import type { DraftKeeper } from '../headless/drafts.js';`,
    `import * as flow from '../headless/useOnboardingFlow.js';`,
  ])('is reported where it does not: %s', (text) => {
    expect(findImportsPastEntry('src/widget/A.tsx', text, headless)).toHaveLength(1);
  });
});
