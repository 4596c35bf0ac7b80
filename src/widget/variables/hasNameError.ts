import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../variables/field.js';
import { isNameError } from '../../variables/isNameError.js';

/** Whether it is the name of an entry that is wrong, and not its value. */
export function hasNameError({ pointer }: Field, { error }: FieldState): boolean {
  return error !== null && error.path === pointer && isNameError(error);
}
