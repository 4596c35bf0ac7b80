import type { JsonValue } from '../domain/json.js';
import { parseJson } from './toJson.js';

/**
 * What the user typed at a place: plain JSON, so that a draft can hold it, and apart from the value,
 * so that `12a` in a number's field is not lost. `undefined` in its place: not asked yet.
 */
export type VariableInput =
  /** Left out on purpose: no default comes in its place. */
  | { readonly kind: 'omitted' }
  /** The value `null`, which is not the absence of a value. */
  | { readonly kind: 'none' }
  /** As typed, also of numbers. */
  | { readonly kind: 'text'; readonly text: string }
  /** A value as JSON, as typed: its place takes no such value. */
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'switch'; readonly isOn: boolean }
  /** The chosen value, or all chosen values of a set. */
  | { readonly kind: 'choice'; readonly value: JsonValue }
  /** Around what no draft may hold. */
  | { readonly kind: 'secret'; readonly input: VariableInput }
  | ListInput
  | ObjectInput
  | VariantInput;

export type ListInput = { readonly kind: 'list'; readonly rows: readonly InputRow[] };

export type ObjectInput = {
  readonly kind: 'object';
  readonly members: InputMembers;
  /** Properties with names of the user's own; `null`: not asked yet. */
  readonly entries: readonly InputEntry[] | null;
  /**
   * `given` and `new`: sent even where nothing in it is filled in. `new`: the user made it, so it
   * begins with the schema's defaults.
   */
  readonly presence: 'implied' | 'given' | 'new';
};

export type VariantInput = {
  readonly kind: 'variant';
  readonly chosen: number | null;
  /** By the number of the variant: what was typed for the others is kept. */
  readonly inputs: InputMembers;
};

export type InputMembers = Readonly<Record<string, VariableInput>>;

export type InputRow = {
  /** Unique in its list; kept when rows change places. */
  readonly id: number;
  /** `null`: not asked yet. */
  readonly input: VariableInput | null;
};

export type InputEntry = InputRow & {
  /** `null`: not named yet, which is not the empty name. */
  readonly name: string | null;
};

export const OMITTED: VariableInput = { kind: 'omitted' };
export const NONE: VariableInput = { kind: 'none' };

export function toTextInput(text: string): VariableInput {
  return { kind: 'text', text };
}

/** The input of a text's control, where nothing typed means nothing given. */
export function toTypedInput(text: string): VariableInput {
  return text === '' ? OMITTED : toTextInput(text);
}

/** The input of JSON that is typed, where nothing typed means nothing given. */
export function toTypedJsonInput(text: string): VariableInput {
  return text === '' ? OMITTED : { kind: 'json', text };
}

export function toJsonInput(value: JsonValue): VariableInput {
  return { kind: 'json', text: JSON.stringify(value, null, 2) };
}

export function toChoiceInput(value: JsonValue): VariableInput {
  return { kind: 'choice', value };
}

export function toSwitchInput(isOn: boolean): VariableInput {
  return { kind: 'switch', isOn };
}

export function toListInput(rows: readonly InputRow[]): ListInput {
  return { kind: 'list', rows };
}

export function toObjectInput(
  members: InputMembers,
  rest: Partial<Pick<ObjectInput, 'entries' | 'presence'>> = {},
): ObjectInput {
  return { kind: 'object', members, entries: null, presence: 'implied', ...rest };
}

/** A copy of a map with one member set, whatever its name. */
export function withMember(
  members: InputMembers,
  name: string,
  input: VariableInput,
): InputMembers {
  const member = { value: input, configurable: true, enumerable: true, writable: true };
  return Object.defineProperty({ ...members }, name, member);
}

export function getMember(members: InputMembers, name: string): VariableInput | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** The input within the mark of a secret. */
export function unwrapSecret(input: VariableInput | undefined): VariableInput | undefined {
  return input?.kind === 'secret' ? input.input : input;
}

/**
 * The input of a place that is no choice among variants: where it was one before, what was typed for
 * the variant that was chosen last.
 */
