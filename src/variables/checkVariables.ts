import { getOwn, isJsonArray, isJsonObject, type JsonValue } from '../domain/json.js';
import { getAt, parsePointer, toPointer } from '../domain/pointer.js';
import { getAuthorMessage } from './authorMessage.js';
import { getErrorParameters, type ErrorParameters } from './errorParameters.js';

import type { LibraryError } from './jsonSchemaLibrary.js';
import { isNothing } from './keywordShapes.js';
import { locateKeyword, toSteps, type KeywordPlace } from './located.js';
import { toSchemaDocument, type SchemaDocument } from './schemaDocument.js';
import { entriesOf, toNames } from './schemaParts.js';
import { getTest } from './testedKeyword.js';
import { toJson } from './toJson.js';

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

const nothingChosen: GetChosenVariant = () => undefined;

/**
 * Judges values by a schema of any draft. Empty: valid. Never throws; a schema that cannot be used
 * makes one error with the keyword `schema`, never an empty list.
 */
export function checkVariables(
  schema: unknown,
  values: unknown,
  getChosen: GetChosenVariant = nothingChosen,
): readonly VariableError[] {
  const document = toSchemaDocument(schema);
  const value = toJson(values);
  if (value !== undefined || document.problem) {
    return checkDocument(document, value ?? null, getChosen);
  }
  return [{ path: '', keyword: 'json', parameters: {} }];
}

/** These only say that something below them is wrong, which then says it itself. */
const OUTER =
  /^(?:(?:pattern|additional|unevaluated)?[pP]roperties|(?:prefix|additional|unevaluated)?[iI]tems|allOf|\$ref|\$recursiveRef|if|dependentSchemas|propertyNames)$/;

/** As `checkVariables`, for a document that is already made and values that are JSON. */
export function checkDocument(
  document: SchemaDocument,
  value: JsonValue,
  getChosen: GetChosenVariant = nothingChosen,
): readonly VariableError[] {
  document.begin();
  const judged = document.judge(value, document.root);
  if ('reason' in judged) return [{ path: '', keyword: 'schema', parameters: { ...judged } }];
  /** By path and keyword: the same thing is said once. */
  const errors = new Map<string, VariableError>();

  function collect(found: readonly LibraryError[]): void {
    for (let n = 0; n < found.length; n += 1) {
      const error = found[n];
      if (error === undefined || OUTER.test(error.keyword)) continue;
      if (!/^(?:any|one)Of$/.test(error.keyword)) {
        collectLeaf(error);
        continue;
      }
      // The errors of the branches follow, and lie below.
      const branches = new Map<number, LibraryError[]>();
      const below = `${error.keywordLocation}/`;
      for (
        let inner = found[n + 1];
        inner?.keywordLocation.startsWith(below);
        inner = found[(n += 1) + 1]
      ) {
        const index = parseInt(inner.keywordLocation.slice(below.length), 10);
        const known = branches.get(index);
        if (known) known.push(inner);
        else branches.set(index, [inner]);
      }
      collectVariants(error, branches);
    }
  }

  /**
   * Of the branches only one is worth showing: the chosen one, else the only one whose type and
   * constants fit. Where none stands out, or more than one is fulfilled, the choice itself is wrong.
   */
  function collectVariants(
    error: LibraryError,
    branches: ReadonlyMap<number, readonly LibraryError[]>,
  ): void {
    const place = locateKeyword(document, error.keywordLocation);
    const list = place?.owner[error.keyword];
    const path = toPointer(toSteps(error.instanceLocation));
    const chosen = getChosen(list, path);
    const hasFailed = isJsonArray(list) && branches.size === list.length;
    const fitting = [...branches].filter(([index, found]) =>
      chosen === undefined ? !hasMismatch(found, error) : index === chosen,
    );
    const [only, ...more] = fitting;
    if (hasFailed && only && more.length === 0) collect(only[1]);
    else if (place?.within) collectLeaf(error);
    else add(path, error.keyword, place, { matches: hasFailed ? 0 : 2 });
  }

  function collectLeaf({ keyword, keywordLocation, instanceLocation }: LibraryError): void {
    const place = locateKeyword(document, keywordLocation);
    const steps = toSteps(instanceLocation);
    const path = toPointer(steps);
    if (place?.within === 'contains') return;
    if (place?.within) add(path, place.within, null);
    else if (keyword === 'required' || keyword === 'dependentRequired') {
      for (const name of listMissing(place, getAt(value, steps))) {
        add(path + toPointer([name]), keyword, place);
      }
    } else add(path, keyword, place);
  }

  function add(
    path: string,
    keyword: string,
    place: KeywordPlace | null,
    more?: ErrorParameters,
  ): void {
    const error = toError(path, keyword, place, more);
    const key = `${error.keyword} ${path}`;
    if (!errors.has(key)) errors.set(key, error);
  }

  function toError(
    path: string,
    keyword: string,
    place: KeywordPlace | null,
    more?: ErrorParameters,
  ): VariableError {
    if (place === null) return { path, keyword, parameters: {} };
    const test = getTest(place.owner);
    const owner = test?.owner ?? place.owner;
    const named = test?.keyword ?? (isNothing(owner) ? place.through || 'false' : keyword);
    const at = getAt(value, parsePointer(path) ?? []);
    const parameters = { ...getErrorParameters(named, owner, at, test), ...more };
    const authorMessage = getAuthorMessage(getOwn(owner, 'errorMessage'), named, path);
    return {
      path,
      keyword: named,
      parameters,
      ...(authorMessage !== undefined && { authorMessage }),
    };
  }

  collect(judged);
  return [...errors.values()];
}

/** Whether a branch fails by its type, or by a constant of its own or of one of its properties. */
function hasMismatch(errors: readonly LibraryError[], { instanceLocation }: LibraryError): boolean {
  return errors.some(({ keyword, instanceLocation: at }) => {
    const below = at.slice(instanceLocation.length + 1);
    if (keyword === 'type') return below === '';
    return /^(?:const|enum)$/.test(keyword) && !below.includes('/');
  });
}

function listMissing(place: KeywordPlace | null, value: JsonValue | undefined): string[] {
  if (place === null || !isJsonObject(value)) return [];
  const { required, dependentRequired } = place.owner;
  const names =
    place.keyword === 'required'
      ? toNames(required)
      : entriesOf(dependentRequired).flatMap(([name, list]) =>
          Object.hasOwn(value, name) ? toNames(list) : [],
        );
  return names.filter((name) => !Object.hasOwn(value, name));
}
