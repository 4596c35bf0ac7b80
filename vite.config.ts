import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { loadEnv, type Plugin, type UserConfig } from 'vite';
import {
  defineConfig,
  type TestProjectInlineConfiguration,
  type ViteUserConfigFnObject,
} from 'vitest/config';
import { toUnstyled } from './test/release/toUnstyled.js';
import { SlowestFirst } from './test/runner/slowestFirst.js';

/** What the library leaves to its host or to npm: never part of the built files. */
const externalPackages: RegExp[] = [
  'node:.*',
  'react',
  'react-dom',
  '@tanstack/react-query',
  'valibot',
  '@cfworker/json-schema',
  'jose',
  'redis',
  '@remix-run/node-fetch-server',
].map((name) => new RegExp(`^${name}($|/)`));

/** Each locale is one file that is named after its language. */
function localeEntries(): Record<string, string> {
  const files = readdirSync(inRepository('src/messages')).filter((file) =>
    /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file),
  );
  return Object.fromEntries(
    files.map((file) => [`messages/${file.slice(0, -3)}`, `src/messages/${file}`]),
  );
}

const libraryEntries: Record<string, string> = {
  index: 'src/index.ts',
  headless: 'src/headless.ts',
  server: 'src/server.ts',
  serverNode: 'src/serverNode.ts',
  serverRedis: 'src/serverRedis.ts',
  serverPostgres: 'src/serverPostgres.ts',
  emulator: 'src/emulator.ts',
  testing: 'src/testing.ts',
  'cli/cli': 'src/cli/cli.ts',
  ...localeEntries(),
  styles: 'src/styles/onboarding.css',
};

function inRepository(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

interface DemoBackend {
  /** `null`: the request is not the backend's. */
  readonly fetch: (request: Request) => Promise<Response | null>;
  /** One line on what the backend talks to. */
  readonly announcement: string;
}

interface DemoBackendModule {
  readonly createDemoBackend: (env: Record<string, string | undefined>) => DemoBackend;
}

/** Runs the host's backend inside the dev server, so that one command starts the whole demo. */
function demoBackend(): Plugin {
  return {
    name: 'demo-backend',
    apply: (_config, { command }) => command === 'serve' && process.env['VITEST'] === undefined,
    /** Built, the page has its backend in itself; here it is to ask the server. */
    transformIndexHtml: (html) => html.replace('content="page"', 'content="server"'),
    configureServer(server) {
      const env = { ...loadEnv(server.config.mode, server.config.root, ''), ...process.env };
      let loaded: { module: DemoBackendModule; backend: DemoBackend } | undefined;
      const getBackend = async (): Promise<DemoBackend> => {
        const module = (await server.ssrLoadModule('/src/demo/backend.ts')) as DemoBackendModule;
        // The same module until one of its sources changes; then a new backend takes its place.
        if (loaded?.module.createDemoBackend !== module.createDemoBackend) {
          loaded = { module, backend: module.createDemoBackend(env) };
        }
        return loaded.backend;
      };
      server.printUrls = () => {
        const url = server.resolvedUrls?.local[0] ?? '';
        void getBackend().then(
          (backend) => server.config.logger.info(`  Open ${url}: ${backend.announcement}`),
          (error: unknown) =>
            server.config.logger.error(`The demo's backend did not start: ${String(error)}`),
        );
      };
      const listener = createRequestListener(
        async (request) => {
          const backend = await getBackend();
          return (await backend.fetch(request)) ?? new Response('Not found', { status: 404 });
        },
        {
          onError(error) {
            server.config.logger.error(`The demo's backend failed: ${String(error)}`);
          },
        },
      );
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/demo-api/') === true) listener(request, response);
        else next();
      });
    },
  };
}

/**
 * Leaves of the stylesheet entry only the stylesheet: as it is, in a layer, and its layout alone. Beside
 * each stands a type: TypeScript 7 refuses an import of a file that has none.
 */
function stylesheetEntry(): Plugin {
  return {
    name: 'stylesheet-entry',
    generateBundle(_options, bundle) {
      for (const [fileName, output] of Object.entries(bundle)) {
        if (output.type === 'chunk' && output.facadeModuleId?.endsWith('.css') === true) {
          delete bundle[fileName];
        }
      }
      const styles = bundle['styles.css'];
      if (styles?.type !== 'asset') throw new Error('The build made no styles.css.');
      const css = styles.source.toString();
      const others = {
        'styles.layered.css': `@layer react-versori-onboarding{${css}}`,
        'styles.unstyled.css': toUnstyled(css),
      };
      for (const [fileName, source] of Object.entries(others)) {
        this.emitFile({ type: 'asset', fileName, source });
      }
      for (const fileName of ['styles.css', ...Object.keys(others)]) {
        this.emitFile({ type: 'asset', fileName: `${fileName}.d.ts`, source: 'export {};\n' });
      }
    },
  };
}

/** Beside the code: what hosts in other languages, and their tools, read of the host API. */
function hostApiDocument(): Plugin {
  return {
    name: 'host-api-document',
    generateBundle() {
      const source = readFileSync(inRepository('src/wire/openapi.yaml'));
      this.emitFile({ type: 'asset', fileName: 'host-api.openapi.yaml', source });
    },
  };
}