function unwrapVariant(input: VariableInput | undefined): VariableInput | undefined {
  if (input?.kind !== 'variant') return input;
  return input.chosen === null ? OMITTED : unwrapVariant(getVariantInput(input, input.chosen));
}

/** Whether a place was left out on purpose. */
export function isOmitted(input: VariableInput | undefined): boolean {
  return unwrapVariant(input)?.kind === 'omitted';
}

/** The text as typed; `undefined` where none was. */
export function getText(input: VariableInput | undefined): string | undefined {
  const inner = unwrapSecret(unwrapVariant(input));
  return inner?.kind === 'text' ? inner.text : getJsonText(input);
}

/** The JSON as typed; `undefined` where none was. */
export function getJsonText(input: VariableInput | undefined): string | undefined {
  const inner = unwrapSecret(unwrapVariant(input));
  return inner?.kind === 'json' ? inner.text : undefined;
}

/** The chosen value, or the chosen values, also of what was a switch; `undefined` where none is. */
export function getChoice(input: VariableInput | undefined): JsonValue | undefined {
  const inner = unwrapSecret(unwrapVariant(input));
  if (inner?.kind === 'switch') return inner.isOn;
  return inner?.kind === 'choice' ? inner.value : undefined;
}

/** Whether a switch, or what was a choice of yes and no, is on; `undefined` where nobody touched it. */
export function getSwitch(input: VariableInput | undefined): boolean | undefined {
  const choice = getChoice(input);
  return typeof choice === 'boolean' ? choice : undefined;
}

/** The rows of a list; `null` where it holds none, not even zero. */
export function getRows(input: VariableInput | undefined): readonly InputRow[] | null {
  const inner = unwrapVariant(input);
  return inner?.kind === 'list' ? inner.rows : null;
}

/** An object's input; `null` where it is none. */
export function getObject(input: VariableInput | undefined): ObjectInput | null {
  const inner = unwrapVariant(input);
  return inner?.kind === 'object' ? inner : null;
}

export function getVariantInput(
  input: VariableInput | undefined,
  index: number,
): VariableInput | undefined {
  return input?.kind === 'variant' ? getMember(input.inputs, String(index)) : undefined;
}

/** What an input stands for, as far as that can be told without its field: numbers are texts. */
export function guessValue(input: VariableInput | undefined): JsonValue | undefined {
  switch (input?.kind) {
    case undefined:
    case 'omitted':
    case 'none':
      return undefined;
    case 'text':
      return input.text;
    case 'json':
      return parseJson(input.text);
    case 'switch':
      return input.isOn;
    case 'choice':
      return input.value;
    case 'secret':
      return guessValue(input.input);
    case 'list':
      return input.rows.map((row) => guessValue(row.input ?? undefined) ?? null);
    case 'variant':
      return guessValue(unwrapVariant(input));
    case 'object':
      return Object.fromEntries(
        Object.entries(input.members).flatMap(([name, member]): [string, JsonValue][] => {
          const value = guessValue(member);
          return value === undefined ? [] : [[name, value]];
        }),
      );
  }
}

/** The input without what the user typed as a secret, wherever it stands; for drafts. */
export function withoutSecretInput(input: VariableInput): VariableInput {
  switch (input.kind) {
    case 'object':
      return {
        ...input,
        members: withoutSecretMembers(input.members),
        entries: input.entries && input.entries.map(withoutSecretRow),
      };
    case 'list':
      return { ...input, rows: input.rows.map(withoutSecretRow) };
    case 'variant':
      return { ...input, inputs: withoutSecretMembers(input.inputs) };
    default:
      return input;
  }
}

function withoutSecretMembers(members: InputMembers): InputMembers {
  const kept = Object.entries(members).filter(([, member]) => member.kind !== 'secret');
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutSecretInput(member)]));
}

function withoutSecretRow<Row extends InputRow>(row: Row): Row {
  const { input } = row;
  if (input === null) return row;
  return { ...row, input: input.kind === 'secret' ? null : withoutSecretInput(input) };
}
