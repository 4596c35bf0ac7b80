import type { Activation } from '../domain/activation.js';
import { isUsable, type Connection } from '../domain/connection.js';
import type { Integration } from '../domain/integration.js';
import type { FlowBeginning } from './state.js';

/** What is chosen anew when an activation is replaced. */
export interface ReplacementStart {
  /** The template whose connection is to be another; none: whatever does not work. */
  readonly connectionTemplateId?: string;
  /** The connection that takes its place, where it is known already. */
  readonly connection?: Connection;
}

/**
 * Where the flow that replaces an activation begins: with the connections that it has, but for the
 * one to be replaced and those that do not work. Variables are filled in by the form.
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
