/**
 * `npm run check`: everything that is not a test. A line for each step; the output of one only where
 * it failed. Every step runs, whatever failed before it, unless it needs what that one makes.
 */
import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** Steps that need what this one makes. */
  readonly then?: readonly Step[];
}

const steps: readonly Step[] = [
  {
    name: 'build',
    commands: [
      ['vite', 'build', '--mode', 'library', '--logLevel=warn'],
      ['tsc', '-p', 'tsconfig.types.json'],
      ['vite', 'build', '--logLevel=warn'],
    ],
    then: [
      { name: 'size', commands: [['tsx', 'test/size.ts']] },
      {
        name: 'package',
        commands: [
          ['publint', '--strict'],
          [
            ...['attw', '--pack', '.', '--profile', 'esm-only', '--format', 'ascii'],
            ...['--exclude-entrypoints', './styles.css'],
          ],
        ],
      },
    ],
  },
  { name: 'format', commands: [['prettier', '--check', '--log-level=warn', '.']] },
  { name: 'lint', commands: [['oxlint', '--type-aware']] },
  { name: 'types', commands: [['tsc', '-p', 'tsconfig.json']] },
  { name: 'unused code', commands: [['knip', '--no-progress']] },
  {
    name: 'layers',
    commands: [['vitest', 'run', '--project', 'unit', 'test/architecture.test.ts']],
  },
];

interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

function execute([command = '', ...args]: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, args);
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** The names of the steps that failed, this one's and those that wait for it. */
async function runStep({ name, commands, then = [] }: Step): Promise<string[]> {
  const started = performance.now();
  for (const command of commands) {
    const { ok, output } = await execute(command);
    if (!ok) {
      console.log(`✗ ${name}: ${command.join(' ')}\n${output.trimEnd()}\n`);
      for (const waiting of then) console.log(`✗ ${waiting.name}: not run, it needs "${name}"`);
      return [name, ...then.map((waiting) => waiting.name)];
    }
  }
  console.log(`✓ ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  const waiting = await Promise.all(then.map(runStep));
  return waiting.flat();
}

/** Two at a time: most steps use more than one core by themselves. */
async function runSteps(): Promise<string[]> {
  const queue = [...steps];
  const work = async (): Promise<string[]> => {
    const failed: string[] = [];
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      failed.push(...(await runStep(step)));
    }
    return failed;
  };
  return (await Promise.all([work(), work()])).flat();
}

const failed = await runSteps();
console.log(failed.length === 0 ? 'check passed' : `check failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
