import type { Connection } from '../../domain/connection.js';
import type { CallWithBody } from '../call.js';
import { type ConnectionBody, parseConnectionBody } from '../connectionBody.js';
import { parseShape } from '../parsed.js';
import { connectionShape } from '../shapes.js';

const path = '/integrations/{environmentId}/templates/{connectionTemplateId}/connections';

/** 201 for a new connection; 200 with the same connection if the key was seen before. */
export const createConnection: CallWithBody<typeof path, Connection, ConnectionBody> = {
  method: 'POST',
  path,
  idempotency: 'byKey',
  statuses: [201, 200],
  parseBody: parseConnectionBody,
  parseAnswer: (body) => parseShape(connectionShape, body),
};
