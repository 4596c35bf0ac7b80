import type { JsonSchema } from '../../domain/json.js';
import { getPropertySchema } from './schemaLabels.js';
import { translateLabel } from './valueText.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { useText } from '../root/text.js';

/** Puts names of variables into a text as the form calls them: its parameter `names`. */
export function useVariableNames(
  schema: JsonSchema | null,
): (names: readonly string[]) => { readonly names: string } {
  const { locale } = useText();
  const { translateSchemaText } = useFlowOptions();
  return (names) => {
    const labels = names.map((name) =>
      translateLabel(translateSchemaText, getPropertySchema(schema, schema, name), [name]),
    );
    return { names: new Intl.ListFormat(locale).format(new Set(labels)) };
  };
}
