import type { Call } from '../call.js';

const path = '/integrations/{environmentId}/activations/{activationId}';

export const deactivate: Call<typeof path, undefined> = {
  method: 'DELETE',
  path,
  idempotency: 'idempotent',
  statuses: [204],
  // Ignores a body: the browser needs nothing of it.
  parseAnswer: () => ({ ok: true, value: undefined }),
};
