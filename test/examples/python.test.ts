import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canaries, createEmulator, type Emulator, exampleIds } from '../../src/emulator.js';
import { passOn, runChecks } from '../support/checkOver.js';
import { findFreePort } from '../support/findFreePort.js';
import { serveEmulator } from '../support/serveEmulator.js';

const publicOrigin = 'https://app.fernway.example';
const url = `${publicOrigin}/api/onboarding`;
const example = 'examples/python';

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) process.stderr.write('No python3 found: examples/python is not run.\n');

type Fetch = (request: Request) => Promise<Response>;

interface PythonHost {
  readonly emulator: Emulator;
  /** A `fetch` of the host's own page: each request has the session of the user whom it names. */
  readonly fetch: Fetch;
  /** Everything that browsers were sent. */
  readonly sent: string[];
}

type Edit = readonly [file: string, from: string, to: string];

/** Runs a copy of the example on the emulated platform, with these edits. */
async function startPython(...edits: readonly Edit[]): Promise<PythonHost> {
  const emulator = createEmulator();
  const folder = mkdtempSync(join(tmpdir(), 'python-'));
  cpSync(example, folder, { recursive: true });
  for (const [name, from, to] of edits) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(from)) throw new Error(`${name} has no line "${from}".`);
    writeFileSync(file, text.replace(from, to));
  }
  const port = await findFreePort();
  const env = {
    ...process.env,
    VERSORI_ORGANISATION_ID: emulator.data.organisationId,
    VERSORI_API_KEY: emulator.data.apiKeys[0],
    VERSORI_BASE_URL: await serveEmulator(emulator),
    SESSION_SECRET: 'a-secret-of-the-test',
    PUBLIC_ORIGIN: publicOrigin,
    PORT: String(port),
  };
  const child = spawn('python3', ['server.py'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 2],
  });
  onTestFinished(() => void child.kill());
  const to = `http://127.0.0.1:${port}`;
  await expect.poll(() => isUp(to), { timeout: 20_000 }).toBe(true);
  const toCookie = (user: string): string => {
    const printed = spawnSync('python3', ['server.py', 'session', user], { cwd: folder, env });
    return printed.stdout.toString().trim();
  };
  const cookies = new Map<string, string>();
  const sent: string[] = [];
  const pass = passOn(to, (headers) => {
    const user = headers.get('X-Test-User');
    headers.delete('X-Test-User');
    if (user === null) return;
    cookies.set(user, cookies.get(user) ?? toCookie(user));
    headers.set('Cookie', cookies.get(user) ?? '');
  });
  return {
    emulator,
    sent,
    async fetch(request) {
      const response = await pass(request);
      sent.push(await response.clone().text());
      return response;
    },
  };
}

async function isUp(origin: string): Promise<boolean> {
  return (await fetch(origin).catch(() => null)) !== null;
}

function read(path: string, user: string): Request {
  return new Request(`${url}${path}`, { headers: { 'X-Test-User': user } });
}

function activation(): Request {
  const connection = {
    connectionTemplateId: exampleIds.templates.slackAlerts.slack,
    existingConnectionId: exampleIds.connections.ameliaSlack,
  };
  return new Request(`${url}/integrations/${exampleIds.environments.slackAlerts}/activations`, {
    method: 'POST',
    headers: {
      'X-Test-User': 'user-amelia',
      Origin: publicOrigin,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ connections: [connection], dynamicVariables: {} }),
  });
}

describe.skipIf(!hasPython)('the backend in Python', () => {
  it('passes check-backend --write, makes no connections, and tells no secret', async () => {
    const host = await startPython();
    const results = await runChecks(url, host.fetch);
    const rest = results.filter(({ outcome }) => outcome.kind !== 'passed');
    expect(rest.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['foreign-account', { kind: 'skipped', reason: 'no template takes new accounts' }],
    ]);
    expect(results.length).toBeGreaterThan(30);
    expect(host.emulator.data.activations).toHaveLength(2);
    expect(canaries.findIn(host.sent.join('\n'))).toEqual([]);
  }, 60_000);

  it('withholds secret variables and says where they are, and what needs attention', async () => {
    const host = await startPython();
    const path = `/integrations/${exampleIds.environments.shopifyOrders}`;
    const list = await host.fetch(read(`${path}/activations`, 'user-carla'));
    expect(await list.json()).toMatchObject({
      items: [
        {
          id: exampleIds.activations.carlaShopify,
          environmentStatus: 'running',
          dynamicVariables: { warehouseCode: 'LYS-3', batchSize: 25 },
          secretsSet: ['/webhookSecret'],
          connections: [{ connection: { health: { status: 'expired' } } }, {}],
        },
      ],
    });
    const integration = await host.fetch(read(path, 'user-carla'));
    expect(await integration.json()).toMatchObject({ activationCount: 1, needsAttention: true });
    expect(canaries.findIn(host.sent.join('\n'))).toEqual([]);
  }, 60_000);

  it('finds the activation whose answer was lost, and activates once', async () => {
    const host = await startPython();
    const { faults, data, requests } = host.emulator;
    faults.add({ operation: 'ActivateUser', fault: { kind: 'dropAfter' } });
    const request = activation();
    const again = request.clone();
    expect((await host.fetch(request)).status).toBe(201);
    expect((await host.fetch(again)).status).toBe(200);
    expect(data.activations).toHaveLength(3);
    expect(requests.filter(({ operation }) => operation === 'ActivateUser')).toHaveLength(1);
  }, 60_000);

  it('says that nobody knows where the answer is lost and nothing is there', async () => {
    const host = await startPython(['operations.py', 'SETTLE_SECONDS = 5', 'SETTLE_SECONDS = 0']);
    const { faults, requests } = host.emulator;
    faults.add({ operation: 'ActivateUser', fault: { kind: 'dropBefore' } });
    const request = activation();
    const again = request.clone();
    const answer = await host.fetch(request);
    expect([answer.status, await answer.json()]).toMatchObject([503, { outcomeUnknown: true }]);
    expect((await host.fetch(again)).status).toBe(503);
    expect(requests.filter(({ operation }) => operation === 'ActivateUser')).toHaveLength(1);
  }, 60_000);

  it('fails by name for each rule that it no longer keeps', async () => {
    const host = await startPython(
      ['server.py', 'check_origin(self.command, self.headers)', 'pass'],
      ['operations.py', 'if not hmac.compare_digest(signature', 'if False and (signature'],
      ['operations.py', 'if "before" in intent:', 'if False:'],
      ['problems.py', 'if name not in names:', 'if False:'],
    );
    const results = await runChecks(url, host.fetch);
    const failed = results.filter(({ outcome }) => outcome.kind === 'failed');
    expect(failed.map(({ name }) => name)).toEqual([
      'cursor-elsewhere',
      'cursor-forged',
      'foreign-origin',
      'same-site',
      'no-origin',
      'unknown-member',
      'repeated-key',
      'at-once',
    ]);
  }, 60_000);
});
