import type { Activation, ActivationInput, ChosenConnection } from '../../domain/activation.js';
import { type ParsedBody, parseJsonObject, parseMembers, refuseBody } from '../bodyParsers.js';
import type { CallWithBody } from '../call.js';
import { parseShape } from '../parsed.js';
import { activationShape } from '../shapes.js';

/** The user's choices; the path names the integration. */
export type ActivateBody = Omit<ActivationInput, 'environmentId'>;

const path = '/integrations/{environmentId}/activations';

/** 201 for a new activation; 200 with the same activation if the key was seen before. */
export const activate: CallWithBody<typeof path, Activation, ActivateBody> = {
  method: 'POST',
  path,
  idempotency: 'byKey',
  statuses: [201, 200],
  parseBody,
  parseAnswer: (body) => parseShape(activationShape, body),
};

function parseBody(body: unknown): ParsedBody<ActivateBody> {
  const members = parseMembers(body, ['connections', 'dynamicVariables']);
  if (!members.ok) return members;
  const { connections, dynamicVariables } = members.value;
  if (!Array.isArray(connections)) return refuseBody(['connections'], 'Must be an array.');
  const chosen: ChosenConnection[] = [];
  for (const [index, item] of connections.entries()) {
    const parsed = parseChoice(item, index);
    if (!parsed.ok) return parsed;
    chosen.push(parsed.value);
  }
  const variables = parseJsonObject(dynamicVariables, ['dynamicVariables']);
  if (!variables.ok) return variables;
  return { ok: true, value: { connections: chosen, dynamicVariables: variables.value } };
}

function parseChoice(item: unknown, index: number): ParsedBody<ChosenConnection> {
  const at = ['connections', index];
  const members = parseMembers(item, ['connectionTemplateId', 'existingConnectionId'], at);
  if (!members.ok) return members;
  const { connectionTemplateId, existingConnectionId } = members.value;
  if (typeof connectionTemplateId !== 'string') {
    return refuseBody([...at, 'connectionTemplateId'], 'Must be a string.');
  }
  if (typeof existingConnectionId !== 'string') {
    return refuseBody([...at, 'existingConnectionId'], 'Must be a string.');
  }
  return { ok: true, value: { connectionTemplateId, existingConnectionId } };
}
