import { warnDeveloper } from '../../backend/warnDeveloper.js';
import { listSchemaFaults } from '../../variables/listSchemaFaults.js';
import type { ReadSchema } from '../../variables/schema/readSchema.js';
import type { ReportedError } from '../onboardingEvent.js';

const reported = new WeakSet<ReadSchema>();

/**
 * Tells the host what a schema's author should mend, once for each schema; in development its developer
 * too.
 */
export function reportSchemaFaults(
  schema: ReadSchema,
  onError: ((error: ReportedError) => void) | undefined,
): void {
  if (reported.has(schema)) return;
  reported.add(schema);
  const schemaFaults = listSchemaFaults(schema);
  if (schemaFaults.length === 0) return;
  onError?.({
    code: 'invalidSchema',
    status: undefined,
    paths: [],
    retryAfterSeconds: undefined,
    outcomeUnknown: false,
    schemaFaults,
  });
  if (process.env.NODE_ENV === 'production') return;
  const list = schemaFaults.map(({ reason, at, detail }) => `${reason} at ${at} (${detail})`);
  warnDeveloper(
    `the schema of the variables has faults. A default that is refused is not filled in where it is optional, and a pattern with back references is not checked: ${list.join(', ')}`,
  );
}
