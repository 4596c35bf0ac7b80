import type { JsonObject } from 'react-versori-onboarding';

/** What every form of the benchmark is given. */
export interface FormProps {
  /** Texts of at most 100 characters, all required. */
  readonly names: readonly string[];
  /** Those as a schema, and below them a list of stores, each with a name. */
  readonly schema: JsonObject;
  readonly values: JsonObject;
}

export const maxLength = 100;

export function toFormProps(count: number): FormProps {
  const names = Array.from({ length: count }, (_, index) => `field ${index}`);
  const texts = names.map((title) => [title, { type: 'string', title, maxLength }] as const);
  const stores = {
    type: 'array',
    title: 'Stores',
    items: {
      type: 'object',
      required: ['store'],
      properties: { store: { type: 'string', title: 'Store' } },
    },
  };
  return {
    names,
    // What is optional would be folded, and not drawn.
    schema: {
      type: 'object',
      properties: { ...Object.fromEntries(texts), stores },
      required: [...names, 'stores'],
    },
    values: { ...Object.fromEntries(names.map((name) => [name, 'Leeds'])), stores: [] },
  };
}
