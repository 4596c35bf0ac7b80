import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/check-platform/readOptions.js';
import { createSigningKey, exampleIds } from '../../src/emulator.js';

const organisationId = exampleIds.organisation;
const environment = { VERSORI_ORGANISATION_ID: organisationId, VERSORI_API_KEY: 'key-1' };
const folder = mkdtempSync(join(tmpdir(), 'check-platform-'));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('the options of check-platform', () => {
  it('come from the environment, with the real platform as the default', () => {
    const { platform, userId, reportFile } = readOptions([], environment);
    expect(platform).toMatchObject({
      organisationId,
      auth: { type: 'apiKey', apiKey: 'key-1' },
      baseUrl: 'https://platform.versori.com/api/v2',
    });
    expect([userId, reportFile]).toEqual([null, null]);
  });

  it('come from a file where the environment says nothing, or an empty text', () => {
    const text = `VERSORI_ORGANISATION_ID=${organisationId}\nVERSORI_API_KEY="of-file"\nVERSORI_USER_ID=\n`;
    const args = ['--env-file', write('.env', text)];
    expect(readOptions(args, { VERSORI_API_KEY: '' }).platform.auth).toMatchObject({
      apiKey: 'of-file',
    });
    expect(readOptions(args, { VERSORI_API_KEY: 'of-shell' }).platform.auth).toMatchObject({
      apiKey: 'of-shell',
    });
    expect(readOptions(args, {}).userId).toBeNull();
  });

  it('take a signing key from a file, for the user who is named', async () => {
    const { id, privateKey } = await createSigningKey();
    const signing = {
      VERSORI_ORGANISATION_ID: organisationId,
      VERSORI_SIGNING_KEY_ID: id,
      VERSORI_SIGNING_KEY_FILE: write('key.pem', privateKey),
    };
    const { platform, userId } = readOptions(['--user', 'user-1'], signing);
    expect(platform.auth).toEqual({ type: 'signingKey', keyId: id, privateKey });
    expect(userId).toBe('user-1');
    expect(() => readOptions([], signing)).toThrow('With a signing key each call is made as');
  });

  it.each([
    [[], { VERSORI_API_KEY: 'k' }, 'VERSORI_ORGANISATION_ID is missing'],
    [[], { VERSORI_ORGANISATION_ID: organisationId }, 'VERSORI_API_KEY is missing'],
    [
      [],
      { ...environment, VERSORI_ORGANISATION_ID: 'x' },
      'VERSORI_ORGANISATION_ID must be a ULID',
    ],
    [
      [],
      { ...environment, VERSORI_API_KEY: 'canary key' },
      'VERSORI_API_KEY must be a text without',
    ],
    [[], { ...environment, VERSORI_BASE_URL: 'x' }, 'VERSORI_BASE_URL must be a URL'],
    [['--usr', 'x'], environment, "Unknown option '--usr'"],
    [['--env-file', '/nowhere/.env'], environment, 'The file of --env-file cannot be read'],
    [
      [],
      { ...environment, VERSORI_SIGNING_KEY_ID: 'x', VERSORI_SIGNING_KEY_FILE: '/nowhere' },
      'The file of VERSORI_SIGNING_KEY_FILE cannot be read',
    ],
  ])('that cannot be used are named, and no secret is: %j %j', (args, variables, reason) => {
    expect(() => readOptions(args, variables)).toThrow(reason);
    expect(() => readOptions(args, variables)).not.toThrow('canary');
  });
});

it('docs/check-platform.md names the flags and variables that there are', () => {
  const page = readFileSync('docs/check-platform.md', 'utf8');
  const source = readFileSync('src/check-platform/readOptions.ts', 'utf8');
  const list = (text: string, pattern: RegExp): string[] =>
    [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted();
  expect(list(page, /(?<=[`\s])--([a-z][a-z-]+)/g)).toEqual(list(source, /--([a-z][a-z-]+)/g));
  expect(list(page, /(VERSORI_\w+)/g)).toEqual(list(source, /(?<!`)(VERSORI_[A-Z_]+)/g));
});