const libraryBuild: UserConfig = {
  plugins: [stylesheetEntry(), hostApiDocument()],
  publicDir: false,
  // Whatever NODE_ENV says: the development runtime writes the builder's own paths into the files.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    // Hosts read and step through it; their bundlers minify it.
    minify: false,
    // With the sources inside, which hosts do not have.
    sourcemap: true,
    // Minified and not lowered: a lowered light-dark() no longer sees the color-scheme of the host.
    cssTarget: 'esnext',
    cssMinify: true,
    cssCodeSplit: true,
    lib: { entry: libraryEntries, formats: ['es'] },
    rolldownOptions: {
      external: externalPackages,
      checks: { bundlerTimings: false },
      // A module at a time, 'use client' survives; the tests of the package see to it.
      onLog(level, log, print) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
      },
      output: { preserveModules: true, preserveModulesRoot: 'src' },
    },
  },
};

/** One file with everything inside, React too: for pages that have no bundler. */
const elementBuild: UserConfig = {
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    reportCompressedSize: false,
    minify: true,
    cssTarget: 'esnext',
    lib: { entry: { element: 'src/element.ts' }, formats: ['es'] },
    rolldownOptions: {
      checks: { bundlerTimings: false },
      onLog(level, log, print) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
      },
      // Vite leaves the white space of libraries alone.
      output: { codeSplitting: false, minify: true },
    },
  },
};

/** Beside each script and stylesheet its compressed twin, which `src/demo/serve.ts` sends instead. */
function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (!/\.(js|css)$/.test(name)) continue;
        const content = output.type === 'chunk' ? output.code : output.source;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${dir}/${name}.br`, brotliCompressSync(content, { params }));
      }
    },
  };
}

const demoBuild: UserConfig = {
  plugins: [react(), demoBackend(), compressedFiles()],
  resolve: { tsconfigPaths: true },
  // Any folder of any server of static files will do.
  base: './',
  build: {
    outDir: 'dist-demo',
    emptyOutDir: true,
    reportCompressedSize: false,
    cssTarget: 'esnext',
    rolldownOptions: {
      input: ['index.html', 'sign-in.html'].map(inRepository),
      // The emulator needs all of jose at once; the handler alone would load it later.
      checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
    },
    // The built page runs under a policy without 'unsafe-inline' and without data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};

const componentTests: TestProjectInlineConfiguration['test'] = {
  environment: 'jsdom',
  setupFiles: ['test/setupComponents.ts'],
  isolate: false,
};

/** React 18 in place of 19, for the tests and for every dependency that brings React along. */
const react18: TestProjectInlineConfiguration = {
  extends: true,
  resolve: {
    // Testing Library's CommonJS build would require React past the alias.
    mainFields: ['module', 'main'],
    alias: ['react', 'react-dom'].map((name) => ({
      find: new RegExp(`^${name}(?=$|/)`),
      replacement: inRepository(`test/react-18/node_modules/${name}`),
    })),
  },
  test: {
    ...componentTests,
    name: 'components-react-18',
    include: ['test/{widget,headless}/**/*.test.tsx', 'test/reactVersion.test.tsx'],
    env: { EXPECTED_REACT: '18.2.0' },
    server: { deps: { inline: [/@tanstack\/react-query/, /@testing-library\/react/] } },
  },
};

/** Those that need the library built. */
const packageTests = [
  'test/package.test.ts',
  'test/exports.test.ts',
  'test/docs/codeBlocks.test.ts',
  'test/docs/readme.test.ts',
  'test/frameworks/next.test.ts',
];

/**
 * Files of one worker share the modules, and the page where there is one (`isolate: false`): to make
 * both anew for each file took a third of the whole time. What a test leaves behind, it has to clear
 * away.
 */
const testProjects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'unit',
      environment: 'node',
      isolate: false,
      include: ['test/**/*.test.ts'],
      exclude: packageTests,
    },
  },
  {
    extends: true,
    test: {
      ...componentTests,
      name: 'components',
      include: ['test/**/*.test.tsx'],
      env: { EXPECTED_REACT: '19.3.1', STRICT_MODE: 'on' },
    },
  },
  react18,
  {
    extends: true,
    test: {
      name: 'package',
      environment: 'node',
      include: packageTests,
      globalSetup: ['test/setupPackage.ts'],
    },
  },
  {
    extends: true,
    test: {
      name: 'types',
      include: [],
      typecheck: {
        enabled: true,
        only: true,
        include: ['test/**/*.test-d.ts'],
        // Those are the business of `npm run check`.
        ignoreSourceErrors: true,
      },
    },
  },
];

const builds: Readonly<Record<string, UserConfig>> = {
  library: libraryBuild,
  element: elementBuild,
};

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  ...(builds[mode] ?? demoBuild),
  test: {
    // Only a test that fails takes this long; a busy machine shall not make one fail.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    sequence: { sequencer: SlowestFirst },
    projects: testProjects,
  },
}));

export default config;
