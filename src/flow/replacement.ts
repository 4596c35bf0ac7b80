import type { Activation } from '../domain/activation.js';
import { isUsable, type Connection } from '../domain/connection.js';
import type { Integration } from '../domain/integration.js';
import type { FlowBeginning } from './state.js';

/** Which connection a replacement of an activation changes. */
export interface ReplacementStart {
  /** The template whose connection is replaced; absent: those whose connection does not work. */
  readonly connectionTemplateId?: string;
  /** The connection that takes its place, if it is known already. */
  readonly connection?: Connection;
}

/**
 * The start of a flow that replaces an activation: its connections, except the one to replace and
 * those that do not work. The form fills in the variables.
 */
export function toReplacement(
  { connectionTemplates }: Integration,
  activation: Activation,
  { connectionTemplateId, connection }: ReplacementStart = {},
): FlowBeginning {
  const choices = new Map<string, Connection>();
  for (const template of connectionTemplates) {
    const isReplaced = template.id === connectionTemplateId;
    const current = activation.connections.find(
      (entry) => entry.connectionTemplateId === template.id,
    )?.connection;
    const chosen = isReplaced ? connection : current;
    if (chosen !== undefined && isUsable(chosen)) choices.set(template.id, chosen);
  }
  const stepId =
    connectionTemplateId === undefined ? undefined : `template:${connectionTemplateId}`;
  return { choices, ...(stepId !== undefined && { stepId }) };
}
