import { Stryker } from '@stryker-mutator/core';

/** The layers whose rules a host and its users rely on without seeing them. */
const mutatedLayers = ['src/server/**/*.ts', 'src/flow/**/*.ts'];

/** The suites that mirror a file or a glob of the source: `src/flow/draft.ts` → `test/flow/draft.test.ts`. */
function toMirror(source: string): string {
  return source.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
}

/**
 * Changes each line of the named files in turn and prints the changes that no test of the suites that
 * mirror them notices. A name or glob under `test/` adds suites to these.
 */
async function run(names: readonly string[]): Promise<void> {
  const suites = names.filter((name) => name.startsWith('test/'));
  const named = names.filter((name) => !suites.includes(name));
  const mutate = named.length > 0 ? named : mutatedLayers;
  await new Stryker({
    mutate,
    testFiles: [...mutate.map(toMirror), ...suites],
    testRunner: 'vitest',
    // `related` would follow the imports of every suite, which all reach the handler.
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    // An absent file: Stryker reads a configuration through an API that TypeScript 7 does not have.
    tsconfigFile: 'tsconfig.none.json',
    ignorePatterns: ['bench', 'coverage', 'dist', 'dist-demo', 'e2e', 'public'],
    // The constants of a module exist before a mutant is chosen: each would cost a run of all suites.
    ignoreStatic: true,
    concurrency: 1,
    dryRunTimeoutMinutes: 30,
    timeoutMS: 30_000,
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { reportTests: false, allowColor: false },
    jsonReporter: { fileName: 'coverage/mutation.json' },
  }).runMutationTest();
}

await run(process.argv.slice(2));
