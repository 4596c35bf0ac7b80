import type { Integration } from '../../domain/integration.js';
import type { Call } from '../call.js';
import { parseShape } from '../parsed.js';
import { integrationShape } from '../shapes.js';

const path = '/integrations/{environmentId}';

export const getIntegration: Call<typeof path, Integration> = {
  method: 'GET',
  path,
  idempotency: 'safe',
  statuses: [200],
  parseAnswer: (body) => parseShape(integrationShape, body),
};
