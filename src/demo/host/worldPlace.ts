import { toPlatformPath } from '../controlsState.js';

/** Where browsers find what does not come from the host API. */
export interface WorldPlace {
  /** The address in front of the paths of the provider's and the platform's pages. */
  readonly toPagesUrl: (world: string, origin: string) => string;
  /** The path of the folder of static files; ends with a slash. */
  readonly assets: string;
}

/** A server that answers for the platform's pages too. */
export const serverPlace: WorldPlace = {
  toPagesUrl: (world, origin) => origin + toPlatformPath(world),
  assets: '/',
};
