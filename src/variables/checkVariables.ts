import { getOwn, isJsonObject, type JsonValue } from '../domain/json.js';
import { getAt, parsePointer } from '../domain/pointer.js';
import { getAuthorMessage } from './authorMessage.js';
import { getErrorParameters, type ErrorParameters } from './errorParameters.js';
import { evaluate } from './evaluate/evaluate.js';
import type { SchemaError } from './evaluate/evaluation.js';
import { readSchema, type ReadSchema } from './schema/readSchema.js';
import type { SchemaNode } from './schema/schemaNode.js';
import { toJson } from './toJson.js';

/** What is wrong with one place of the values. */
export interface VariableError {
  /** JSON Pointer into the values; of a missing property, the place where it would stand. */
  readonly path: string;
  /**
   * The keyword that was violated; of a schema `false`, the one that it stands under. `schema` where the
   * schema of the place cannot be used, `json` where the values are no JSON.
   */
  readonly keyword: string;
  readonly parameters: ErrorParameters;
  /** The schema author's own words for it (`errorMessage`). */
  readonly authorMessage?: string;
}

/** The index of the branch that the user chose at a place, of the choice that a schema holds. */
export type GetChosenVariant = (
  node: SchemaNode,
  keyword: 'anyOf' | 'oneOf',
  path: string,
) => number | undefined;

const nothingChosen: GetChosenVariant = () => undefined;

/**
 * Validates values by a schema of any draft. Empty: valid. Never throws; a schema that cannot be used
 * makes an error with the keyword `schema` at each value that it stands for, never an empty list.
 */
export function checkVariables(schema: unknown, values: unknown): readonly VariableError[] {
  const read = readSchema(schema);
  const value = toJson(values);
  if (value !== undefined || read.root.problem) return checkValue(read, value ?? null);
  return [{ path: '', keyword: 'json', parameters: {} }];
}

/** As `checkVariables`, for a schema that is already read and values that are JSON. */
export function checkValue(
  read: ReadSchema,
  value: JsonValue,
  getChosen: GetChosenVariant = nothingChosen,
): readonly VariableError[] {
  /** By path and keyword: the same thing is said once. */
  const errors = new Map<string, VariableError>();
  for (const error of evaluate(read, value).errors) {
    for (const told of listTold(error, getChosen)) {
      const key = `${told.keyword} ${told.path}`;
      if (!errors.has(key)) errors.set(key, toVariableError(told, value));
    }
  }
  return [...errors.values()];
}

/**
 * Of the branches of a choice only one is worth telling of: the chosen one, else the only one whose type
 * and constants fit. Where none stands out, or several match, the choice itself is wrong.
 */
function listTold(error: SchemaError, getChosen: GetChosenVariant): readonly SchemaError[] {
  const { branches, node, keyword, path } = error;
  if (branches === undefined || (keyword !== 'anyOf' && keyword !== 'oneOf')) return [error];
  const chosen = getChosen(node, keyword, path);
  const fitting = branches.filter((errors, index) =>
    chosen === undefined ? !hasMismatch(errors, path) : index === chosen,
  );
  const [only, ...more] = fitting;
  if (only === undefined || more.length > 0) return [error];
  return only.flatMap((inner) => listTold(inner, getChosen));
}

/** Whether a branch fails by its type, or by a constant of its own or of one of its properties. */
function hasMismatch(errors: readonly SchemaError[], path: string): boolean {
  return errors.some((error) => {
    const below = error.path.slice(path.length + 1);
    if (error.branches !== undefined) {
      return error.branches.every((inner) => hasMismatch(inner, path));
    }
    if (error.keyword === 'type') return below === '';
    return /^(?:const|enum)$/.test(error.keyword) && !below.includes('/');
  });
}

function toVariableError(error: SchemaError, value: JsonValue): VariableError {
  const { path, keyword, node } = error;
  const parameters = getErrorParameters(error, getAt(value, parsePointer(path) ?? []));
  const messages = isJsonObject(node.source) ? getOwn(node.source, 'errorMessage') : undefined;
  const authorMessage = getAuthorMessage(messages, keyword, path);
  return { path, keyword, parameters, ...(authorMessage !== undefined && { authorMessage }) };
}
