import { expect } from 'vitest';
import { basePath, type TestHost } from '../support/host.js';
import {
  activateSlack,
  environmentPath,
  readProblem,
  slackActivationsPath,
} from '../server/example.js';

export type Send = (request: Request) => Promise<Response>;

/** What the requests look at behind the handler. */
export interface FrameworkHost extends Pick<TestHost, 'emulator'> {
  /** What reached the host's `onError`. */
  readonly errors: readonly unknown[];
}

interface WriteOptions {
  readonly method?: string;
  readonly body?: unknown;
}

function toWrite(origin: string, path: string, { body, method = 'POST' }: WriteOptions): Request {
  return new Request(`${origin}${basePath}${path}`, {
    method,
    headers: {
      'X-Test-User': 'user-amelia',
      Origin: origin,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** What every mount must let through: reads, writes, refusals with their bodies, and headers. */
export async function useWholeHandler(
  host: FrameworkHost,
  origin: string,
  send: Send,
): Promise<Ended> {
  const headers = { 'X-Test-User': 'user-amelia' };
  const read = await send(new Request(`${origin}${basePath}/integrations?x=%2F`, { headers }));
  expect(read.status).toBe(200);
  expect(read.headers.get('Cache-Control')).toBe('no-store');
  expect(await read.json()).toHaveProperty('items.length', 5);

  const write = await send(toWrite(origin, slackActivationsPath, activateSlack()));
  expect(write.status).toBe(201);
  const { id } = (await write.json()) as { id: string };
  expect(host.emulator.data.activations.map((each) => each.id)).toContain(id);

  const unknown = { ...activateSlack(), body: { connections: [], dynamicVariables: {}, x: 1 } };
  const refused = await send(toWrite(origin, slackActivationsPath, unknown));
  expect(refused.status).toBe(422);
  expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await readProblem(refused)).toMatchObject({ code: 'invalid', fields: [{ path: '/x' }] });

  const path = `${environmentPath('slackAlerts')}/activations/${id}`;
  const edited = { method: 'PATCH', body: { variables: {} } };
  expect((await send(toWrite(origin, `${path}/variables`, edited))).status).toBe(200);
  const ended = await send(toWrite(origin, path, { method: 'DELETE' }));
  expect([ended.status, await ended.text()]).toEqual([204, '']);
  const again = await send(toWrite(origin, path, { method: 'DELETE' }));
  return { status: again.status, code: (await readProblem(again)).code, errors: host.errors };
}

interface Ended {
  readonly status: number;
  readonly code: unknown;
  readonly errors: readonly unknown[];
}

/** What ending an activation twice says the second time, with nothing for the host to hear of. */
export const endedTwice: Ended = { status: 404, code: 'notFound', errors: [] };

/** A body of 300 KiB, past the handler's limit. */
const large = { variables: { note: 'x'.repeat(300 * 1024) } };

/** The statuses for a page of another site and for a body that is too large. */
export async function sendWhatIsRefused(origin: string, send: Send): Promise<number[]> {
  const foreign = toWrite(origin, slackActivationsPath, activateSlack());
  foreign.headers.set('Origin', 'https://evil.example');
  const tooLarge = toWrite(origin, slackActivationsPath, { body: large });
  return [(await send(foreign)).status, (await send(tooLarge)).status];
}

/** Forbidden, and too large. */
export const refusals: readonly number[] = [403, 413];
