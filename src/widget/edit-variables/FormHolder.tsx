import type { ReactNode } from 'react';
import {
  useVariablesForm,
  type UseVariablesFormOptions,
  type VariablesForm,
} from '../../headless/variables-form/useVariablesForm.js';

interface FormHolderProps extends UseVariablesFormOptions {
  readonly children: (form: VariablesForm) => ReactNode;
}

/**
 * A form whose fields come and go: what is typed outlives the screen that shows them. Part of the
 * variables' chunk, so that what edits does not bring the validator along.
 */
export function FormHolder({ children, ...options }: FormHolderProps): ReactNode {
  return children(useVariablesForm(options));
}
