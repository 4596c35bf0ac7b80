import { IDEMPOTENCY_KEY_HEADER } from '../wire/operations.js';
import { type Asking, toAsking } from './probe.js';

/** The last ULID that there can be: well-formed, and nobody's. */
export const madeUpId = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ';

/** A choice that the platform itself refuses, should a backend that is broken pass it on. */
export const impossibleBody: object = {
  connections: [{ connectionTemplateId: madeUpId, existingConnectionId: madeUpId }],
  dynamicVariables: {},
};

/** An activation that cannot come about, whatever the backend does with it. */
export function impossibleActivation(
  environmentId: string,
  body: unknown = impossibleBody,
): Asking {
  return {
    ...toAsking('activate', { environmentId }),
    body,
    headers: { [IDEMPOTENCY_KEY_HEADER]: crypto.randomUUID() },
  };
}

/** One request for each call that changes something, none of which can change anything. */
export function harmlessWrites(environmentId: string): readonly Asking[] {
  const parameters = { environmentId, activationId: madeUpId };
  return [
    impossibleActivation(environmentId),
    { ...toAsking('updateVariables', parameters), body: { variables: {} } },
    toAsking('deactivate', parameters),
  ];
}
