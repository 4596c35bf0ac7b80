import { getOwn, isJsonObject, type JsonValue } from '../domain/json.js';
import { getAt, parsePointer, toPointer } from '../domain/pointer.js';
import { isList } from './jsonKind.js';
import { toJson } from './toJson.js';
import { getAuthorMessage } from './authorMessage.js';
import { getErrorParameters, type ErrorParameters } from './errorParameters.js';
import type { LibraryError } from './jsonSchemaLibrary.js';
import { locateKeyword, toSteps, type KeywordPlace } from './located.js';
import { isNothing } from './keywordShapes.js';
import { toSchemaDocument, type SchemaDocument } from './schemaDocument.js';
import type { SchemaProblem } from './schemaProblem.js';

/** What is wrong with one place of the values. */
export interface VariableError {
  /** JSON Pointer into the values; of a missing property, the place where it would stand. */
  readonly path: string;
  /**
   * The keyword that was violated; `schema` where the schema itself cannot be used, `json` where the
   * value is no JSON, `false` where nothing is allowed.
   */
  readonly keyword: string;
  readonly parameters: ErrorParameters;
  /** The schema author's own words for it (`errorMessage`). */
  readonly authorMessage?: string;
}

/** The variant that the user chose at a place, for a `oneOf` or `anyOf` of the document. */
export type GetChosenVariant = (list: JsonValue | undefined, path: string) => number | undefined;

/**
 * Judges values by a schema of any draft. Empty: valid. Never throws; a schema that cannot be used
 * makes one error with the keyword `schema`, never an empty list.
 */
export function checkVariables(
  schema: unknown,
  values: unknown,
  getChosen: GetChosenVariant = () => undefined,
): readonly VariableError[] {
  const document = toSchemaDocument(schema);
  if (document.problem !== null) return [toSchemaError(document.problem)];
  const value = toJson(values);
  if (value === undefined) return [{ path: '', keyword: 'json', parameters: {} }];
  return checkDocument(document, value, getChosen);
}

/** As `checkVariables`, for a document that is already made and values that are JSON. */
export function checkDocument(
  document: SchemaDocument,
  value: JsonValue,
  getChosen: GetChosenVariant = () => undefined,
): readonly VariableError[] {
  document.begin();
  const judged = document.judge(value, document.root);
  if ('reason' in judged) return [toSchemaError(judged)];
  const errors = new Map<string, VariableError>();
  collect({ document, value, getChosen, errors, found: judged }, 0, judged.length);
  return [...errors.values()];
}

interface Collection {
  readonly document: SchemaDocument;
  readonly value: JsonValue;
  readonly getChosen: GetChosenVariant;
  readonly found: readonly LibraryError[];
  /** By path and keyword: the same thing is said once. */
  readonly errors: Map<string, VariableError>;
}

/** These only say that something below them is wrong, which then says it itself. */
const OUTER =
  /^(?:properties|patternProperties|additionalProperties|unevaluatedProperties|items|prefixItems|additionalItems|unevaluatedItems|allOf|\$ref|\$recursiveRef|if|dependentSchemas|propertyNames)$/;

function collect(collection: Collection, from: number, to: number): void {
  for (let n = from; n < to; n += 1) {
    const error = collection.found[n];
    if (error === undefined || OUTER.test(error.keyword)) continue;
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
      const end = findEnd(collection.found, n, to);
      collectVariants(collection, error, n + 1, end);
      n = end - 1;
    } else collectLeaf(collection, error);
  }
}

/** Errors of the branches follow their `oneOf` and lie below its location. */
function findEnd(found: readonly LibraryError[], start: number, to: number): number {
  const prefix = `${found[start]?.keywordLocation}/`;
  let end = start + 1;
  while (end < to && found[end]?.keywordLocation.startsWith(prefix)) end += 1;
  return end;
}

/**
 * Of the branches only one is worth showing: the chosen one, else the only one whose type and
 * constants fit. Where none stands out, or more than one is fulfilled, the choice itself is wrong.
 */
