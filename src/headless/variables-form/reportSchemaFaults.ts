import type { ReadSchema } from '../../variables/schema/readSchema.js';

const warned = new WeakSet<ReadSchema>();

/** Tells the host's developer, once for a schema, of patterns that no form can check. */
export function warnOfUnchecked(schema: ReadSchema): void {
  const { uncheckedAt } = schema;
  if (uncheckedAt.length === 0 || warned.has(schema)) return;
  warned.add(schema);
  // oxlint-disable-next-line no-console -- A form has no other way to its developer.
  console.warn(
    `react-versori-onboarding: patterns with back references are not checked, since that could take for ever: ${uncheckedAt.join(', ')}`,
  );
}
