import { toText } from '../../variables/errorParameters.js';
import type { Option } from '../../variables/field.js';
import { toName } from './fieldText.js';
import type { VariablesFormContext } from './VariablesContext.js';

/** What an option is called: its title, or its value. */
export function getOptionLabel(
  context: VariablesFormContext,
  { value, label }: Option,
  pointer: string,
): string {
  const { t } = context;
  if (label !== undefined) return toName(context, label, pointer);
  if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no');
  if (value === null) return t('field.none');
  if (value === '') return t('field.emptyText');
  // Only strings are translatable.
  const translate = typeof value === 'string' ? context.translate : String;
  return toName({ t, translate }, toText(value), pointer);
}
