import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import RjsfForm from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import type { ReactNode } from 'react';
import { VariablesForm } from 'react-versori-onboarding';
import { BareForm } from './BareForm.js';
import { toFormProps } from './formProps.js';
import { HookForm } from './HookForm.js';
import { PlantedForm } from './PlantedForm.js';

export type FormKind =
  'VariablesForm' | 'bare inputs' | 'react-hook-form' | 'RJSF' | 'JSON Forms vanilla' | 'planted';

/** A form of that many texts and a list, all with the same schema and values. */
export function createForm(kind: FormKind, count: number): ReactNode {
  const props = toFormProps(count);
  const { schema, values } = props;
  switch (kind) {
    case 'bare inputs':
      return <BareForm {...props} />;
    case 'VariablesForm':
      return <VariablesForm schema={schema} defaultValues={values} onSubmit={() => undefined} />;
    case 'planted':
      return <PlantedForm {...props} />;
    case 'react-hook-form':
      return <HookForm {...props} />;
    case 'RJSF':
      return <RjsfForm schema={schema} formData={values} validator={validator} noHtml5Validate />;
    case 'JSON Forms vanilla':
      return (
        <JsonForms
          schema={schema}
          data={values}
          renderers={vanillaRenderers}
          cells={vanillaCells}
          onChange={() => undefined}
        />
      );
  }
}
