import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from './architecture/readSource.js';
import { findViolations } from './architecture/rules.js';

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/node_modules/'));
}

function violationsOf(path: string, text: string): string[] {
  return findViolations(readSource(path, text));
}

describe('the house', () => {
  it('keeps its own rules', () => {
    const paths = ['src', 'test', 'e2e', 'bench']
      .filter((folder) => existsSync(folder))
      .flatMap(sourceFiles);

    const violations = paths.flatMap((path) => violationsOf(path, readFileSync(path, 'utf8')));

    expect(paths.length).toBeGreaterThan(10);
    expect(violations).toEqual([]);
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
    ['something outside src', 'src/flow/a.ts', `import { a } from '../../test/a.js';`],
    ['React below layer 3', 'src/flow/a.ts', `import { useState } from 'react';`],
    [
      'React on the server',
      'src/server/a.ts',
      `import { renderToString } from 'react-dom/server';`,
    ],
    ['the validator in the widget', 'src/widget/A.tsx', `import '@cfworker/json-schema';`],
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
    ['its own folder', 'src/widget/review/A.tsx', `import { a } from '../B.js';`],
    ['React in the widget', 'src/widget/A.tsx', `import { useState } from 'react';`],
    ['the validator behind variables', 'src/variables/a.ts', `import '@cfworker/json-schema';`],
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
