import { useState, type ReactNode } from 'react';
import { VariablesForm } from 'react-versori-onboarding';
import type { FormProps } from './formProps.js';

/** A mistake on purpose: each key renders the whole form, by an option that is another one each time. */
export function PlantedForm({ schema, values }: FormProps): ReactNode {
  const [keys, setKeys] = useState(0);
  return (
    <div onInput={() => setKeys(keys + 1)}>
      <VariablesForm
        schema={schema}
        defaultValues={values}
        renderVariable={() => undefined}
        onSubmit={() => undefined}
      />
    </div>
  );
}
