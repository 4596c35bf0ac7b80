import { useLayoutEffect, type ReactNode } from 'react';
import {
  useVariablesForm,
  type UseVariablesFormOptions,
  type VariablesForm,
} from '../../headless/variables-form/useVariablesForm.js';

interface FormHolderProps extends UseVariablesFormOptions {
  readonly children: (form: VariablesForm) => ReactNode;
}

/**
 * A form whose fields come and go: what is typed outlives the screen that shows them, and a refusal
 * leads to its field. Part of the variables' chunk, so that what edits does not bring the validator
 * along.
 */
export function FormHolder({ children, ...options }: FormHolderProps): ReactNode {
  const { platformFields } = options;
  const form = useVariablesForm(options);
  // After the form knows of them and its fields are there again: where the user is needed.
  useLayoutEffect(() => {
    if (platformFields !== undefined && platformFields.length > 0) form.focusFirstError();
  }, [form, platformFields]);
  return children(form);
}
