import type { AddressInfo } from 'node:net';
import {
  createEmulator,
  type Emulator,
  type Fault,
  type PlatformData,
} from '../../src/emulator.js';
import { createServer } from '../../src/emulator/serve.js';
import type { Chance } from './chance.js';

/** A platform over HTTP that fails a third of its calls, in every way that the emulator knows. */
export interface FaultyPlatform {
  readonly baseUrl: string;
  readonly emulator: Emulator;
  /** How often each kind of fault was met. */
  readonly faults: ReadonlyMap<Fault['kind'], number>;
  /** From now on nothing fails; resolves when what was to be done later is done. */
  calm(): Promise<void>;
  stop(): Promise<void>;
}

const shareOfFaults = 1 / 3;
const latestCommitMs = 2_000;

export async function startFaultyPlatform(
  data: PlatformData,
  chance: Chance,
): Promise<FaultyPlatform> {
  const emulator = createEmulator({ data });
  const faults = new Map<Fault['kind'], number>();
  let isCalm = false;

  const server = createServer({
    fetch: async (request) => {
      if (!isCalm && chance.isHit(shareOfFaults)) {
        const fault = toFault(chance);
        faults.set(fault.kind, (faults.get(fault.kind) ?? 0) + 1);
        emulator.faults.add({ operation: '*', fault });
      }
      const response = await emulator.fetch(request);
      return isCalm || !leavesConnectionsOut(request) ? response : withoutConnections(response);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api/v2`,
    emulator,
    faults,
    async calm() {
      isCalm = true;
      emulator.faults.clear();
      await new Promise((resolve) => setTimeout(resolve, latestCommitMs + 500));
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Of every tenth user the platform shows no connections in the list. */
function leavesConnectionsOut({ method, url }: Request): boolean {
  return method === 'GET' && /\/users\/person-\d+0\/activations$/.test(url);
}

async function withoutConnections(response: Response): Promise<Response> {
  const text = await response.text();
  try {
    const list = JSON.parse(text) as object[];
    const shown = list.map((each) => ({ ...each, connections: [] }));
    return Response.json(shown, response);
  } catch {
    return new Response(text, response); // A fault met it before.
  }
}

function toFault(chance: Chance): Fault {
  const faults: readonly [Fault, ...Fault[]] = [
    { kind: 'status', status: chance.pick([400, 401, 404, 408, 409, 422, 500, 502, 503, 504]) },
    { kind: 'rateLimited', retryAfterSeconds: chance.below(2) },
    { kind: 'latency', ms: chance.below(400) },
    { kind: 'dropBefore' },
    { kind: 'dropAfter' },
    { kind: 'commitLater', ms: chance.below(latestCommitMs) },
    { kind: 'truncated' },
    { kind: 'html' },
    { kind: 'hang' },
  ];
  return chance.pick(faults);
}
