import * as v from 'valibot';
import type { IntegrationSummary } from '../../domain/integration.js';
import type { Call } from '../call.js';
import { parseShape } from '../parsed.js';
import { summaryShape } from '../shapes.js';

const path = '/integrations';
const shape = v.object({ items: v.array(summaryShape) });

export const listIntegrations: Call<
  typeof path,
  { readonly items: readonly IntegrationSummary[] }
> = {
  method: 'GET',
  path,
  idempotency: 'safe',
  statuses: [200],
  parseAnswer: (body) => parseShape(shape, body),
};
