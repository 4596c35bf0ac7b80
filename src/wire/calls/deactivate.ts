import type { Call } from '../call.js';

const path = '/integrations/{environmentId}/activations/{activationId}';

export const deactivate: Call<typeof path, undefined> = {
  method: 'DELETE',
  path,
  idempotency: 'idempotent',
  statuses: [204],
  // Whatever a host adds to its 204 says nothing that the browser needs.
  parseAnswer: () => ({ ok: true, value: undefined }),
};
