import * as v from 'valibot';
import type { Activation } from '../../domain/activation.js';
import type { Call } from '../call.js';
import { parseShape } from '../parsed.js';
import { activationShape } from '../shapes.js';

const path = '/integrations/{environmentId}/activations';
const shape = v.object({
  items: v.array(activationShape),
  incomplete: v.exactOptional(v.literal(true)),
});

export interface ActivationListAnswer {
  readonly items: readonly Activation[];
  /** Set if the user has more of them than are listed. */
  readonly incomplete?: true;
}

export const listActivations: Call<typeof path, ActivationListAnswer> = {
  method: 'GET',
  path,
  idempotency: 'safe',
  statuses: [200],
  parseAnswer: (body) => parseShape(shape, body),
};
