/**
 * `npm run check`: everything that is not a test. A line for each step; the output of one only where
 * it failed. Every step runs, whatever failed before it, unless it needs what that one makes.
 */
import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  /** A script of package.json. */
  readonly script: string;
  /** Steps that need what this one makes. */
  readonly followers?: readonly Step[];
}

const steps: readonly Step[] = [
  {
    name: 'build',
    script: 'build',
    followers: [
      { name: 'size', script: 'size' },
      { name: 'package', script: 'check:package' },
    ],
  },
  { name: 'format', script: 'check:format' },
  { name: 'lint', script: 'check:lint' },
  { name: 'types', script: 'check:types' },
  { name: 'unused code', script: 'check:unused' },
  { name: 'layers', script: 'check:layers' },
];

/** Prints and keeps what these report even where they pass. */
const spokenSteps = new Set(['size']);

interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

function runScript(script: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script]);
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trimEnd() }));
  });
}

/** The names of the steps that failed: this one, and those that it lets run or not. */
async function runStep({ name, script, followers = [] }: Step): Promise<string[]> {
  const started = performance.now();
  const { ok, output } = await runScript(script);
  if (!ok) {
    console.log(`✗ ${name} (npm run ${script})\n${output}\n`);
    for (const follower of followers) console.log(`✗ ${follower.name}: not run without "${name}"`);
    return [name, ...followers.map((follower) => follower.name)];
  }
  console.log(`✓ ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (spokenSteps.has(name)) console.log(output.replaceAll(/^/gm, '  '));
  return (await Promise.all(followers.map(runStep))).flat();
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
