import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { runCheckPlatform } from '../../src/check-platform/runCheckPlatform.js';
import { canaries, createEmulator } from '../../src/emulator.js';
import { serveEmulator } from '../support/serveEmulator.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it('check-platform prints what it found over HTTP, and writes one file to attach', async () => {
  let output = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text);
    return true;
  });
  const emulator = createEmulator();
  const url = await serveEmulator(emulator);
  const file = join(mkdtempSync(join(tmpdir(), 'check-platform-')), 'report.json');
  const { organisationId, apiKeys } = emulator.data;
  const environment = {
    VERSORI_ORGANISATION_ID: organisationId,
    VERSORI_API_KEY: apiKeys[0],
    VERSORI_BASE_URL: url,
    VERSORI_USER_ID: 'user-carla',
  };
  expect(await runCheckPlatform(['--report', file], environment)).toBe(0);
  expect(output).toContain('Every answer is as the handler relies on.');
  expect(output).toContain(`Written to ${file}`);
  const report = readFileSync(file, 'utf8');
  expect(JSON.parse(report)).toMatchObject({ platform: url, node: process.version });
  expect(canaries.findIn(output + report)).toEqual([]);

  emulator.faults.add({ operation: 'GetProject', fault: { kind: 'status', status: 500 } });
  expect(await runCheckPlatform([], environment)).toBe(1);
});
