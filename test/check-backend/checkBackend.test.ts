import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkBackend, type CheckResult } from '../../src/check-backend/checkBackend.js';
import { toLine, toSummary } from '../../src/check-backend/report.js';
import { exampleIds } from '../../src/emulator.js';
import { createNodeListener } from '../../src/serverNode.js';
import { basePath, createTestHost, hostOrigin } from '../support/host.js';
import { shopifyActivation, withActivations } from '../support/shopifyActivation.js';
import { type Break, breaks } from './brokenBackends.js';

const url = `${hostOrigin}${basePath}`;
const headers = [['X-Test-User', 'user-amelia']] as const;

type Fetch = (request: Request) => Promise<Response>;

async function runAll(fetch: Fetch, { at = url, write = true } = {}): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for await (const result of checkBackend({ url: at, headers, fetch, write })) results.push(result);
  return results;
}

const namesOf = (results: readonly CheckResult[], kind: string): string[] =>
  results.filter(({ outcome }) => outcome.kind === kind).map(({ name }) => name);

const linesOf = (results: readonly CheckResult[], kind: string): string[] =>
  results.filter(({ outcome }) => outcome.kind === kind).map(toLine);

describe('check-backend', () => {
  it('finds nothing wrong with the handler, and leaves nothing behind', async () => {
    const host = createTestHost();
    const before = host.emulator.data.activations.length;
    const results = await runAll(host.handler);
    expect(linesOf(results, 'failed')).toEqual([]);
    expect(linesOf(results, 'skipped')).toEqual([]);
    expect(host.emulator.data.activations).toHaveLength(before);
    expect(host.errors.map(String).filter((each) => !/template|project/i.test(each))).toEqual([]);
  });

  it('changes nothing without --write, and says what it did not try', async () => {
    const host = createTestHost();
    const results = await runAll(host.handler, { write: false });
    const written = host.emulator.requests.filter(({ method }) => method !== 'GET');
    expect(written).toEqual([]);
    expect(linesOf(results, 'failed')).toEqual([]);
    expect(namesOf(results, 'skipped')).toEqual([
      'activate',
      'repeated-key',
      'at-once',
      'reused-key',
      'edit',
      'stale',
      'end',
    ]);
    expect(toSummary(results)).toMatch(/^\d+ passed, 0 failed, 7 not tried$/);
  });

  it('finds nothing wrong over HTTP', async () => {
    const server = createServer(createNodeListener(createTestHost().handler));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}/`;
    const results = await runAll((request) => fetch(request), { at });
    server.closeAllConnections();
    server.close();
    expect(linesOf(results, 'failed')).toEqual([]);
  });

  it('activates and ends nothing where it cannot know which activations were there before', async () => {
    const emulator = withActivations(
      ...Object.values(exampleIds.environments).flatMap((environmentId, index) =>
        [1, 2].map((number) => ({
          ...shopifyActivation({ number: 10 * index + number }),
          environmentId,
        })),
      ),
    );
    const host = createTestHost({ emulator, options: { maxActivations: 1 } });
    const before = emulator.data.activations.map(({ id }) => id);
    const results = await runAll(host.handler);
    expect(linesOf(results, 'failed')).toEqual([]);
    expect(namesOf(results, 'skipped')).toContain('activate');
    expect(emulator.data.activations.map(({ id }) => id)).toEqual(before);
  });

  it('says in one line that nobody answers', async () => {
    const refuse: Fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    await expect(runAll(refuse)).rejects.toThrow(
      `Nothing answers at ${url}: connect ECONNREFUSED.`,
    );
  });
});

describe('a backend that is broken in one way fails one check', () => {
  it.each(Object.entries(breaks))('%s', async (name, broken: Break) => {
    const host = createTestHost();
    const results = await runAll(broken(host.handler));
    expect(namesOf(results, 'failed')).toEqual([name]);
  });

  it('and says in one line what was expected, what came, and why it matters', async () => {
    const results = await runAll(breaks['other-method']?.(createTestHost().handler) ?? fetch);
    expect(linesOf(results, 'failed')).toEqual([
      '✗ answers 405 with `Allow` to a known path with another method — but PUT /integrations answered 405 with Allow: nothing. Proxies and developers learn from it what there is; 404 sends them looking elsewhere.',
    ]);
  });

  it('has a broken backend for every check', async () => {
    const results = await runAll(createTestHost().handler);
    expect(Object.keys(breaks).toSorted()).toEqual(results.map(({ name }) => name).toSorted());
  });
});
