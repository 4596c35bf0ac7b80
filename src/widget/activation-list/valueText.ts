import type { JsonSchema, JsonValue } from '../../domain/json.js';
import type { Text } from '../root/text.js';
import { toOptionLabel } from './schemaWords.js';

/** One value in words: the schema's own for a choice, else as the locale writes it. */
export function toValueText(
  { t, locale }: Text,
  schema: JsonSchema | null,
  value: JsonValue,
): string {
  const label = toOptionLabel(schema, value);
  if (label !== undefined) return label;
  if (value === null) return t('value.null');
  if (value === '' || (Array.isArray(value) && value.length === 0)) return t('value.empty');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
