import type { ChosenConnection } from '../domain/activation.js';
import { isJsonObject, isJsonValue, type JsonObject } from '../domain/json.js';
import type { ProblemField } from '../domain/problem.js';
import { toPointer } from '../domain/pointer.js';

/** Body of `POST …/activations`. */
export interface ActivationBody {
  readonly connections: readonly ChosenConnection[];
  readonly dynamicVariables: JsonObject;
}

/** Body of `PATCH …/variables`: the variables to set, by name; the others stay as they are. */
export interface VariablesBody {
  readonly variables: JsonObject;
}

export type ParsedBody<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly field: ProblemField };

/** Reads what the browser chose; a member that the API does not know is refused, not ignored. */
export function parseActivationBody(body: unknown): ParsedBody<ActivationBody> {
  if (!isJsonObject(body)) return refuse([], 'Must be an object.');
  const extra = findUnknown(body, ['connections', 'dynamicVariables']);
  if (extra !== undefined) return refuse([extra], 'Unknown member.');
  const { connections, dynamicVariables } = body;
  if (!Array.isArray(connections)) return refuse(['connections'], 'Must be an array.');
  const chosen: ChosenConnection[] = [];
  for (const [index, item] of connections.entries()) {
    const parsed = parseChoice(item, index);
    if (!parsed.ok) return parsed;
    chosen.push(parsed.value);
  }
  const variables = parseObject(dynamicVariables, 'dynamicVariables');
  if (!variables.ok) return variables;
  return { ok: true, value: { connections: chosen, dynamicVariables: variables.value } };
}

/** Reads the variables that the browser wants set. */
export function parseVariablesBody(body: unknown): ParsedBody<VariablesBody> {
  if (!isJsonObject(body)) return refuse([], 'Must be an object.');
  const extra = findUnknown(body, ['variables']);
  if (extra !== undefined) return refuse([extra], 'Unknown member.');
  const variables = parseObject(body['variables'], 'variables');
  return variables.ok ? { ok: true, value: { variables: variables.value } } : variables;
}

function parseChoice(item: unknown, index: number): ParsedBody<ChosenConnection> {
  const at = ['connections', index];
  if (!isJsonObject(item)) return refuse(at, 'Must be an object.');
  const extra = findUnknown(item, ['connectionTemplateId', 'existingConnectionId']);
  if (extra !== undefined) return refuse([...at, extra], 'Unknown member.');
  const { connectionTemplateId, existingConnectionId } = item;
  if (typeof connectionTemplateId !== 'string') {
    return refuse([...at, 'connectionTemplateId'], 'Must be a string.');
  }
  if (typeof existingConnectionId !== 'string') {
    return refuse([...at, 'existingConnectionId'], 'Must be a string.');
  }
  return { ok: true, value: { connectionTemplateId, existingConnectionId } };
}

function parseObject(value: unknown, name: string): ParsedBody<JsonObject> {
  if (!isJsonObject(value)) return refuse([name], 'Must be an object.');
  if (!isJsonValue(value)) return refuse([name], 'Nests too deep.');
  return { ok: true, value };
}

function findUnknown(value: JsonObject, known: readonly string[]): string | undefined {
  return Object.keys(value).find((name) => !known.includes(name));
}

function refuse(path: readonly (string | number)[], message: string): ParsedBody<never> {
  return { ok: false, field: { path: toPointer(path), message } };
}
