import type { JsonSchema } from '../../domain/json.js';
import { getPropertySchema } from './schemaLabels.js';
import { translateLabel, type TranslateSchemaText } from './valueText.js';
import { useText } from '../root/text.js';

/** Puts names of variables into a text as the form calls them: its parameter `names`. */
export function useVariableNames(
  schema: JsonSchema | null,
  translate: TranslateSchemaText,
): (names: readonly string[]) => { readonly names: string } {
  const { locale } = useText();
  return (names) => {
    const labels = names.map((name) =>
      translateLabel(translate, getPropertySchema(schema, schema, name), [name]),
    );
    return { names: new Intl.ListFormat(locale).format(new Set(labels)) };
  };
}
