import type { Activation } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';

/** The screens of the editor. */
export type EditStep = 'form' | 'confirm' | 'conflict';

/** What the editor edits, and where it leads. */
export interface EditVariablesProps {
  /** As it was when the user opened the form. */
  readonly activation: Activation;
  /** As it is now; absent: it has gone. */
  readonly current: Activation | undefined;
  readonly integration: Integration;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
  /** It was ended elsewhere, so there is nothing to save into. */
  readonly onGone: () => void;
  /** Absent: the activation cannot be replaced. */
  readonly onReplace?: (() => void) | undefined;
}
