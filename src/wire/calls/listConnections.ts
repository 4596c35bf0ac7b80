import * as v from 'valibot';
import type { Connection } from '../../domain/connection.js';
import type { Page } from '../../domain/page.js';
import type { Call } from '../call.js';
import { parseShape } from '../parsed.js';
import { connectionShape } from '../shapes.js';

const path = '/integrations/{environmentId}/templates/{connectionTemplateId}/connections';
const shape = v.object({
  items: v.array(connectionShape),
  totalCount: v.exactOptional(v.number()),
  next: v.exactOptional(v.string()),
  incomplete: v.exactOptional(v.literal(true)),
});

export const listConnections: Call<typeof path, Page<Connection>> = {
  method: 'GET',
  path,
  idempotency: 'safe',
  statuses: [200],
  parseAnswer: (body) => parseShape(shape, body),
};
