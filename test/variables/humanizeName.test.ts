import { expect, it } from 'vitest';
import { humanizeName } from '../../src/variables/humanizeName.js';

it.each([
  ['endpoint_skip_tls_verify', 'Endpoint skip TLS verify'],
  ['apiKey', 'API key'],
  ['clientSecret', 'Client secret'],
  ['user-id', 'User ID'],
  ['allowed_ids', 'Allowed IDs'],
  ['OAuthScope', 'OAuth scope'],
  ['start_date', 'Start date'],
  ['region', 'Region'],
  ['HTTPPort', 'HTTP port'],
  ['Warehouse code', 'Warehouse code'],
  ['склад', 'склад'],
  ['__proto__', 'Proto'],
  ['_', '_'],
  ['', ''],
  ['a/b', 'a/b'],
  ['2fa', '2fa'],
])('the name %j is read as %j', (name, words) => {
  expect(humanizeName(name)).toBe(words);
});
