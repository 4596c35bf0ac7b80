import { arActivations } from './arActivations.js';
import { arChanges } from './arChanges.js';
import { arCore } from './arCore.js';
import { arHub } from './arHub.js';
import { arVariables } from './arVariables.js';
import type { Message } from './format.js';

/** Every text of the library in Arabic: pass it as `messages`, with `locale="ar"`. */
export const ar: Readonly<Record<string, Message>> = {
  ...arCore,
  ...arVariables,
  ...arActivations,
  ...arChanges,
  ...arHub,
};
