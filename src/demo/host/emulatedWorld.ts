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
import { toOnboardingPath, toPlatformPath, USER_HEADER } from '../controlsState.js';
import type { WorldSetup } from '../stories/story.js';
import { listOffers, members, type Offer } from './offers.js';
import { serverPlace, type WorldPlace } from './worldPlace.js';

/** A platform of its own and the host's backend on top of it. */
export interface EmulatedWorld {
  /** Another one after `reset`. */
  readonly emulator: Emulator;
  /** Answers the host API. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Answers a browser that opens a page of the provider, or of the platform. */
  readonly show: (request: Request) => Promise<Response>;
  /** Back to the first data and faults, with a handler that has cached nothing. */
  readonly reset: () => void;
}

interface WorldOptions {
  readonly setup: WorldSetup;
  /** Hears in one line of what is the host's or the platform's fault. */
  readonly report: (line: string) => void;
  /** Default: a server that answers for the platform's pages too. */
  readonly place?: WorldPlace | undefined;
}

export function createEmulatedWorld(name: string, options: WorldOptions): EmulatedWorld {
  let current = open(name, options);
  return {
    get emulator() {
      return current.emulator;
    },
    handle: (request) => current.handle(request),
    show: (request) => current.show(request),
    reset() {
      current = open(name, options);
    },
  };
}

type OpenWorld = Pick<EmulatedWorld, 'emulator' | 'handle' | 'show'>;

function open(name: string, { setup, report, place = serverPlace }: WorldOptions): OpenWorld {
  const data = createData(setup);
  const emulator = createEmulator({ data });
  for (const { operation, fault, times } of setup.faults ?? []) {
    emulator.faults.add({ operation, fault, times: times ?? Infinity });
  }
  let handler: Handler | undefined;
  const handle = (request: Request): Promise<Response> => {
    // Only a request tells where browsers reach the demo, and so its provider's pages.
    const { origin } = new URL(request.url);
    emulator.provider.publicUrl ??= place.toPagesUrl(name, origin);
    handler ??= createHandler({ name, setup, emulator, report, place, origin });
    return handler(request);
  };
  return {
    emulator,
    handle: withBadReads(handle, setup.readsAfterActivation),
    show: createFetch(emulator, name),
  };
}

interface HandlerContext extends Required<Pick<WorldOptions, 'setup' | 'report'>> {
  readonly name: string;
  readonly emulator: Emulator;
  readonly place: WorldPlace;
  readonly origin: string;
}

function createHandler(context: HandlerContext): Handler {
  const { name, setup, emulator, report, place, origin } = context;
  const { data } = emulator;
  return createOnboardingHandler({
    basePath: toOnboardingPath(name),
    platform: {
      organisationId: data.organisationId,
      auth: { type: 'apiKey', apiKey: exampleIds.apiKey },
      baseUrl: `${origin}${toPlatformPath(name)}/api/v2`,
      fetch: createFetch(emulator, name),
      ...(setup.patienceMs !== undefined && { timeoutMs: setup.patienceMs }),
    },
    integrations: [
      ...listOffers(place.assets).map((offer) => toHostIntegration(offer, setup)),
      ...(setup.offersAll === true ? listOthers(data) : []),
    ],
    identify,
    ...(setup.oauthCallback !== undefined && { oauthCallback: setup.oauthCallback }),
    // Short, so that a story of an unknown outcome need not be waited for.
    settleMs: 1_000,
    onError: (error) => report(`World ${name}: ${error.message}`),
  });
}

/** The emulator answers at the root of an origin; here it stands below a path. */
function createFetch({ fetch }: Emulator, name: string): EmulatedWorld['handle'] {
  return (request) => {
    const url = new URL(request.url);
    url.pathname = url.pathname.replace(toPlatformPath(name), '');
    return fetch(new Request(url, request));
  };
}

/** Hostile data would be hidden by the host's own names. */
function toHostIntegration(offer: Offer, { data }: WorldSetup): HostIntegration {
  const { key: _, name, description, templates, ...place } = offer;
  return data === 'hostile' ? place : { ...place, name, description, templates };
}

/** The integrations of the data set beside Fernway's own, under the platform's names. */
function listOthers({ projects }: PlatformData): HostIntegration[] {
  const own = new Set<string>(listOffers('/').map(({ environmentId }) => environmentId));
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
