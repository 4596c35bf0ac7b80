import { useState, type ReactNode } from 'react';
import type { Activation } from '../../domain/activation.js';
import type { JsonObject } from '../../domain/json.js';
import type { EditVariablesProps } from './editing.js';
import { Editor } from './Editor.js';

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
