import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runCommand } from '../../src/cli/runCommand.js';
import { environment, exampleConfig } from './startSidecar.js';

let printed = '';

beforeEach(() => {
  printed = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function write(config: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'sidecar-')), 'onboarding.json');
  writeFileSync(file, JSON.stringify(config));
  return file;
}

it('serve --check tells whether a configuration can be used', async () => {
  expect(await runCommand(['serve', '--config', write(exampleConfig), '--check'])).toBe(0);
  expect(printed).toMatch(/onboarding\.json can be used\.\n$/);
});

it.each([
  [{ ...exampleConfig, basePath: 'api' }, 'onboarding.json: basePath must be a path'],
  [{ ...exampleConfig, publicOrigin: 'app' }, 'onboarding.json: publicOrigin must be an origin'],
])('serve names the file and the member that cannot be used', async (config, reason) => {
  expect(await runCommand(['serve', '--config', write(config), '--check'])).toBe(2);
  expect(printed).toContain(reason);
});

it.each([
  [[], '--config is missing. Use: npx react-versori-onboarding serve --config'],
  [['--config', '/nowhere.json'], '/nowhere.json: it cannot be read.'],
  [['--prot', '1'], "Unknown option '--prot'"],
])('serve says in one line what is wrong with its flags: %j', async (args, reason) => {
  expect(await runCommand(['serve', ...args])).toBe(2);
  expect(printed).toContain(reason);
});

it('serve stops when it is told to, and resolves', async () => {
  const running = runCommand(['serve', '--config', write(exampleConfig)]);
  await expect
    .poll(() => printed)
    .toMatch(/Host API: http:\/\/127\.0\.0\.1:\d+\/api\/onboarding\n/);
  process.emit('SIGTERM');
  expect(await running).toBe(0);
});
