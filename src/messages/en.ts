import { enActivations } from './enActivations.js';
import { enChanges } from './enChanges.js';
import { enCore } from './enCore.js';
import { enHub } from './enHub.js';
import { enVariables } from './enVariables.js';
import type { Message } from './format.js';

/** Every text of the library in English: what `messages` replaces, key by key. */
export const en: Readonly<Record<string, Message>> = {
  ...enCore,
  ...enVariables,
  ...enActivations,
  ...enChanges,
  ...enHub,
};
