import { refuse } from './host/answerControls.js';
import { toRoute, type DemoFetch } from './host/demoRoute.js';
import { createEmulatedBackend, type Worlds } from './host/emulatedBackend.js';
import { readSettings, type Environment } from './host/readSettings.js';
import { createRealPlatform } from './host/realPlatform.js';

/** The demo's own backend: the host API and the controls of each world, below `/demo-api/`. */
export interface DemoBackend {
  readonly fetch: DemoFetch;
  /** One line on what the backend talks to, or on why it cannot. */
  readonly announcement: string;
  readonly worlds: Worlds;
}

/** Emulated or real, as the `VERSORI_…` variables say; `report` prints a line for the developer. */
export function createDemoBackend(
  env: Environment,
  report: (line: string) => void = console.error,
): DemoBackend {
  const settings = readSettings(env);
  switch (settings.platform) {
    case 'emulated':
      return {
        announcement: 'the platform, its users and the sign-ins are emulated, no account needed.',
        ...createEmulatedBackend(report),
      };
    case 'real': {
      const real = createRealPlatform(settings, report);
      return {
        announcement: `nothing is emulated, this is the real platform, organisation ${settings.organisationId}.`,
        worlds: noWorlds,
        fetch: toRoute((name, part, request) =>
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
        fetch: toRoute(() => Promise.resolve(refuse(503, settings.reason))),
      };
  }
}

const noWorlds: Worlds = {
  get() {
    throw new Error('Only the emulated platform has worlds: unset every VERSORI_ variable.');
  },
};
