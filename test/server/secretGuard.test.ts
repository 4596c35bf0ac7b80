import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.js';
import { countCalls } from '../support/countCalls.js';
import { createSchemaWalk } from '../../src/variables/secretPlaces.js';
import { createQuoteTest, createSecretGuard } from '../../src/server/secretGuard.js';

const secretText = { type: 'string', writeOnly: true };
const schema: JsonObject = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    token: secretText,
    pin: secretText,
    code: { type: 'integer', writeOnly: true },
    login: { type: 'object', properties: { password: { type: 'string', format: 'password' } } },
    keys: { type: 'array', items: secretText },
  },
};
const secret = 'hunter2 & "Füße"+/<x>';
const guard = createSecretGuard(createSchemaWalk(schema), [
  { name: 'Warehouse', token: secret },
  {
    pin: '42',
    code: 48151623,
    login: { password: 'correct-horse-battery' },
    keys: ['first-key', 'second-key'],
  },
]);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a text that quotes a secret', () => {
  it.each([
    ['as it is', `"${secret}" is too short`],
    ['in capitals', secret.toUpperCase()],
    ['in JSON', JSON.stringify({ token: secret })],
    ['in escaped JSON', JSON.stringify(JSON.stringify({ token: secret }))],
    [
      'in Unicode escapes',
      secret.replace(/./gs, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['in a URL', `https://x.example/?t=${encodeURIComponent(secret)}&y=1`],
    ['in a form', String(new URLSearchParams({ token: secret }))],
    [
      'in HTML',
      `<b>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('ü', '&#252;').replaceAll('ß', '&#xdf;')}</b>`,
    ],
    ['in Base64', base64(secret)],
    ['in Base64, one byte on', base64(`:${secret}!`)],
    ['in Base64, two bytes on', base64(`u:${secret}!!`)],
    ['in Base64 for URLs', Buffer.from(`user:${secret}`).toString('base64url')],
    ['in hexadecimal', Buffer.from(secret).toString('hex').toUpperCase()],
    ['with line breaks in it', [...base64(secret)].join('\n')],
    ['of a stored object', 'correct-horse-battery was used before'],
    ['cut off', 'correct-hor… is no password'],
    ['without its beginning', '…rse-battery is no password'],
    ['of a list', 'second-key is unknown'],
    ['that is short, as a word', 'must not be 42.'],
    ['with separators, as a number', '48,151,623 is too large'],
    ['beyond what is shown', `${'x'.repeat(480)}correct-horse-battery`],
  ])('is recognised %s', (_, text) => {
    expect(guard.quotes(text)).toBe(true);
  });

  it.each(['', 'must not be empty', '420 is too large', 'Warehouse is unknown', '100 % wrong \\'])(
    'is not seen in %j',
    (text) => {
      expect(guard.quotes(text)).toBe(false);
    },
  );

  it('is assumed where there are too many secrets to look for', () => {
    const keys = Array.from({ length: 201 }, (_, index) => `key-number-${index}`);
    expect(createSecretGuard(createSchemaWalk(schema), [{ keys }]).quotes('hello')).toBe(true);
    expect(
      createSecretGuard(createSchemaWalk(schema), [{ keys: keys.slice(1) }]).quotes('hello'),
    ).toBe(false);
  });
});

describe('of a long secret', () => {
  const long = Array.from({ length: 400 }, (_, index) => `${index} é`).join('');
  const bytes = Buffer.from(long);
  const start = long.slice(0, 64);

  it.each([
    ['its beginning', start],
    ['its end', long.slice(-64)],
    ['its beginning without white space', long.replace(/\s/g, '').slice(0, 64)],
    ['its end without white space', long.replace(/\s/g, '').slice(-64)],
    ['its beginning in Base64', bytes.toString('base64').slice(0, 64)],
    ['its end in Base64', bytes.toString('base64url').slice(-66)],
    ['its beginning in hexadecimal', bytes.toString('hex').slice(0, 64)],
    ['its end in hexadecimal', bytes.toString('hex').slice(-64)],
  ])('%s is recognised', (_, text) => {
    expect(createQuoteTest(new Set([long]))(`"${text}…`)).toBe(true);
  });

  it('no more than both ends is encoded', () => {
    const count = (length: number): number =>
      countCalls(() => createQuoteTest(new Set(['x'.repeat(length)]))('y'));
    expect(count(200_000)).toBeLessThan(2 * count(1_000));
  });
});

describe('many texts', () => {
  const some = (secrets: number, texts: number): boolean =>
    Array.from({ length: texts }, () => 'hello').some(
      createQuoteTest(new Set(Array.from({ length: secrets }, (_, n) => `key-number-${n}`))),
    );

  it('are compared with some secrets, and with none', () => {
    expect([some(0, 1_000), some(5, 25), some(200, 4)]).toEqual([false, false, false]);
  });

  it('count as quoting one past a number of comparisons', () => {
    expect([some(5, 30), some(200, 5)]).toEqual([true, true]);
  });
});

describe('a secret place', () => {
  it.each([
    [['token'], true],
    [['login', 'password'], true],
    [['keys', '3'], true],
    [['login'], false],
    [['name'], false],
  ])('%j: %j, whether or not something is there', (path, isSecret) => {
    expect(guard.isSecret(path)).toBe(isSecret);
  });
});
