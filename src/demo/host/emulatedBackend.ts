import { answerControls } from './answerControls.js';
import { createBounded } from './bounded.js';
import { createEmulatedWorld, type EmulatedWorld } from './emulatedWorld.js';
import { toRoute, type DemoFetch } from './demoRoute.js';
import type { WorldPlace } from './worldPlace.js';
import { findWorldSetup } from './worldSetup.js';

/** Platforms by name, each isolated from the others, made when first asked for. */
export interface Worlds {
  /** Throws where the demo does not run on the emulated platform. */
  get(name: string): EmulatedWorld;
}

export interface EmulatedBackend {
  readonly worlds: Worlds;
  readonly fetch: DemoFetch;
}

const MAXIMUM_WORLDS = 200;

/**
 * The host API, the controls and the platform's pages of every world. Needs no Node, so it runs in a
 * server or in the page. `report` hears in one line of what is the host's or the platform's fault.
 */
export function createEmulatedBackend(
  report: (line: string) => void,
  place?: WorldPlace,
): EmulatedBackend {
  const get = createBounded(MAXIMUM_WORLDS, (name) =>
    createEmulatedWorld(name, { setup: findWorldSetup(name), report, place }),
  );
  return {
    worlds: { get },
    fetch: toRoute((name, part, request) => {
      if (part === 'controls') return answerControls(request, get(name));
      return part === 'platform' ? get(name).show(request) : get(name).handle(request);
    }),
  };
}
