import * as v from 'valibot';
import type { Activation } from '../../domain/activation.js';
import type { Call } from '../call.js';
import { parseShape } from '../parsed.js';
import { activationShape } from '../shapes.js';

const path = '/integrations/{environmentId}/activations';
const shape = v.object({ items: v.array(activationShape) });

export const listActivations: Call<typeof path, { readonly items: readonly Activation[] }> = {
  method: 'GET',
  path,
  idempotency: 'safe',
  statuses: [200],
  parseAnswer: (body) => parseShape(shape, body),
};
