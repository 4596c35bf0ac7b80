import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestHost, type TestHostOptions } from '../../support/host.js';
import { activateSlack, environmentPath, readProblem, slackActivationsPath } from '../example.js';

const mebibyte = 1024 * 1024;

/** A body without an end, and how much of it was read. */
function createEndless(): {
  body: ReadableStream;
  readonly read: { bytes: number; left: boolean };
} {
  const read = { bytes: 0, left: false };
  const chunk = new TextEncoder().encode(' '.repeat(64 * 1024));
  const body = new ReadableStream({
    pull(stream) {
      read.bytes += chunk.length;
      stream.enqueue(chunk);
    },
    cancel() {
      read.left = true;
    },
  });
  return { body, read };
}

const answerWith = (part: string, respond: () => Response): TestHostOptions => ({
  checkAnswers: false,
  intercept: (fetch) => async (request) =>
    request.url.includes(part) ? respond() : fetch(request),
});

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('an answer of the platform without an end', () => {
  it.each([
    ['a list', '/users/user-amelia/activations', 8 * mebibyte],
    ['anything else', '/projects/', mebibyte],
  ])('is cut where it is %s', async (_, part, limit) => {
    const { body, read } = createEndless();
    const host = createTestHost(answerWith(part, () => new Response(body)));
    const response = await host.send(slackActivationsPath);
    expect([response.status, read.left]).toEqual([502, true]);
    expect(read.bytes).toBeGreaterThan(limit);
    expect(read.bytes).toBeLessThan(limit + 5 * 64 * 1024);
    expect(host.errors.join()).toContain(`larger than ${limit} bytes`);
  });

  it('is cut where the host says, up to that byte', async () => {
    const padded = (length: number): (() => Response) => {
      return () => new Response('[]'.padEnd(length));
    };
    const platform = { maxListBytes: 100_000 };
    const part = '/users/user-amelia/activations';
    for (const [length, status] of [
      [100_000, 200],
      [100_001, 502],
    ] as const) {
      const host = createTestHost({ ...answerWith(part, padded(length)), platform });
      expect((await host.send(slackActivationsPath)).status).toBe(status);
    }
  });

  it('is refused by name where it holds too many values', async () => {
    const respond = (): Response => new Response('[]'.replace('[', `[${'0,'.repeat(240_001)}0`));
    const host = createTestHost(answerWith('/users/user-amelia/activations', respond));
    expect((await host.send(slackActivationsPath)).status).toBe(502);
    expect(host.errors.join()).toContain('holds more values');
  });

  it('still counts by its status', async () => {
    const respond = (): Response => new Response(createEndless().body, { status: 429 });
    const host = createTestHost(answerWith('/activations', respond));
    const response = await host.send(slackActivationsPath, activateSlack());
    expect(response.status).toBe(429);
  });

  it('is cut after it is decompressed', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.end(gzipSync(`"${'x'.repeat(20 * mebibyte)}"`));
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const host = createTestHost({
      checkAnswers: false,
      intercept: () => (request) => {
        const { pathname, search } = new URL(request.url);
        return fetch(`http://127.0.0.1:${port}${pathname}${search}`, request);
      },
    });
    const response = await host.send(environmentPath('slackAlerts'));
    expect(response.status).toBe(502);
    expect(host.errors.join()).toContain('larger than');
  });
});

describe('a refusal of the platform', () => {
  it('is not read where it names more places than a person could look at', async () => {
    const host = createTestHost({ checkAnswers: false });
    const fields = Array.from({ length: 20_000 }, () => ({
      field: 'connections[0].existingConnectionId',
      message: 'no',
    }));
    host.emulator.faults.add({
      operation: 'ActivateUser',
      fault: { kind: 'status', status: 422, message: 'no', fields },
    });
    const response = await host.send(slackActivationsPath, activateSlack());
    expect(response.status).toBe(422);
    const { fields: named, detail } = await readProblem(response);
    expect([named, detail]).toEqual([undefined, undefined]);
  });

  it('is not read where it names a place that is longer than any', async () => {
    const host = createTestHost({ checkAnswers: false });
    const fields = [{ field: 'a.'.repeat(501), message: 'no' }];
    host.emulator.faults.add({
      operation: 'ActivateUser',
      fault: { kind: 'status', status: 422, message: 'no', fields },
    });
    const response = await host.send(slackActivationsPath, activateSlack());
    expect(response.status).toBe(422);
    const { fields: named, detail } = await readProblem(response);
    expect([named, detail]).toEqual([undefined, undefined]);
  });
});
