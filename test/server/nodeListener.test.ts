import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createNodeListener } from '../../src/serverNode.js';
import { basePath, createTestHost, type TestHost } from '../support/host.js';
import { activateSlack, madeUpId, slackActivationsPath } from './example.js';

const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map(
      (server) =>
        new Promise((done) => {
          server.closeAllConnections();
          server.close(done);
        }),
    ),
  );
});

function listen(host: TestHost): Promise<string> {
  return serve(createNodeListener(host.handler));
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The beginning of the answer to these bytes. */
function sendRaw(port: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.once('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.write(text);
  });
}

describe('the handler behind Node’s http', () => {
  it('reads and writes for the user', async () => {
    const host = createTestHost();
    const origin = await listen(host);
    const headers = { 'X-Test-User': 'user-amelia' };
    const read = await fetch(`${origin}${basePath}/integrations`, { headers });
    expect(await read.json()).toHaveProperty('items.length', 5);
    const { body, headers: key } = activateSlack();
    const write = await fetch(`${origin}${basePath}${slackActivationsPath}`, {
      method: 'POST',
      headers: { ...headers, ...key, Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(write.status).toBe(201);
  });

  it('sees http behind a proxy that ends TLS: publicOrigin says what browsers see', async () => {
    const publicOrigin = 'https://app.fernway.example';
    for (const [options, status] of [
      [{}, 403],
      [{ publicOrigin }, 201],
    ] as const) {
      const origin = await listen(createTestHost({ options }));
      const { body, headers } = activateSlack();
      const response = await fetch(`${origin}${basePath}${slackActivationsPath}`, {
        method: 'POST',
        headers: {
          ...headers,
          'X-Test-User': 'user-amelia',
          'Content-Type': 'application/json',
          'X-Forwarded-Proto': 'https',
          'X-Forwarded-Host': 'app.fernway.example',
          Origin: publicOrigin,
        },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(status);
    }
  });

  it('stops reading a body that is too large', async () => {
    const origin = await listen(createTestHost());
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${origin}${basePath}${slackActivationsPath}`, {
        method: 'POST',
        headers: {
          'X-Test-User': 'user-amelia',
          Origin: origin,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
          'Transfer-Encoding': 'chunked',
        },
      });
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.write('x'.repeat(300 * 1024));
    });
    expect(status).toBe(413);
  });

  it.each(['evil.example/x?', 'evil.example?', 'evil.example#', 'a@evil.example', 'a\\b'])(
    'answers 400 to a Host of %j, which would make another URL',
    async (name) => {
      const host = createTestHost();
      const { port } = new URL(await listen(host));
      const path = `${basePath}/integrations`;
      const answer = await sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: ${name}\r\n\r\n`);
      expect(answer).toContain('400 Bad Request');
      expect(host.logs).toEqual([]);
    },
  );

  it('closes the connection of a body that it left half-read, and keeps that of a whole one', async () => {
    const host = createTestHost();
    const { port } = new URL(await listen(host));
    const post = (length: number): Promise<string> =>
      sendRaw(
        port,
        `POST ${basePath}${slackActivationsPath} HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n{}`,
      );
    expect(await post(100)).toMatch(/^HTTP\/1.1 403[^]*Connection: close/i);
    expect(await post(2)).toMatch(/^HTTP\/1.1 403[^]*Connection: keep-alive/i);
  });

  it('ends a read whose client hung up, and goes on serving others', async () => {
    const host = createTestHost();
    host.emulator.faults.add({ operation: 'GetProject', fault: { kind: 'hang' } });
    const origin = await listen(host);
    const client = new AbortController();
    const headers = { 'X-Test-User': 'user-amelia' };
    const options = { headers, signal: client.signal };
    const given = fetch(`${origin}${basePath}/integrations`, options).catch(() => 'gone');
    while (!host.emulator.requests.some(({ operation }) => operation === 'GetProject')) {
      await new Promise((next) => setImmediate(next));
    }
    client.abort();
    expect(await given).toBe('gone');
    const again = await fetch(`${origin}${basePath}/integrations`, { headers });
    expect(again.status).toBe(200);
    expect(host.errors).toEqual([]);
  });

  it('activates though the client hung up in the middle, and forgets a body that never came', async () => {
    const host = createTestHost();
    const origin = await listen(host);
    const { body, headers } = activateSlack();
    const options = {
      method: 'POST',
      headers: {
        ...headers,
        'X-Test-User': 'user-amelia',
        'Content-Type': 'application/json',
        Origin: origin,
      },
    };
    const whole = httpRequest(`${origin}${basePath}${slackActivationsPath}`, options);
    const half = httpRequest(`${origin}${basePath}${slackActivationsPath}`, options);
    for (const request of [whole, half]) request.on('error', () => {});
    half.write('{"connections":');
    whole.end(JSON.stringify(body));
    while (!host.emulator.requests.some(({ operation }) => operation === 'GetEndUser')) {
      await new Promise((next) => setImmediate(next));
    }
    whole.destroy();
    half.destroy();
    while (!host.logs.some((entry) => entry.event === 'answered')) {
      await new Promise((next) => setImmediate(next));
    }
    expect(host.emulator.data.activations).toHaveLength(3);
    expect(host.logs).toHaveLength(1);
  });

  it('says so where somebody in front has read the body and left nothing of it', async () => {
    const host = createTestHost();
    const listener = createNodeListener(host.handler);
    const origin = await serve((request, response) => {
      request.resume().on('end', () => listener(request, response));
    });
    const { body, headers } = activateSlack();
    const send = (path: string, method: string, options: RequestInit): Promise<Response> =>
      fetch(`${origin}${basePath}${path}`, {
        ...options,
        method,
        headers: { ...options.headers, Origin: origin, 'X-Test-User': 'user-amelia' },
      });
    const response = await send(slackActivationsPath, 'POST', {
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('read');
    expect(host.errors.map(String)).toEqual([expect.stringContaining('request.body')]);
    const ended = await send(`${slackActivationsPath}/${madeUpId}`, 'DELETE', {});
    expect(ended.status).toBe(404);
  });

  it('takes a request line with a whole URL, as proxies send it, for its path', async () => {
    const host = createTestHost();
    const { port } = new URL(await listen(host));
    const ask = (target: string): Promise<string> =>
      sendRaw(
        port,
        `GET ${target} HTTP/1.1\r\nHost: app.fernway.example\r\nX-Test-User: user-amelia\r\nConnection: close\r\n\r\n`,
      );
    expect(await ask(`http://elsewhere.example:81${basePath}/integrations?a=b://c`)).toMatch(
      /^HTTP\/1\.1 200/,
    );
    expect(await ask('HTTPS://elsewhere.example')).toMatch(/^HTTP\/1\.1 404/);
    expect(host.errors).toEqual([]);
  });

  it('answers 400 to a request line that makes no URL', async () => {
    const { port } = new URL(await listen(createTestHost()));
    const text = await sendRaw(
      port,
      'GET http://[::bad/ HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
    );
    expect(text).toMatch(/^HTTP\/1\.1 400/);
  });
});
