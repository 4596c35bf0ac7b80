import type { Catalog } from './catalog.js';
import { enActivations } from './enActivations.js';
import { enChanges } from './enChanges.js';
import { enConnect } from './enConnect.js';
import { enCore } from './enCore.js';
import { enHub } from './enHub.js';
import { enVariables } from './enVariables.js';

/**
 * Every text of the library in English: what `messages` replaces, key by key. English alone is split into
 * parts, because it is built in: each part of the widget loads its own.
 */
export const en: Catalog = {
  ...enCore,
  ...enVariables,
  ...enActivations,
  ...enChanges,
  ...enConnect,
  ...enHub,
};
