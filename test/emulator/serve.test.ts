import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator, type Emulator, exampleIds } from '../../src/emulator.js';
import { createServer, parseServeOptions } from '../../src/emulator/serve.js';
import { slackAlerts } from './requestBodies.js';

interface Served {
  readonly platform: Emulator;
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
  /** Settles when the first request has come. */
  readonly arrival: Promise<unknown>;
}

async function startServer(): Promise<Served> {
  const platform = createEmulator();
  const server = createServer(platform);
  const arrival = once(server, 'request');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const base = `http://127.0.0.1:${port}/api/v2/o/${exampleIds.organisation}`;
  const headers = {
    authorization: `Bearer ${exampleIds.apiKey}`,
    'content-type': 'application/json',
  };
  return { platform, arrival, send: (path, init = {}) => fetch(base + path, { headers, ...init }) };
}

const activation = (): RequestInit => ({ method: 'POST', body: JSON.stringify(slackAlerts()) });

describe('the emulator as a server', () => {
  it('answers over HTTP', async () => {
    const { platform, send } = await startServer();
    const found = await send('/users/user-amelia');
    expect([found.status, await found.json()]).toMatchObject([200, { displayName: 'Amelia Chen' }]);
    expect((await send('/activations', activation())).status).toBe(200);
    expect(platform.data.activations).toHaveLength(3);
    expect((await send('/nowhere')).status).toBe(404);
  });

  it('breaks the connection where a fault does', async () => {
    const { platform, send } = await startServer();
    platform.faults.add({ operation: 'ActivateUser', fault: { kind: 'dropAfter' } });
    await expect(send('/activations', activation())).rejects.toThrow('fetch failed');
    expect(platform.data.activations).toHaveLength(3);
    expect((await send('/users/user-amelia')).status).toBe(200);
  });

  it('hangs until the caller gives up', async () => {
    const { platform, send, arrival } = await startServer();
    platform.faults.add({ operation: 'ActivateUser', fault: { kind: 'hang' } });
    const controller = new AbortController();
    const reply = send('/activations', { ...activation(), signal: controller.signal });
    await arrival;
    controller.abort(new Error('enough'));
    await expect(reply).rejects.toThrow('enough');
    expect(platform.data.activations).toHaveLength(2);
  });
});

describe('its flags', () => {
  it('have defaults', () => {
    const { port, createData } = parseServeOptions([]);
    expect([port, createData().projects[0]?.name]).toEqual([8901, 'Shopify orders']);
  });

  it('choose the port and the data', () => {
    const { port, createData } = parseServeOptions(['--port', '8123', '--data=hostile']);
    expect([port, createData().users[0]?.displayName]).toEqual([
      8123,
      expect.stringContaining('<img'),
    ]);
  });

  it.each([
    [['--port', 'x'], '--port is "x"; it must be a number from 0 (any free port) to 65535.'],
    [['--port', '65536'], '--port is "65536"; it must be a number'],
    [['--data', 'toString'], '--data is "toString"; it must be example or hostile.'],
    [['--verbose'], "Unknown option '--verbose'. The flags are --port <number> and --data"],
    [['stray'], "Unexpected argument 'stray'. The flags are --port <number> and --data"],
    [['--port'], "Option '--port <value>' argument missing. The flags are"],
  ])('that are wrong get one clear line: %s', (flags, line) => {
    expect(() => parseServeOptions(flags)).toThrow(line);
    expect(() => parseServeOptions(flags)).not.toThrow(/\n/);
  });
});
