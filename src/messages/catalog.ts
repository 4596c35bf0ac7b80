import type { enActivations } from './enActivations.js';
import type { enChanges } from './enChanges.js';
import type { enConnect } from './enConnect.js';
import type { enCore } from './enCore.js';
import type { enHub } from './enHub.js';
import type { enVariables } from './enVariables.js';
import type { Message } from './format.js';

/** The key of a text, in whatever part of the widget it stands. */
export type MessageKey = keyof (typeof enCore &
  typeof enVariables &
  typeof enActivations &
  typeof enChanges &
  typeof enConnect &
  typeof enHub);

/** Every text in one language. A locale is one file with one of these; a missing text does not compile. */
export type Catalog = Readonly<Record<MessageKey, Message>>;
