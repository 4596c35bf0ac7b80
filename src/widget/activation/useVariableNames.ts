import type { JsonSchema } from '../../domain/json.js';
import { getPropertyNode, toRootNode } from '../../variables/valueSchema.js';
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
    const root = toRootNode(schema);
    const labels = names.map((name) =>
      translateLabel(translateSchemaText, getPropertyNode(root, name), [name]),
    );
    return { names: new Intl.ListFormat(locale).format(new Set(labels)) };
  };
}