function collectVariants(
  collection: Collection,
  error: LibraryError,
  from: number,
  to: number,
): void {
  const place = locateKeyword(collection.document, error.keywordLocation);
  const list = place === null ? undefined : getOwn(place.owner, place.keyword);
  const path = toPointer(toSteps(error.instanceLocation));
  const branches = splitBranches(collection.found, error, from, to);
  const chosen = collection.getChosen(list, path);
  const failed = isList(list) && branches.size === list.length;
  const fitting = [...branches.entries()].filter(
    ([index, [start, end]]) =>
      index === chosen ||
      (chosen === undefined && !hasMismatch(collection.found.slice(start, end), error)),
  );
  const [only] = fitting;
  if (failed && only !== undefined && fitting.length === 1) collect(collection, ...only[1]);
  else if (place?.within) collectLeaf(collection, error);
  else add(collection, toError(collection, error.keyword, path, place, failed ? 0 : 2));
}

function splitBranches(
  found: readonly LibraryError[],
  error: LibraryError,
  from: number,
  to: number,
): Map<number, [number, number]> {
  const branches = new Map<number, [number, number]>();
  const skip = error.keywordLocation.length + 1;
  for (let n = from; n < to; n += 1) {
    const index = parseInt(found[n]?.keywordLocation.slice(skip) ?? '', 10);
    const known = branches.get(index);
    if (known === undefined) branches.set(index, [n, n + 1]);
    else known[1] = n + 1;
  }
  return branches;
}

/** Whether a branch fails by its type, or by a constant of its own or of one of its properties. */
function hasMismatch(errors: readonly LibraryError[], { instanceLocation }: LibraryError): boolean {
  return errors.some(({ keyword, instanceLocation: at }) => {
    const below = at.slice(instanceLocation.length + 1);
    if (keyword === 'type') return below === '';
    return (keyword === 'const' || keyword === 'enum') && !below.includes('/');
  });
}

function collectLeaf(collection: Collection, error: LibraryError): void {
  const place = locateKeyword(collection.document, error.keywordLocation);
  const steps = toSteps(error.instanceLocation);
  const path = toPointer(steps);
  if (place?.within === 'contains') return;
  if (place?.within === 'propertyNames') {
    add(collection, { path, keyword: 'propertyNames', parameters: {} });
  } else if (error.keyword === 'required' || error.keyword === 'dependentRequired') {
    for (const name of listMissing(place, getAt(collection.value, steps))) {
      add(collection, toError(collection, error.keyword, path + toPointer([name]), place));
    }
  } else add(collection, toError(collection, error.keyword, path, place));
}

function toError(
  { document, value }: Collection,
  keyword: string,
  path: string,
  place: KeywordPlace | null,
  matches?: number,
): VariableError {
  if (place === null) return { path, keyword, parameters: {} };
  const test = keyword === 'not' ? document.getTest(getOwn(place.owner, 'not')) : undefined;
  const named = test?.keyword ?? (isNothing(place.owner) ? place.through || 'false' : keyword);
  const owner = test?.owner ?? place.owner;
  const at = getAt(value, parsePointer(path) ?? []);
  const parameters = getErrorParameters(named, owner, at, test);
  const authorMessage = getAuthorMessage(owner, named, path);
  return {
    path,
    keyword: named,
    parameters: matches === undefined ? parameters : { ...parameters, matches },
    ...(authorMessage !== undefined && { authorMessage }),
  };
}

function add({ errors }: Collection, error: VariableError): void {
  const key = `${error.keyword} ${error.path}`;
  if (!errors.has(key)) errors.set(key, error);
}

function listMissing(place: KeywordPlace | null, value: JsonValue | undefined): string[] {
  if (place === null || !isJsonObject(value)) return [];
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const dependent = getOwn(place.owner, 'dependentRequired');
  const lists =
    place.keyword === 'required'
      ? [place.owner['required']]
      : Object.entries(isJsonObject(dependent) ? dependent : {}).map(([name, list]) =>
          has(name) ? list : [],
        );
  const names = lists.flatMap((list) => (isList(list) ? list : []));
  return names.filter((name): name is string => typeof name === 'string' && !has(name));
}

function toSchemaError({ reason, at, detail }: SchemaProblem): VariableError {
  return { path: '', keyword: 'schema', parameters: { reason, at, detail } };
}
