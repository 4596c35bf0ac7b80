/**
 * `npm run size`: what a host's page or server loads of the built library, minified and gzipped.
 * Bundled with splitting: tools that bundle into one file count the lazy parts with the entry.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown, type OutputChunk } from 'rolldown';

interface Measured {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

const hostPackages: readonly RegExp[] = [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\//];

/** The chunks that a bundler of the host makes of one import. */
async function bundle(code: string, external: readonly RegExp[]): Promise<OutputChunk[]> {
  const entry = resolve('entry.js');
  const build = await rolldown({
    input: entry,
    external: [...external],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog(level, log, print) {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? { code, moduleSideEffects: true } : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'es', minify: true, comments: false });
  return output.filter((file) => file.type === 'chunk');
}

/** What loads together with these chunks: they and everything that they import statically. */
function loadedWith(all: readonly OutputChunk[], names: readonly string[]): Set<OutputChunk> {
  const loaded = new Set<OutputChunk>();
  const visit = (name: string): void => {
    const chunk = all.find(({ fileName }) => fileName === name);
    if (chunk === undefined || loaded.has(chunk)) return;
    loaded.add(chunk);
    chunk.imports.forEach(visit);
  };
  names.forEach(visit);
  return loaded;
}

function loadedAtOnce(all: readonly OutputChunk[]): Set<OutputChunk> {
  const entries = all.filter(({ isEntry }) => isEntry);
  return loadedWith(
    all,
    entries.map(({ fileName }) => fileName),
  );
}

function gzipped(text: string | Buffer): number {
  return gzipSync(text, { level: 9 }).length;
}

function gzippedTogether(chunks: Iterable<OutputChunk>): number {
  return [...chunks].reduce((total, { code }) => total + gzipped(code), 0);
}

/** The module that the step imports when it is needed. */
const variablesStep = '/dist/widget/variables-step/VariablesStepForm.js';

async function measureWidget(): Promise<Measured[]> {
  const all = await bundle(
    `import { OnboardingWidget } from './dist/index.js'; globalThis.used = OnboardingWidget;`,
    hostPackages,
  );
  const first = loadedAtOnce(all);
  const step = all.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(variablesStep));
  const names = step.map(({ fileName }) => fileName);
  const variables = [...loadedWith(all, names)].filter((chunk) => !first.has(chunk));
  return [
    { what: 'widget before the variables step', bytes: gzippedTogether(first), budget: 25_000 },
    { what: 'variables step, on top', bytes: gzippedTogether(variables), budget: 25_800 },
  ];
}

async function measureServer(): Promise<Measured> {
  const all = await bundle(
    `import * as server from './dist/server.js'; globalThis.used = server;`,
    [/^jose($|\/)/, /^node:/],
  );
  const bytes = gzippedTogether(loadedAtOnce(all));
  return { what: 'server, without jose', bytes, budget: 18_000 };
}

const measured = [
  ...(await measureWidget()),
  { what: 'styles.css', bytes: gzipped(readFileSync('dist/styles.css')), budget: 6_000 },
  await measureServer(),
];
let isWithin = true;
for (const { what, bytes, budget } of measured) {
  // Nothing at all is as wrong: then the variables step is in the entry, say.
  const ok = bytes > 0 && bytes <= budget;
  isWithin &&= ok;
  console.log(`${ok ? '✓' : '✗'} ${what}: ${(bytes / 1000).toFixed(1)} of ${budget / 1000} kB`);
}
process.exitCode = isWithin ? 0 : 1;
