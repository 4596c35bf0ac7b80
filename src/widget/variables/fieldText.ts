import { toShownName } from '../../domain/shownName.js';
import type { FieldError } from '../../headless/variables-form/findFieldErrors.js';
import { toErrorMessage } from '../../headless/variables-form/toErrorMessage.js';
import { toText } from '../../variables/errorParameters.js';
import type { Field, Option } from '../../variables/field.js';
import type { VariablesSurroundings } from './VariablesContext.js';

/** A text of the schema where a name is needed: on one line, with an end, and never invisible. */
export function toName(
  { translate, t }: Pick<VariablesSurroundings, 'translate' | 't'>,
  text: string,
  pointer: string,
): string {
  return toShownName(translate(text, pointer)) || t('field.unnamed');
}

/** The name of a field: its title, or the name of the property. */
export function getLabel(surroundings: VariablesSurroundings, field: Field): string {
  const { title, name, pointer } = field;
  if (title === undefined && pointer === '') return surroundings.t('field.variables');
  return toName(surroundings, title ?? name, pointer);
}

/** The name of a list's row. */
export function getRowLabel(
  surroundings: VariablesSurroundings,
  list: string,
  field: Field,
  position: number,
): string {
  const name = field.title === undefined ? list : toName(surroundings, field.title, field.pointer);
  return surroundings.t('field.item', { name, position });
}

/** What an option is called: its title, or its value. */
export function getOptionLabel(
  surroundings: VariablesSurroundings,
  { value, label }: Option,
  pointer: string,
): string {
  const { t } = surroundings;
  if (label !== undefined) return toName(surroundings, label, pointer);
  if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no');
  if (value === null) return t('field.none');
  return typeof value === 'string'
    ? toName(surroundings, value, pointer)
    : toShownName(toText(value));
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
