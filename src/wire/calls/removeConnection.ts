import type { Call } from '../call.js';

const path =
  '/integrations/{environmentId}/templates/{connectionTemplateId}/connections/{connectionId}';

/** 409 while an activation uses the connection; `usedBy` of the problem names the integrations. */
export const removeConnection: Call<typeof path, undefined> = {
  method: 'DELETE',
  path,
  idempotency: 'idempotent',
  statuses: [204],
  // Ignores a body: the browser needs nothing of it.
  parseAnswer: () => ({ ok: true, value: undefined }),
};
