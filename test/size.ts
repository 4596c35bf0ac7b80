/**
 * `npm run size`: what a host's page or server loads of the built library, minified and gzipped, with
 * two bundlers: each shakes and splits in its own way.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundlers, type Chunk, loadedWith } from './size/bundle.js';

interface Measured {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

interface Budgets {
  readonly page: number;
  readonly variables: number;
  readonly adapter: number;
  readonly server: number;
}

/**
 * Bytes, gzipped. Files are gzipped one by one, and esbuild makes more of them. On the page, 0.2 kB
 * take back the choice of an account that was refused; 0.2 kB keep dialogs open, and a second click and
 * the next user from what the first one opened. On the server, 1.1 kB parse long answers in pieces: in
 * one, they held up the process for two seconds; 0.7 kB bound the work on what the platform repeats and
 * quotes.
 */
const budgets: Readonly<Record<keyof typeof bundlers, Budgets>> = {
  rolldown: { page: 36_300, variables: 42_400, adapter: 8_000, server: 38_900 },
  esbuild: { page: 44_600, variables: 46_100, adapter: 8_000, server: 43_700 },
};

const hostPackages = ['react', 'react-dom', '@tanstack/react-query'];

function gzipped(text: string | Buffer): number {
  return gzipSync(text, { level: 9 }).length;
}

function gzippedTogether(chunks: Iterable<Chunk>): number {
  return [...chunks].reduce((total, { code }) => total + gzipped(code), 0);
}

/** A host that uses these exports of one entry. */
function toHost(entry: string, ...names: readonly string[]): string {
  const list = names.join(', ');
  return `import { ${list} } from './dist/${entry}.js'; globalThis.used = [${list}];`;
}

const isEntry = (chunk: Chunk): boolean => chunk.isEntry;

/** The module that the variables step waits for. */
const variablesStep = 'dist/widget/variables-step/VariablesStepForm.js';
const isVariablesStep = ({ modules }: Chunk): boolean => modules.includes(variablesStep);

async function measureWith(name: keyof typeof bundlers): Promise<Measured[]> {
  const bundle = bundlers[name];
  const page = await bundle(toHost('index', 'OnboardingWidget', 'createHttpBackend'), hostPackages);
  const first = loadedWith(page, isEntry);
  const variables = [...loadedWith(page, isVariablesStep)].filter((chunk) => !first.has(chunk));
  const adapter = await bundle(toHost('index', 'createHttpBackend'), hostPackages);
  const server = await bundle(toHost('server', 'createOnboardingHandler'), ['jose', 'node']);
  const budget = budgets[name];
  const measure = (what: string, chunks: Iterable<Chunk>, most: number): Measured => ({
    what: `${what} (${name})`,
    bytes: gzippedTogether(chunks),
    budget: most,
  });
  return [
    measure('widget and adapter at once', first, budget.page),
    measure('variables step, on top', variables, budget.variables),
    measure('adapter alone', loadedWith(adapter, isEntry), budget.adapter),
    measure('server, without jose', loadedWith(server, isEntry), budget.server),
  ];
}

const measured = [
  ...(await measureWith('rolldown')),
  ...(await measureWith('esbuild')),
  // Everything inside, React and the settings form too.
  { what: 'element.js', bytes: gzipped(readFileSync('dist/element.js')), budget: 197_000 },
  { what: 'styles.css', bytes: gzipped(readFileSync('dist/styles.css')), budget: 8_000 },
];
let isWithin = true;
for (const { what, bytes, budget } of measured) {
  // Nothing at all is as wrong: then the variables step is in the entry, say.
  const ok = bytes > 0 && bytes <= budget;
  isWithin &&= ok;
  console.log(`${ok ? '✓' : '✗'} ${what}: ${(bytes / 1000).toFixed(1)} of ${budget / 1000} kB`);
}
process.exitCode = isWithin ? 0 : 1;
