import { createBounded } from './host/bounded.js';
import { createEmulatedWorld, type EmulatedWorld } from './host/emulatedWorld.js';
import { answerControls, refuse } from './host/answerControls.js';
import { readSettings, type Environment } from './host/readSettings.js';
import { createRealPlatform } from './host/realPlatform.js';
import { findWorldSetup } from './host/worldSetup.js';

/** Platforms by name, each isolated from the others, made when first asked for. */
export interface Worlds {
  /** Throws where the demo does not run on the emulated platform. */
  get(name: string): EmulatedWorld;
}

/** The demo's own backend: the host API and the controls of each world, below `/demo-api/`. */
export interface DemoBackend {
  /** `null`: the request is not the backend's. */
  readonly fetch: (request: Request) => Promise<Response | null>;
  /** One line on what the backend talks to, or on why it cannot. */
  readonly announcement: string;
  readonly worlds: Worlds;
}

const MAXIMUM_WORLDS = 200;

type Part = 'onboarding' | 'controls' | 'platform';

type Answer = (world: string, part: Part, request: Request) => Promise<Response>;

/** Emulated or real, as the `VERSORI_…` variables say; `report` prints a line for the developer. */
export function createDemoBackend(
  env: Environment,
  report: (line: string) => void = console.error,
): DemoBackend {
  const settings = readSettings(env);
  switch (settings.platform) {
    case 'emulated': {
      const get = createBounded(MAXIMUM_WORLDS, (name) =>
        createEmulatedWorld(name, findWorldSetup(name), report),
      );
      return {
        announcement: 'Demo on the emulated platform: no account needed.',
        worlds: { get },
        fetch: toFetch((name, part, request) => {
          if (part === 'controls') return answerControls(request, get(name));
          return part === 'platform' ? get(name).show(request) : get(name).handle(request);
        }),
      };
    }
    case 'real': {
      const real = createRealPlatform(settings, report);
      return {
        announcement: `Demo on the real platform, organisation ${settings.organisationId}.`,
        worlds: noWorlds,
        fetch: toFetch((name, part, request) =>
          part === 'controls'
            ? Promise.resolve(Response.json(real.controls))
            : part === 'platform'
              ? Promise.resolve(refuse(404, 'The platform is the real one.'))
              : real.handle(name, request),
        ),
      };
    }
    case 'invalid':
      return {
        announcement: settings.reason,
        worlds: noWorlds,
        fetch: toFetch(() => Promise.resolve(refuse(503, settings.reason))),
      };
  }
}

const noWorlds: Worlds = {
  get() {
    throw new Error('Only the emulated platform has worlds: unset every VERSORI_ variable.');
  },
};

const parts: readonly Part[] = ['onboarding', 'controls', 'platform'];

const ROUTE = /^\/demo-api\/worlds\/([a-z0-9-]{1,64})\/(onboarding|controls|platform)(?:\/|$)/;

function toFetch(answer: Answer): DemoBackend['fetch'] {
  return async (request) => {
    const [, world, part] = ROUTE.exec(new URL(request.url).pathname) ?? [];
    const known = parts.find((each) => each === part);
    if (world === undefined || known === undefined) return null;
    return answer(world, known, request);
  };
}
