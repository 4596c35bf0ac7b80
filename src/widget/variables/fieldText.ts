import type { FieldError } from '../../headless/variables-form/findFieldErrors.js';
import { toErrorMessage } from '../../headless/variables-form/toErrorMessage.js';
import { toText } from '../../variables/errorParameters.js';
import type { Field, Option } from '../../variables/field.js';
import type { VariablesSurroundings } from './VariablesContext.js';

/** The name of a field: its title, or the name of the property. */
export function getLabel({ translate, t }: VariablesSurroundings, field: Field): string {
  if (field.title !== undefined) return translate(field.title, field.pointer);
  return field.pointer === '' ? t('field.variables') : translate(field.name, field.pointer);
}

/** The name of a list's row. */
export function getRowLabel(
  surroundings: VariablesSurroundings,
  list: string,
  field: Field,
  position: number,
): string {
  const { translate, t } = surroundings;
  const name = field.title === undefined ? list : translate(field.title, field.pointer);
  return t('field.item', { name, position });
}

/** What an option is called: its title, or its value. */
export function getOptionLabel(
  { translate, t }: VariablesSurroundings,
  { value, label }: Option,
  pointer: string,
): string {
  if (label !== undefined) return translate(label, pointer);
  if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no');
  if (value === null) return t('field.none');
  return typeof value === 'string' ? translate(value, pointer) : toText(value);
}

/** What is wrong, and where within the field's value, if further in. */
export function getErrorText(
  { t }: VariablesSurroundings,
  error: FieldError,
  pointer: string,
): string {
  const message = toErrorMessage(error, t);
  const within = error.path.slice(pointer.length + 1);
  return within === '' ? message : `${within}: ${message}`;
}
