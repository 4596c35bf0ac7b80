import { listSchemaFaults } from '../../variables/listSchemaFaults.js';
import type { ReadSchema } from '../../variables/schema/readSchema.js';
import type { ReportedError } from '../onboardingEvent.js';

const reported = new WeakSet<ReadSchema>();

/** Tells the host and its developer, once for a schema, what its author should mend. */
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
  const list = schemaFaults.map(({ reason, at, detail }) => `${reason} at ${at} (${detail})`);
  // oxlint-disable-next-line no-console -- A form has no other way to its developer.
  console.warn(
    `react-versori-onboarding: the schema of the variables has faults. A default that is refused is not filled in where it is optional, and a pattern with back references is not checked: ${list.join(', ')}`,
  );
}
