import { isJsonArray, isJsonObject, toCanonicalJson, type JsonValue } from '../../domain/json.js';
import { getAt, isWithin, parsePointer } from '../../domain/pointer.js';
import { getAuthorMessage } from '../../variables/authorMessage.js';
import { checkValue, type VariableError } from '../../variables/checkVariables.js';
import { isNameError } from '../../variables/isNameError.js';
import type { ErrorParameters } from '../../variables/errorParameters.js';
import type { Field } from '../../variables/field.js';
import { humanizeName } from '../../variables/humanizeName.js';
import type { ResolvedVariables } from '../../variables/resolveVariables.js';
import type { ReadSchema } from '../../variables/schema/readSchema.js';
import type { FieldIndex } from './fieldIndex.js';
import type { ErrorFacts } from './toErrorMessage.js';

/** An error at the field that shows it. */
export interface FieldError extends ErrorFacts {
  /** The field's key; `null`: no field can show it. */
  readonly key: string | null;
  /** JSON Pointer of the place that is wrong, which may lie within the field's. */
  readonly path: string;
  /** True: the platform said so, and only it knows when that ends. */
  readonly isRefusal: boolean;
}

/** All errors of an input, in the order of the schema; none at stored secrets that are kept. */
export function findFieldErrors(
  read: ReadSchema,
  resolved: Pick<ResolvedVariables, 'values' | 'problems'>,
  index: FieldIndex,
  isKept: (path: string) => boolean,
): readonly FieldError[] {
  const own = resolved.problems.map(({ field, keyword }): FieldError => {
    const named = keyword === 'number' ? 'type' : keyword;
    const authorMessage = getAuthorMessage(field.errorMessage, named, field.pointer);
    return {
      key: field.key,
      path: field.pointer,
      keyword,
      parameters: keyword === 'required' ? describeField(field) : {},
      isRefusal: false,
      ...(authorMessage !== undefined && { authorMessage }),
    };
  });
  const said = own.map(({ path }) => path);
  const found = checkValue(read, resolved.values ?? {}, (node, keyword, path) =>
    index.getChosenVariant(`${node.at}/${keyword}`, path),
  );
  const wrong = [...said, ...found.map(({ path }) => path)];
  const others = found
    .filter(({ path }) => !said.some((at) => isWithin(path, at)))
    .filter(
      ({ keyword, path }) =>
        keyword !== 'uniqueItems' || hasDuplicates(resolved.values, path, wrong),
    )
    .map((error): FieldError => {
      const named = isNameError(error) ? index.getOutermost(error.path) : undefined;
      const field = named ?? index.findNearest(error.path);
      const isWhole = error.keyword === 'schema' && error.path === '';
      const key = isWhole ? null : getShownKey(field, error.path);
      return { ...error, ...withFieldFacts(error, field), key, isRefusal: false };
    });
  const errors = [...own, ...others, ...findRootError(resolved.values, index)];
  return errors.filter(({ path }) => !isKept(path));
}

/** Whether entries are alike besides those with errors of their own, as rows that are still empty. */
function hasDuplicates(
  values: JsonValue | undefined,
  path: string,
  wrong: readonly string[],
): boolean {
  const entries = getAt(values, parsePointer(path) ?? []);
  if (!isJsonArray(entries)) return false;
  const within = wrong.filter((at) => isWithin(at, path));
  const places = new Set(within.map((at) => at.slice(path.length + 1).split('/', 1)[0]));
  const others = entries.filter((_, index) => !places.has(String(index)));
  return new Set(others.map(toCanonicalJson)).size < others.length;
}

/** Adds what the field knows: how a text should look, and what it is called that is missing. */
function withFieldFacts(
  { keyword, parameters, path }: VariableError,
  field: Field | undefined,
): Partial<Pick<FieldError, 'parameters'>> {
  if (field === undefined) return {};
  const hint = 'patternHint' in field ? field.patternHint : undefined;
  if (keyword === 'pattern' && hint !== undefined) return { parameters: { ...parameters, hint } };
  const isMissing = keyword === 'required' || keyword === 'dependentRequired';
  return isMissing && field.pointer === path ? { parameters: describeField(field) } : {};
}

/** The name of a field, and whether its value is chosen or typed. */
function describeField(field: Field): ErrorParameters {
  const name = field.title ?? humanizeName(field.name);
  return { name, expected: isChosen(field) ? 'choice' : 'value' };
}

function isChosen(field: Field): boolean {
  if (field.kind === 'nullable') return isChosen(field.field);
  return /^(?:boolean|choice|set|variant)$/.test(field.kind);
}

/** Variables are an object, also where the schema would take anything. */
function findRootError(values: JsonValue | undefined, index: FieldIndex): FieldError[] {
  if (values === undefined || isJsonObject(values)) return [];
  const key = getShownKey(index.findNearest(''), '');
  return [{ key, path: '', keyword: 'type', parameters: { expected: 'object' }, isRefusal: false }];
}

/** The key of the field that shows an error; the form itself has no place of its own to show one. */
export function getShownKey(field: Field | undefined, path: string): string | null {
  if (field === undefined || (field.pointer === '' && field.kind === 'object')) return null;
  return path === '' || field.pointer !== '' ? field.key : null;
}
