import type { ActivationsKey } from './enActivations.js';
import type { ChangesKey } from './enChanges.js';
import type { CoreKey } from './enCore.js';
import type { HubKey } from './enHub.js';
import type { VariablesMessageKey } from './enVariables.js';
import type { Message } from './format.js';

/** The key of a text, in whatever part of the widget it stands. */
export type MessageKey = CoreKey | VariablesMessageKey | ActivationsKey | ChangesKey | HubKey;

/** Every text in one language. A locale is one file with one of these; a missing text does not compile. */
export type Catalog = Readonly<Record<MessageKey, Message>>;
