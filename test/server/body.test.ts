import { expect, it } from 'vitest';
import { createTestHost } from '../support/host.js';
import { activateSlack, slackActivationsPath } from './example.js';

const many = `[${'{},'.repeat(20_000)}0]`;

it.each([
  ['a bare list', many],
  ['the items of an object', `{"items":${many}}`],
])('refuses more values than anybody types, also as %s', async (_, body) => {
  const response = await createTestHost().send(slackActivationsPath, { ...activateSlack(), body });
  expect(response.status).toBe(413);
});
