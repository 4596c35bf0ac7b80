import type { JsonObject, JsonSchema } from '../../domain/json.js';
import { guardHostMarks } from '../../variables/guardHostMarks.js';
import { createSchemaWalk } from '../../variables/secretPlaces.js';
import { splitSecrets, type SplitSecrets } from '../../variables/secrets.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';

/** Parts variables that are about to be sent from their secrets, by the marks of schema and host. */
export function useSplitSecrets(
  schema: JsonSchema | null,
): (variables: JsonObject) => SplitSecrets {
  const isSecret = guardHostMarks(useFlowOptions().isSecret);
  return (variables) => splitSecrets(createSchemaWalk(schema, { isSecret }), variables);
}
