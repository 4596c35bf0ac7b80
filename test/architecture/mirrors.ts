/**
 * Suites of a rule that many files keep together, by their folder under `test/`. Every other suite
 * stands where its file does: `src/flow/draft.ts` is tested by `test/flow/draft.test.ts`.
 */
const spanningSuites: Readonly<Record<string, readonly string[]>> = {
  '': ['architecture', 'exports', 'package', 'publicTypes', 'reactVersion'],
  conformance: ['conformance'],
  docs: [
    'accessibility',
    'benchmarks',
    'codeBlocks',
    'constructTable',
    'design',
    'hostApi',
    'otherBlocks',
    'readme',
    'runningBlocks',
    'sidecar',
    'troubleshooting',
  ],
  examples: ['python'],
  frameworks: ['frameworks', 'next'],
  emulator: ['contract', 'dataSets'],
  headless: ['connectionWrites', 'firstMistakes', 'wholeFlow'],
  server: [
    'attacks',
    'connectingAttacks',
    'fuzz',
    'hostileData',
    'integrationAccess',
    'isSecret',
    'platformCalls',
    'requests',
    'workers',
  ],
  'server/operations': ['signInClients'],
  'server/redis': ['deadProcess', 'twoProcesses'],
  variables: [
    'anything',
    'brokenPlaces',
    'cases',
    'choices',
    'differential',
    'foreignChoice',
    'foreignType',
    'hostile',
    'keepSecrets',
    'kept',
    'missingNames',
    'properties',
    'secretsBothSides',
    'uncheckedPatterns',
  ],
  widget: ['activating', 'hydration', 'serverRendering'],
  'widget/variables': [
    'accessibility',
    'anyValue',
    'nothing',
    'renders',
    'schemaWords',
    'stored',
    'storedSecrets',
  ],
  wire: ['hostApiDocument', 'openapi'],
};

/**
 * Finds the suites that mirror no file, nor test a file of `test/` beside them, and are not listed as
 * spanning; and names of the list that no suite has. Paths are those of the repository.
 */
export function findMisplacedSuites(paths: readonly string[]): string[] {
  const modules = new Set(paths.filter((path) => !isSuite(path)).map(withoutExtension));
  const listed = new Set(listSpanningSuites());
  const suites = paths.filter(isSuite).map(withoutExtension);
  const misplaced = suites.filter((suite) => {
    const mirrored = [suite.replace(/^test\//, 'src/'), suite];
    return !listed.has(suite) && !mirrored.some((module) => modules.has(module));
  });
  const absent = [...listed].filter((suite) => !suites.includes(suite));
  return [
    ...misplaced.map(
      (suite) =>
        `${suite} mirrors no file of src: move it, or list it in test/architecture/mirrors.ts`,
    ),
    ...absent.map((suite) => `${suite} is listed as spanning, and is not there`),
  ];
}

function listSpanningSuites(): string[] {
  return Object.entries(spanningSuites).flatMap(([folder, names]) =>
    names.map((name) => ['test', folder, name].filter((part) => part !== '').join('/')),
  );
}

function isSuite(path: string): boolean {
  return /^test\/.*\.test(-d)?\.tsx?$/.test(path);
}

function withoutExtension(path: string): string {
  return path.replace(/(\.test(-d)?)?\.tsx?$/, '');
}
