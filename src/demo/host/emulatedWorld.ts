import {
  createEmulator,
  exampleData,
  exampleIds,
  hostileData,
  largeData,
  type Emulator,
  type PlatformData,
} from 'react-versori-onboarding/emulator';
import { createOnboardingHandler, type HostIntegration } from 'react-versori-onboarding/server';
import { toOnboardingPath, USER_HEADER } from '../controlsState.js';
import type { WorldSetup } from '../stories/story.js';
import { members, offers } from './offers.js';

/** A platform of its own and the host's backend on top of it. */
export interface EmulatedWorld {
  /** Another one after `reset`. */
  readonly emulator: Emulator;
  /** Answers the host API. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Back to the first data and faults, with a handler that has cached nothing. */
  readonly reset: () => void;
}

/** `report` hears in one line of what is the host's or the platform's fault. */
export function createEmulatedWorld(
  name: string,
  setup: WorldSetup,
  report: (line: string) => void,
): EmulatedWorld {
  let current = open(name, setup, report);
  return {
    get emulator() {
      return current.emulator;
    },
    handle: (request) => current.handle(request),
    reset() {
      current = open(name, setup, report);
    },
  };
}

type OpenWorld = Pick<EmulatedWorld, 'emulator' | 'handle'>;

function open(name: string, setup: WorldSetup, report: (line: string) => void): OpenWorld {
  const data = createData(setup);
  const emulator = createEmulator({ data });
  for (const { operation, fault, times } of setup.faults ?? []) {
    emulator.faults.add({ operation, fault, times: times ?? Infinity });
  }
  const handler = createOnboardingHandler({
    basePath: toOnboardingPath(name),
    platform: {
      organisationId: data.organisationId,
      auth: { type: 'apiKey', apiKey: exampleIds.apiKey },
      fetch: emulator.fetch,
      ...(setup.patienceMs !== undefined && { timeoutMs: setup.patienceMs }),
    },
    integrations: [
      ...offers.map((offer) => toHostIntegration(offer, setup)),
      ...(setup.offersAll === true ? listOthers(data) : []),
    ],
    identify,
    // Short, so that a story of an unknown outcome need not be waited for.
    settleMs: 1_000,
    onError: (error) => report(`World ${name}: ${error.message}`),
  });
  return { emulator, handle: withBadReads(handler, setup.readsAfterActivation) };
}

/** Hostile data would be hidden by the host's own names. */
function toHostIntegration(offer: (typeof offers)[number], { data }: WorldSetup): HostIntegration {
  const { key: _, name, description, templates, ...place } = offer;
  return data === 'hostile' ? place : { ...place, name, description, templates };
}

/** The integrations of the data set beside Fernway's own, under the platform's names. */
function listOthers({ projects }: PlatformData): HostIntegration[] {
  const own = new Set<string>(offers.map(({ environmentId }) => environmentId));
  return projects.flatMap(({ id: projectId, environments }) =>
    environments
      .filter(({ id }) => !own.has(id))
      .map(({ id }) => ({ projectId, environmentId: id })),
  );
}

type Handler = EmulatedWorld['handle'];

function withBadReads(handle: Handler, bad: WorldSetup['readsAfterActivation']): Handler {
  if (bad === undefined) return handle;
  let isBad = false;
  return (request) => {
    if (request.method === 'POST') isBad = true;
    else if (isBad && bad === 'hang') return new Promise(() => {});
    else if (isBad) return Promise.resolve(new Response('Bad gateway', { status: 502 }));
    return handle(request);
  };
}

function createData({ data = 'example', prepare }: WorldSetup): PlatformData {
  const made = dataSets[data]();
  prepare?.(made, exampleIds);
  return made;
}

const dataSets: Readonly<Record<NonNullable<WorldSetup['data']>, () => PlatformData>> = {
  example: exampleData,
  hostile: hostileData,
  large: () => largeData({ connections: 400 }),
};

/** A real host reads its session here. Without the header, no user is signed in. */
function identify(request: Request): { externalId: string; displayName?: string } | null {
  const key = request.headers.get(USER_HEADER);
  if (key === null) return null;
  const member = members.find((candidate) => candidate.key === key);
  if (member === undefined) return { externalId: key };
  return { externalId: member.externalId, displayName: member.name };
}
