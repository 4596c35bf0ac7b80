import type { Connection, HealthStatus } from '../domain/connection.js';
import { isJsonObject, isJsonValue, type JsonValue } from '../domain/json.js';
import type { ActivationAttempt, FlowBeginning, FlowState } from './state.js';
import type { Step } from './steps.js';
import type { VariablesEntry } from './variablesEntry.js';

/** Where drafts live: `sessionStorage`, or anything with these three methods. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Bump when the shape changes: a draft of another version is ignored. */
const VERSION = 1;

/**
 * Writes what survives a reload as JSON: the step, the chosen connections and what was typed,
 * without its secrets. `null`: there is nothing to keep.
 */
export function toDraft(state: FlowState): string | null {
  const { submission, variables } = state;
  if (submission.status === 'done') return null;
  const attempt =
    submission.status === 'submitting' ||
    submission.status === 'checking' ||
    submission.status === 'unknown'
      ? submission.attempt
      : null;
  if (state.choices.size === 0 && variables === null && attempt === null) return null;
  return JSON.stringify({
    version: VERSION,
    stepId: state.stepId,
    choices: [...state.choices],
    variables: variables && {
      input: variables.draftInput,
      values: variables.hasSecrets ? null : variables.values,
    },
    attempt,
  });
}

/**
 * Reads a draft. Never throws and drops what does not fit, since extensions and users can edit the
 * storage. An attempt whose answer the reload lost starts with a check.
 */
export function parseDraft(text: string | null): FlowBeginning {
  const draft = text === null ? undefined : parseJson(text);
  if (!isJsonObject(draft) || draft['version'] !== VERSION) return {};
  const { stepId, choices, variables, attempt } = draft;
  const parsedAttempt = parseAttempt(attempt);
  return {
    ...(isStepId(stepId) && { stepId }),
    choices: parseChoices(choices),
    variables: parseVariables(variables),
    ...(parsedAttempt && {
      // The key must not be sent again: the body that it was used with is gone.
      submission: { status: 'checking', attempt: parsedAttempt, isRepeatable: false },
    }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isStepId(value: unknown): value is Step['id'] {
  return typeof value === 'string';
}

function parseAttempt(value: unknown): ActivationAttempt | null {
  if (!isJsonObject(value)) return null;
  const { idempotencyKey, knownActivationIds } = value;
  if (typeof idempotencyKey !== 'string') return null;
  if (knownActivationIds === null) return { idempotencyKey, knownActivationIds };
  if (!Array.isArray(knownActivationIds)) return null;
  return { idempotencyKey, knownActivationIds: knownActivationIds.map(String) };
}

function parseVariables(value: unknown): VariablesEntry | null {
  if (!isJsonObject(value)) return null;
  const { input, values } = value;
  if (!isJsonValue(input)) return null;
  const confirmed = isJsonObject(values) && isJsonValue(values) ? values : null;
  return { input, draftInput: input, values: confirmed, hasSecrets: false };
}

function parseChoices(value: unknown): ReadonlyMap<string, Connection> {
  const choices = new Map<string, Connection>();
  if (!Array.isArray(value)) return choices;
  for (const entry of value) {
    if (!Array.isArray(entry)) continue;
    const [connectionTemplateId, connection] = entry as readonly unknown[];
    const parsed = parseConnection(connection);
    if (typeof connectionTemplateId === 'string' && parsed) {
      choices.set(connectionTemplateId, parsed);
    }
  }
  return choices;
}

const HEALTH: readonly HealthStatus[] = ['ok', 'unchecked', 'expiring', 'expired', 'failing'];

function parseConnection(value: unknown): Connection | null {
  if (!isJsonObject(value)) return null;
  const { id, name, baseUrl, authTypes, createdAt, updatedAt, health } = value;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  return {
    id,
    name,
    ...(typeof baseUrl === 'string' && { baseUrl }),
    authTypes: Array.isArray(authTypes) ? authTypes.map(String) : [],
    ...(typeof createdAt === 'string' && { createdAt }),
    ...(typeof updatedAt === 'string' && { updatedAt }),
    health: parseHealth(health),
  };
}

function parseHealth(value: JsonValue | undefined): Connection['health'] {
  if (!isJsonObject(value)) return { status: 'unchecked' };
  const status = HEALTH.find((known) => known === value['status']) ?? 'unchecked';
  const { expiresAt } = value;
  return { status, ...(typeof expiresAt === 'string' && { expiresAt }) };
}
