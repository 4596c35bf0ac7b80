import type { JsonSchema } from 'react-versori-onboarding';
import type { Story } from './story.js';

/** Gives Shopify orders the variables of a schema. */
export function withVariables(schema: JsonSchema): NonNullable<Story['prepare']> {
  return ({ projects }, ids) => {
    const project = projects.find(({ id }) => id === ids.projects.shopifyOrders);
    if (project !== undefined) project.dynamicVariablesSchema = schema;
  };
}
