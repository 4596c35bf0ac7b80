import type { JsonValue } from '../../domain/json.js';
import { toPointer } from '../../domain/pointer.js';
import { humanizeName } from '../../variables/humanizeName.js';
import type { SchemaNode } from '../../variables/schema/schemaNode.js';
import { getOptionTitle, getTitle } from '../../variables/valueSchema.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import type { Text } from '../root/text.js';

/** The host's own translation of the schema's words, where it gives one. */
export type TranslateSchemaText = FlowOptions['translateSchemaText'];

interface ValuePlace {
  readonly schema: SchemaNode | null;
  readonly path: readonly string[];
  readonly translate: TranslateSchemaText;
}

/** What the variable at a path is called, as the form calls it. */
export function translateLabel(
  translate: TranslateSchemaText,
  schema: SchemaNode | null,
  path: readonly string[],
): string {
  const name = path.at(-1) ?? '';
  const label = getTitle(schema) ?? name;
  const translated = translate?.(label, toPointer(path)) ?? label;
  // Names of the user's own are not the schema's to put into words.
  return translated === name && schema !== null ? humanizeName(name) : translated;
}

/** One value in words: the schema's own for a choice, else as the locale writes it. */
export function toValueText(
  { t, locale }: Text,
  value: JsonValue,
  { schema, path, translate }: ValuePlace,
): string {
  const label = getOptionTitle(schema, value);
  if (label !== undefined) return translate?.(label, toPointer(path)) ?? label;
  if (value === null) return t('value.null');
  if (value === '' || (Array.isArray(value) && value.length === 0)) return t('value.empty');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
