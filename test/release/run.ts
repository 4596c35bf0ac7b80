/**
 * `npm run release:dry`: packs the library as a release does, checks what is in the tarball, and goes
 * through every example with it by the words of its README. `-- next vue` tries these alone;
 * `--out <folder>` keeps the tarball where nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../e2e/chromium.js';
import { checkTarball, type PackedFile } from './checkTarball.js';
import { listExamples } from './listExamples.js';
import { measureBundlers } from './measureBundlers.js';
import { packLibrary } from './packLibrary.js';
import { type Trial, tryExample } from './tryExample.js';

function listFiles(files: readonly PackedFile[]): void {
  const sizes = new Map<string, { count: number; bytes: number }>();
  for (const { path, text } of files) {
    const folder = path.includes('/') ? path.split('/').slice(0, -1).join('/') : path;
    const { count, bytes } = sizes.get(folder) ?? { count: 0, bytes: 0 };
    sizes.set(folder, { count: count + 1, bytes: bytes + text.length });
  }
  for (const [folder, { count, bytes }] of [...sizes].toSorted()) {
    const number = `${count} ${count === 1 ? 'file' : 'files'}`;
    console.log(`  ${folder.padEnd(40)} ${number.padStart(10)} ${(bytes / 1000).toFixed(1)} kB`);
  }
}

function checkWithTools(tarball: string): string[] {
  const attw = ['--profile', 'esm-only', '--format', 'ascii', '--exclude-entrypoints'];
  const untyped = [
    './styles.css',
    './styles.layered.css',
    './styles.unstyled.css',
    './host-api.openapi.yaml',
  ];
  const commands = [
    ['publint', '--strict', tarball],
    ['attw', tarball, ...attw, ...untyped],
  ];
  return commands.flatMap(([name = '', ...args]) => {
    const { status, stdout, stderr } = spawnSync('npx', [name, ...args], { encoding: 'utf8' });
    console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
    return status === 0 ? [] : [`${name} found problems:\n${stdout}${stderr}`];
  });
}

function print({ example, commands, seconds, failure }: Trial): void {
  const duration = `${seconds.toFixed(0)} s`.padStart(7);
  const verdict = failure === undefined ? 'active' : 'FAILED';
  console.log(
    `| ${example.padEnd(12)} | ${commands.join(', ').padEnd(26)} | ${duration} | ${verdict} |`,
  );
}

async function tryExamples(names: readonly string[], tarball: string): Promise<string[]> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments],
  });
  const failures: string[] = [];
  console.log(`\n| example      | ${'commands'.padEnd(26)} |    time | result |`);
  console.log(`| ------------ | ${'-'.repeat(26)} | ------: | ------ |`);
  for (const name of names) {
    const trials = await tryExample(name, tarball, browser);
    trials.forEach(print);
    failures.push(
      ...trials.flatMap(({ failure }) => (failure === undefined ? [] : [`${name}: ${failure}`])),
    );
  }
  await browser.close();
  return failures;
}

/** `import { createHttpBackend }` alone: lazy parts of the widget must not come with it. */
const adapterBudget = 8_000;

async function tryBundlers(tarball: string): Promise<string[]> {
  const sizes = await measureBundlers(join(folder, 'bundler-host'), tarball);
  const toKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  console.log(`\n| bundler  | widget and adapter | adapter alone |`);
  console.log(`| -------- | -----------------: | ------------: |`);
  for (const { bundler, widgetBytes, adapterBytes } of sizes) {
    const [widget, adapter] = [toKilobytes(widgetBytes), toKilobytes(adapterBytes)];
    console.log(`| ${bundler.padEnd(8)} | ${widget.padStart(18)} | ${adapter.padStart(13)} |`);
  }
  return sizes
    .filter(({ adapterBytes }) => adapterBytes > adapterBudget)
    .map(({ bundler }) => `${bundler}: the adapter alone is larger than ${adapterBudget} bytes.`);
}

const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'release-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const { tarball, files } = packLibrary(folder);
console.log(`${basename(tarball)}, ${files.length} files`);
listFiles(files);
const failures = [
  ...checkTarball(files),
  ...checkWithTools(tarball),
  ...(await tryBundlers(tarball)),
  ...(await tryExamples(chosen.length > 0 ? chosen : listExamples(), tarball)),
];

if (failures.length === 0 && values.out !== undefined) {
  mkdirSync(values.out, { recursive: true });
  cpSync(tarball, join(values.out, basename(tarball)));
}
console.log(failures.length === 0 ? '\nReady to release.' : `\n${failures.join('\n\n')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
