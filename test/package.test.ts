import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { listTypedEntries } from './release/typedEntries.js';

function filesBelow(folder: string, extension: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    extension.test(name),
  );
}

function readBuilt(name: string): string {
  return readFileSync(`dist/${name}`, 'utf8');
}

function isClientModule(path: string): boolean {
  const [first] = parseSync(path, readFileSync(path, 'utf8')).program.body;
  return first !== undefined && 'directive' in first && first.directive === 'use client';
}

/** The built file of a source file; files of types alone have none. */
function builtNameOf(sourceName: string): string {
  return sourceName.replace(/\.tsx?$/, '.js');
}

/** Not where a module only passes on what others export, or was types alone. */
function hasCode(builtName: string): boolean {
  const { body } = parseSync(builtName, readBuilt(builtName)).program;
  return body.some(({ type }) => !/^(Import|ExportAll|ExportNamed)Declaration$/.test(type));
}

const builtModules = filesBelow('dist', /\.js$/);

describe('the built library', () => {
  it('keeps "use client" at the top of every module that has it', () => {
    const clientModules = filesBelow('src', /\.tsx?$/)
      .filter((name) => !name.startsWith('demo/') && isClientModule(`src/${name}`))
      .map(builtNameOf)
      .filter((name) => existsSync(`dist/${name}`));

    expect(clientModules.length).toBeGreaterThan(0);
    expect(clientModules.filter((name) => !isClientModule(`dist/${name}`))).toEqual([]);
  });

  it('loads the variables step lazily', () => {
    expect(builtModules.some((name) => /\bimport\(["']\.{1,2}\//.test(readBuilt(name)))).toBe(true);
  });

  it('imports only what a host installs with it', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
      peerDependencies: Record<string, string>;
    };
    const installed = [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
    ];

    const foreign = builtModules.flatMap((name) =>
      parseSync(name, readBuilt(name))
        .module.staticImports.map(({ moduleRequest }) => moduleRequest.value)
        .filter((specifier) => !/^(\.|node:)/.test(specifier))
        .filter((specifier) => !installed.some((p) => `${specifier}/`.startsWith(`${p}/`))),
    );

    expect(foreign).toEqual([]);
  });

  it.each(listTypedEntries())(
    'has the types of %s in one file, which names packages alone',
    (name) => {
      const types = readBuilt(`${name}.d.ts`);
      const { staticImports } = parseSync(`${name}.d.ts`, types).module;

      expect(types).toMatch(/^export \{/m);
      const specifiers = staticImports.map(({ moduleRequest }) => moduleRequest.value);
      expect(specifiers.filter((specifier) => specifier.startsWith('.'))).toEqual([]);
    },
  );

  it('shows its sources to who steps through it, except in the element, which is one file', () => {
    const mapped = builtModules.filter((name) => /^\/\/# sourceMappingURL=/m.test(readBuilt(name)));
    const unmapped = builtModules.filter((name) => !mapped.includes(name) && hasCode(name));
    const withoutSources = mapped.filter((name) => {
      const map = JSON.parse(readBuilt(`${name}.map`)) as { sourcesContent?: (string | null)[] };
      return map.sourcesContent?.every((text) => text !== null && text !== '') !== true;
    });

    expect(unmapped).toEqual(['element.js']);
    expect(withoutSources).toEqual([]);
  });

  it('names no machine, no test and no demo', () => {
    const files = filesBelow('dist', /\.(js|css|ts|map)$/);

    expect(files.filter((name) => readBuilt(name).includes(process.cwd()))).toEqual([]);
    expect(builtModules.filter((name) => /^(demo|test)\//.test(name))).toEqual([]);
  });

  it.each([
    'index',
    'headless',
    'server',
    'serverNode',
    'serverRedis',
    'serverPostgres',
    'emulator',
    'testing',
    'element',
  ])('loads in Node: %s', (name) => {
    const load = `import(${JSON.stringify(`./dist/${name}.js`)})`;

    expect(() => execFileSync(process.execPath, ['-e', load], { stdio: 'pipe' })).not.toThrow();
  });
});

describe('the command', () => {
  it.each([
    [['check-backend'], 'The URL is missing. Use: npx react-versori-onboarding check-backend'],
    [['emulator', '--port', 'x'], '--port is "x"; it must be a number'],
    [['check-backend', 'http://127.0.0.1:1/x'], 'Nothing answers at http://127.0.0.1:1/x'],
  ])('is built, and says in one line what is wrong: %j', (args, line) => {
    const cli = 'dist/cli/cli.js';
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });

    expect(readBuilt('cli/cli.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(status).toBe(2);
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the packed package', () => {
  it('holds the build and the documents, and nothing else', () => {
    const report = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [{ files }] = JSON.parse(report) as [{ files: { path: string }[] }];
    const outside = files.map(({ path }) => path).filter((path) => !path.startsWith('dist/'));

    const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
    expect(outside.toSorted()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'SECURITY.md',
        'package.json',
        ...pages.map((name) => `docs/${name}`),
      ].toSorted(),
    );
  });

  it('is built before it is packed: a release from a clean clone holds everything', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['prepack']).toMatch(/^npm run build:library /);
  });
});
