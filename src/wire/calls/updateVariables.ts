import type { Activation } from '../../domain/activation.js';
import type { JsonObject } from '../../domain/json.js';
import { type ParsedBody, parseJsonObject, parseMembers } from '../bodyParsers.js';
import type { CallWithBody } from '../call.js';
import { parseShape } from '../parsed.js';
import { activationShape } from '../shapes.js';

export interface UpdateVariablesBody {
  /** The top-level variables to set; the others stay as they are. */
  readonly variables: JsonObject;
}

const path = '/integrations/{environmentId}/activations/{activationId}/variables';

/** `If-Match` carries the revision that the user saw; a stale one answers 412. */
export const updateVariables: CallWithBody<typeof path, Activation, UpdateVariablesBody> = {
  method: 'PATCH',
  path,
  idempotency: 'idempotent',
  statuses: [200],
  parseBody,
  parseAnswer: (body) => parseShape(activationShape, body),
};

function parseBody(body: unknown): ParsedBody<UpdateVariablesBody> {
  const members = parseMembers(body, ['variables']);
  if (!members.ok) return members;
  const variables = parseJsonObject(members.value['variables'], ['variables']);
  return variables.ok ? { ok: true, value: { variables: variables.value } } : variables;
}
