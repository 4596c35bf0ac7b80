import type { Connection } from '../../domain/connection.js';
import type { CallWithBody } from '../call.js';
import { type ConnectionBody, parseConnectionBody } from '../connectionBody.js';
import { parseShape } from '../parsed.js';
import { connectionShape } from '../shapes.js';

const path =
  '/integrations/{environmentId}/templates/{connectionTemplateId}/connections/{connectionId}';

/** Replaces the credentials of a connection; its id stays, and so do the activations that use it. */
export const reconnectConnection: CallWithBody<typeof path, Connection, ConnectionBody> = {
  method: 'PUT',
  path,
  idempotency: 'byKey',
  statuses: [200],
  parseBody: parseConnectionBody,
  parseAnswer: (body) => parseShape(connectionShape, body),
};
