import { describe, expect, it } from 'vitest';
import { createEmulator, exampleIds, type Fault } from '../../src/emulator.js';
import { reads, runCheck } from './platformRun.js';

const { projects } = exampleIds;

describe('a fault of the platform', () => {
  const faults: readonly (readonly [Fault, string])[] = [
    [{ kind: 'status', status: 500 }, 'expected an answer, seen 500'],
    [{ kind: 'rateLimited', retryAfterSeconds: 0 }, 'expected an answer, seen 429'],
    [{ kind: 'dropBefore' }, 'seen a connection that broke'],
    [{ kind: 'dropAfter' }, 'seen a connection that broke'],
    [{ kind: 'commitLater', ms: 1 }, 'seen a connection that broke'],
    [{ kind: 'truncated' }, 'seen 200 with a body that is no JSON (application/json)'],
    [{ kind: 'html' }, 'seen 502 with a body that is no JSON (text/html)'],
  ];

  it.each(faults)('is named with the operation that it meets: %j', async (fault, seen) => {
    const emulator = createEmulator();
    for (const operation of reads) emulator.faults.add({ operation, fault });
    const { lines } = await runCheck({ emulator, projectId: projects.warehouseSync });
    const differences = lines.filter((each) => each.includes(seen));
    // What another read depends on may fail before it is made.
    expect(differences.length).toBeGreaterThanOrEqual(1);
    expect(differences[0]).toMatch(/✗ ListProjects/);
    expect(lines.at(-1)).toMatch(/places are not as the handler relies on/);
  });

  it.each(reads)('of %s does not hide the rest', async (operation) => {
    const emulator = createEmulator();
    const fault = { kind: 'status', status: 500 } as const;
    emulator.faults.add({ operation, fault, times: Infinity });
    const { lines } = await runCheck({ emulator, projectId: projects.warehouseSync });
    expect(lines.join('\n')).toContain(`✗ ${operation}: expected an answer, seen 500`);
    expect(lines.join('\n')).toContain(`✗ The platform's ${operation} answered 500`);
    const others = reads.filter((each) => each !== operation);
    const tried = others.filter((each) => lines.join('\n').includes(`✓ ${each}: 200`));
    expect(tried.length).toBeGreaterThan(2);
  });

  it('that never answers is told once its time is over, whatever the connection does then', async () => {
    const emulator = createEmulator();
    const fetch = (request: Request): Promise<Response> =>
      request.url.includes('/users/user-carla')
        ? new Promise<never>(() => {})
        : emulator.fetch(request);
    emulator.faults.add({ operation: 'GetProject', fault: { kind: 'hang' } });
    const projectId = projects.slackAlerts;
    const { lines } = await runCheck({ emulator, projectId, platform: { timeoutMs: 500, fetch } });
    const text = lines.join('\n');
    expect(text).toContain('✗ GetProject: expected an answer, seen no answer in time');
    expect(text).toContain('✗ GetEndUser: expected an answer, seen no answer in time');
  });

  it('that is slow is told with its time', async () => {
    const emulator = createEmulator();
    emulator.faults.add({ operation: 'GetEndUser', fault: { kind: 'latency', ms: 40 } });
    let late = 0;
    const { lines } = await runCheck({
      emulator,
      runtime: { monotonicNow: () => performance.now() + late },
      edits: {
        '/connection-templates': (body) => {
          late += 6_000;
          return body;
        },
      },
    });
    expect(lines.join('\n')).toMatch(/✓ GetEndUser: 200; slowest ([4-9]\d|\d{3,}) ms/);
    expect(lines.join('\n')).toMatch(
      /✗ ListProjectConnectionTemplates: expected an answer within 5000 ms/,
    );
  });
});
