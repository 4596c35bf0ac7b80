import { isSameJson, type JsonValue } from '../domain/json.js';
import { isText } from './jsonKind.js';
import { getPatternHint, getWidget, listSuggestions } from './fieldHints.js';
import type { Field, FieldPlace, JsonReason, TextField, Option, VariantType } from './field.js';
import type { Described, ResolveContext, Resolved } from './place.js';
import { findFirst, findKeyword, getKeyword } from './schemaParts.js';
import {
  getChoice,
  NONE,
  OMITTED,
  toChoiceInput,
  toJsonInput,
  toSwitchInput,
  toTextInput,
  unwrapSecret,
  type VariableInput,
} from './variableInput.js';

/** Longer texts than this get more than one line. */
const LONG_TEXT = 255;

/** Texts, numbers and booleans. */
export function resolveLeaf(
  { isValid }: ResolveContext,
  described: Described,
  type: Exclude<VariantType, 'object' | 'array' | 'null'>,
): Resolved {
  const { base, parts, place, schemas } = described;
  switch (type) {
    case 'string': {
      const format = findKeyword(parts.nodes, 'format', isText) ?? '';
      const maxLength = findFirst(parts.nodes, ({ string }) => string?.maxLength);
      // Asked of fields that must be filled in alone: all others may be left out.
      const allowsEmpty = !place.required || schemas.every((schema) => isValid(schema, ''));
      const contentMediaType = findKeyword(parts.nodes, 'contentMediaType', isText);
      const multiline =
        (maxLength ?? 0) > LONG_TEXT ||
        /^(?:textarea|multiline|markdown)$/.test(getWidget(parts.nodes) ?? format) ||
        parts.nodes.some((node) => getKeyword(node, 'multiline') === true) ||
        contentMediaType !== undefined;
      const kind = multiline && !base.secret ? 'longText' : 'text';
      const field: TextField = {
        ...base,
        kind,
        format,
        maxLength,
        multiline,
        suggestions: listSuggestions(parts.nodes),
        patternHint: getPatternHint(parts.nodes),
        contentEncoding: findKeyword(parts.nodes, 'contentEncoding', isText),
        contentMediaType,
        allowsEmpty,
      };
      return seed(field, described, toText);
    }
    case 'number':
    case 'integer': {
      const minimum =
        findFirst(parts.nodes, ({ number }) => number?.minimum) ??
        findFirst(parts.nodes, ({ number }) => number?.exclusiveMinimum);
      return seed({ ...base, kind: type, minimum }, described, toText);
    }
    case 'boolean': {
      const options = [{ value: true }, { value: false }];
      const isSwitch = place.required || typeof base.default === 'boolean';
      if (!isSwitch || hasForeignValue(described, options)) {
        return resolveOptions(described, options);
      }
      return seed({ ...base, kind: 'boolean' }, described, (value) =>
        typeof value === 'boolean' ? toSwitchInput(value) : OMITTED,
      );
    }
  }
}

/** A choice, or the one value that there is. */
export function resolveOptions(described: Described, options: readonly Option[]): Resolved {
  const { place } = described;
  const isNull = ({ value, label }: Option): boolean => value === null && label === undefined;
  // An option that says no more than "Not set" beside it.
  const isNullable = !place.required && options.length > 1 && options.some(isNull);
  const base = { ...described.base, ...(isNullable && toNullable(described)) };
  const offered = options.filter(
    ({ value }) => value !== null || !(isNullable || place.excludeNull),
  );
  const [only, ...more] = offered;
  if (more.length > 0 || hasForeignValue(described, offered)) {
    const field: Field = { ...base, kind: 'choice', options: offered };
    return seed(field, described, (value) =>
      value === null && isNullable ? NONE : toChoiceInput(value),
    );
  }
  if (only === undefined) {
    return toJsonField(described, described.parts.nothing ? 'nothing' : 'contradiction');
  }
  const required = place.required || place.isDiscriminator;
  // What tells variants apart is chosen with the variant.
  const hints = { ...base.hints, isHidden: base.hints.isHidden || place.isDiscriminator };
  const field: Field = { ...base, kind: 'const', value: only.value, required, hints };
  // A default that is another value was not chosen by the user.
  return seed(field, described, () => toChoiceInput(only.value));
}

/**
 * Whether the user, or who stored the values, chose what is no option now. It stays until they change
 * it. What tells variants apart goes with the variant.
 */
function hasForeignValue({ place, base }: Described, options: readonly Option[]): boolean {
  if (place.isDiscriminator) return false;
  const isDefault = place.input === undefined && place.seed === base.default;
  const seeded = isDefault ? undefined : place.seed;
  const value = place.input === undefined ? seeded : getChoice(place.input);
  // Where nothing is left, groups and lists are shown as JSON, as they always are.
  if (options.length === 0 && typeof value === 'object') return false;
  return value !== undefined && !options.some((option) => isSameJson(option.value, value));
}

/** Marks an optional field that stands for `null` where it is empty. */
export function toNullable({
  base,
  place,
}: Described): Pick<FieldPlace, 'isNullable' | 'emptiesToNull'> {
  const before = place.seed === undefined ? base.default : place.seed;
  return {
    isNullable: true,
    emptiesToNull: before === null || unwrapSecret(place.input)?.kind === 'none',
  };
}

/** What no other field fits: JSON, with the reason why. Not drawn where nothing can and need be given. */
export function toJsonField(described: Described, reason: JsonReason): Resolved {
  const { base, place } = described;
  const isEmpty = place.seed === undefined && (place.input ?? OMITTED).kind === 'omitted';
  const isImpossible = reason === 'nothing' || reason === 'contradiction';
  const isHidden = base.hints.isHidden || (isImpossible && isEmpty && !place.required);
  const field: Field = { ...base, hints: { ...base.hints, isHidden }, kind: 'json', reason };
  return seed(field, described, toJsonInput);
}

function toText(value: JsonValue): VariableInput {
  if (value === null) return OMITTED;
  return toTextInput(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** The field with the input that the user gave, or else the one that stands for the given value. */
function seed(
  field: Field,
  { place }: Described,
  toInput: (value: JsonValue) => VariableInput,
): Resolved {
  if (place.input !== undefined || place.seed === undefined) return { field, input: place.input };
  const input = toInput(place.seed);
  return { field, input: field.secret ? { kind: 'secret', input } : input };
}
