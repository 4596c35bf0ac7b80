import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { toNetworkError } from '../../../src/server/platform/networkError.js';

const system = (code: string, syscall: string): Error =>
  Object.assign(new Error(code), { code, syscall });
const failed = (cause?: unknown): Error => new TypeError('fetch failed', { cause });

it.each<[string, unknown, boolean]>([
  ['nothing more', failed(), false],
  ['no error', 'broken', false],
  ['a refused connection', failed(system('ECONNREFUSED', 'connect')), true],
  ['a host without a name', failed(system('ENOTFOUND', 'getaddrinfo')), true],
  ['no connection in time', failed({ code: 'UND_ERR_CONNECT_TIMEOUT' }), true],
  ['a reset', failed(system('ECONNRESET', 'read')), false],
  ['a broken pipe', failed(system('EPIPE', 'write')), false],
  ['the other side closing', failed({ code: 'UND_ERR_SOCKET' }), false],
  ['no headers in time', failed({ code: 'UND_ERR_HEADERS_TIMEOUT' }), false],
  [
    'every address refusing',
    failed(
      new AggregateError([system('ECONNREFUSED', 'connect'), system('ENETUNREACH', 'connect')]),
    ),
    true,
  ],
  [
    'one address answering',
    failed(new AggregateError([system('ECONNREFUSED', 'connect'), system('ECONNRESET', 'read')])),
    false,
  ],
  ['no address at all', failed(new AggregateError([])), false],
])('knows of %s whether the request was ever sent', (_, thrown, neverSent) => {
  expect(toNetworkError('ActivateUser', thrown).reason).toMatchObject({ neverSent });
});

it('proves it against Node’s own fetch', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  const error: unknown = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' }).catch(
    (thrown: unknown) => thrown,
  );
  expect(toNetworkError('ActivateUser', error).reason).toMatchObject({
    neverSent: true,
    systemCode: 'ECONNREFUSED',
  });
});
