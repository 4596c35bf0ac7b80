import type { JsonSchema } from '../../domain/json.js';
import { getPropertySchema, toLabel } from '../activation-list/schemaWords.js';
import { useText } from '../root/text.js';

/** Puts names of variables into a text as the schema calls them: its parameter `names`. */
export function useNames(
  schema: JsonSchema | null,
): (names: readonly string[]) => { readonly names: string } {
  const { locale } = useText();
  return (names) => ({
    names: new Intl.ListFormat(locale).format(
      names.map((name) => toLabel(getPropertySchema(schema, schema, name), name)),
    ),
  });
}
