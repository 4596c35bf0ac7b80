import { toShownName } from '../../domain/shownName.js';
import type { FieldError } from '../../headless/variables-form/findFieldErrors.js';
import { toErrorMessage } from '../../headless/variables-form/toErrorMessage.js';
import type { Field, ListField } from '../../variables/field.js';
import { humanizeName } from '../../variables/humanizeName.js';
import { findVariableOptions } from '../options/variableOptions.js';
import type { VariablesFormContext } from './VariablesContext.js';

/** A text of the schema where a name is needed: on one line, with an end, and never invisible. */
export function toName(
  { translate, t }: Pick<VariablesFormContext, 'translate' | 't'>,
  text: string,
  pointer: string,
): string {
  return toShownName(translate(text, pointer)) || t('field.unnamed');
}

/** The name of a field: its title, or the name of the property. */
export function getLabel(context: VariablesFormContext, field: Field): string {
  const { title, name, pointer } = field;
  if (title === undefined && pointer === '') return context.t('field.variables');
  return title === undefined
    ? toPropertyName(context, name, pointer)
    : toName(context, title, pointer);
}

/** The name of a property in words, unless the host has its own for it. */
export function toPropertyName(
  context: Pick<VariablesFormContext, 'translate' | 't'>,
  name: string,
  pointer: string,
): string {
  const isTranslated = context.translate(name, pointer) !== name;
  return toName(context, isTranslated ? name : humanizeName(name), pointer);
}

/** The name of a list's row: with its number, unless it is a place of a tuple with a title. */
export function getRowLabel(
  context: VariablesFormContext,
  list: ListField,
  listLabel: string,
  index: number,
): string {
  const { title, pointer } = list.rows[index]?.field ?? {
    title: list.itemTitle,
    pointer: list.pointer,
  };
  const name = title === undefined ? listLabel : toName(context, title, pointer);
  return isNamedPlace(list, index) ? name : context.t('field.item', { name, position: index + 1 });
}

/** Whether a row is the place of a tuple that its own title tells from the others. */
export function isNamedPlace({ fixed, rows }: ListField, index: number): boolean {
  const places = rows.slice(0, fixed).map(({ field }) => field.title);
  const title = places[index];
  return title !== undefined && places.filter((other) => other === title).length === 1;
}

/** What is wrong with a field of that name, and where within its value, if further in. */
export function getErrorText(
  { t, variableOptions }: VariablesFormContext,
  error: FieldError,
  { pointer, name }: { readonly pointer: string; readonly name: string | undefined },
): string {
  const { parameters, path } = error;
  const within = path.slice(pointer.length + 1);
  if (within !== '') return `${within}: ${toErrorMessage(error, t)}`;
  if (name === undefined || !Object.hasOwn(parameters, 'name')) return toErrorMessage(error, t);
  // As the page knows it: the host may have translated the name, or offer values to choose from.
  const isOffered = findVariableOptions(variableOptions, pointer) !== undefined;
  const known = { ...parameters, name, ...(isOffered && { expected: 'choice' }) };
  return toErrorMessage({ ...error, parameters: known }, t);
}
