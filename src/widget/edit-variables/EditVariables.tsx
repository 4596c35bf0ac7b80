import { useState, type ReactNode } from 'react';
import type { Activation } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';
import type { JsonObject } from '../../domain/json.js';
import { Editor } from './Editor.js';

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

interface Basis {
  readonly activation: Activation;
  /** The user's own, on top of it. */
  readonly typed: JsonObject | null;
}

/** Changes the variables of an activation: the form, what will change, and only then the saving. */
export function EditVariables(props: EditVariablesProps): ReactNode {
  const [basis, setBasis] = useState<Basis>({ activation: props.activation, typed: null });
  return (
    <Editor
      {...props}
      key={basis.activation.revision}
      activation={basis.activation}
      typed={basis.typed}
      onRebase={(activation, typed) => setBasis({ activation, typed })}
    />
  );
}
