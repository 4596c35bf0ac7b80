import {
  fromEntries,
  getOwn,
  isJsonArray,
  isJsonObject,
  withOwn,
  type JsonObject,
  type JsonValue,
} from '../domain/json.js';

import type { InputStep } from './field.js';

/**
 * What the user typed at a place: plain JSON, so that a draft can hold it, and apart from the value,
 * so that `12a` in a number's field is not lost.
 *
 * `undefined` (a missing member): not asked yet. `null`: left out on purpose, a default too. A text:
 * as typed, also of numbers and of JSON. The others are tagged by their only or first member:
 * `{ choice }`, `{ none: true }` for the value `null`, `{ secret }` around what no draft may hold,
 * `{ list }`, `{ object }`, `{ variant }`.
 */
export type VariableInput = JsonValue;

export interface InputRow {
  /** Unique in its list; kept when rows change places. */
  readonly id: number;
  readonly input: VariableInput | undefined;
}

export interface InputEntry extends InputRow {
  /** `null`: not named yet, which is not the empty name. */
  readonly name: string | null;
}

/** The value `null`, which is not the absence of a value. */
export const NONE: JsonObject = { none: true };

/** The input within the mark of a secret. */
export function unwrapSecret(input: VariableInput | undefined): VariableInput | undefined {
  return isJsonObject(input) && Object.hasOwn(input, 'secret') ? getOwn(input, 'secret') : input;
}

export function isNone(input: VariableInput | undefined): boolean {
  return isJsonObject(input) && input['none'] === true;
}

/** The chosen value, or the chosen values; `undefined` where none is. */
export function getChoice(input: VariableInput | undefined): JsonValue | undefined {
  const inner = unwrapSecret(input);
  return isJsonObject(inner) ? getOwn(inner, 'choice') : undefined;
}

/** The rows of a list's input; `null` where it holds none, not even zero. */
export function getRows(input: VariableInput | undefined): readonly InputRow[] | null {
  const rows = isJsonObject(input) ? getOwn(input, 'list') : undefined;
  if (!isJsonArray(rows)) return null;
  return rows.flatMap((row) => {
    const id = isJsonObject(row) ? row['id'] : undefined;
    return typeof id === 'number' ? [{ id, input: isJsonObject(row) ? row['input'] : null }] : [];
  });
}

export function toListInput(rows: readonly InputRow[]): VariableInput {
  return { list: rows.map(toRow) };
}

function toRow({ id, input }: InputRow): JsonObject {
  return input === undefined ? { id } : { id, input };
}

/** The rows with names of the user's own of an object's input. */
export function getEntries(input: VariableInput | undefined): readonly InputEntry[] | null {
  const rows = isJsonObject(input) ? input['entries'] : undefined;
  if (!isJsonArray(rows)) return null;
  return (getRows({ list: rows }) ?? []).map((row, index) => {
    const named: JsonValue | undefined = rows[index];
    const name = isJsonObject(named) ? named['name'] : null;
    return { ...row, name: typeof name === 'string' ? name : null };
  });
}

/** An object's input with these rows. */
export function withEntries(input: VariableInput, entries: readonly InputEntry[]): VariableInput {
  const object: JsonObject = isJsonObject(input) ? input : { object: {} };
  return { ...object, entries: entries.map((row) => ({ ...toRow(row), name: row.name })) };
}

export function getMembers(input: VariableInput | undefined): JsonObject | null {
  const members = isJsonObject(input) ? input['object'] : undefined;
  return isJsonObject(members) ? members : null;
}

/** Whether an optional object is to be sent even where nothing in it is filled in. */
export function isPresent(input: VariableInput | undefined): boolean {
  return isJsonObject(input) && Object.hasOwn(input, 'present');
}

/** Whether the user made the object, which then begins with the schema's defaults. */
export function isNew(input: VariableInput | undefined): boolean {
  return isJsonObject(input) && input['present'] === 'new';
}

export function getVariant(input: VariableInput | undefined): number | null {
  const index = isJsonObject(input) ? input['variant'] : undefined;
  return typeof index === 'number' ? index : null;
}

export function getVariantInput(
  input: VariableInput | undefined,
  index: number,
): VariableInput | undefined {
  const inputs = isJsonObject(input) ? input['inputs'] : undefined;
  return isJsonObject(inputs) ? getOwn(inputs, String(index)) : undefined;
}

/** What an input stands for, as far as that can be told without its field: numbers are texts. */
export function guessValue(input: VariableInput | undefined): JsonValue | undefined {
  const inner = unwrapSecret(input);
  if (!isJsonObject(inner)) return inner ?? undefined;
  const variant = getVariant(inner);
  if (variant !== null) return guessValue(getVariantInput(inner, variant));
  const rows = getRows(inner);
  if (rows !== null) return rows.map((row) => guessValue(row.input) ?? null);
  const members = getMembers(inner);
  if (members === null) return getChoice(inner);
  const values = Object.entries(members).map(
    ([name, member]) => [name, guessValue(member)] as const,
  );
  return fromEntries(
    values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The input with one place changed; what is missing on the way is made. */
export function withInputAt(
  input: VariableInput | undefined,
  at: readonly InputStep[],
  next: VariableInput,
): VariableInput {
  const [step, ...rest] = at;
  if (step === undefined) return next;
  const container: JsonObject = isJsonObject(input) ? input : {};
  switch (step.kind) {
    case 'name': {
      const members = getMembers(input) ?? {};
      const member = withInputAt(getOwn(members, step.name), rest, next);
      return { ...container, object: withOwn(members, step.name, member) };
    }
    case 'variant': {
      const inputs = isJsonObject(container['inputs']) ? container['inputs'] : {};
      const variant = withInputAt(getVariantInput(input, step.index), rest, next);
      return {
        ...container,
        variant: getVariant(input),
        inputs: { ...inputs, [step.index]: variant },
      };
    }
    case 'row':
      return { list: changeRow(container['list'], step.id, rest, next) };
    case 'entry':
      return {
        object: {},
        ...container,
        entries: changeRow(container['entries'], step.id, rest, next),
      };
  }
}

function changeRow(
  rows: JsonValue | undefined,
  id: number,
  at: readonly InputStep[],
  next: VariableInput,
): JsonValue {
  return (isJsonArray(rows) ? rows : []).map((row: JsonValue) =>
    isJsonObject(row) && row['id'] === id
      ? { ...row, input: withInputAt(row['input'], at, next) }
      : row,
  );
}

/** The input at a place; `undefined` where none was given. */
export function getInputAt(
  input: VariableInput | undefined,
  at: readonly InputStep[],
): VariableInput | undefined {
  let current = input;
  for (const step of at) {
    if (step.kind === 'name') current = getOwn(getMembers(current) ?? {}, step.name);
    else if (step.kind === 'variant') current = getVariantInput(current, step.index);
    else {
      const rows = step.kind === 'row' ? getRows(current) : getEntries(current);
      current = rows?.find((row) => row.id === step.id)?.input;
    }
  }
  return current;
}

/** The input without what the user typed as a secret, wherever it stands; for drafts. */
export function withoutSecretInput(input: VariableInput): VariableInput {
  if (!isJsonObject(input)) return input;
  const next: Record<string, JsonValue> = { ...input };
  for (const tag of ['object', 'inputs']) {
    const members = input[tag];
    if (isJsonObject(members)) next[tag] = withoutSecretMembers(members);
  }
  for (const tag of ['list', 'entries']) {
    const rows = input[tag];
    if (!isJsonArray(rows)) continue;
    next[tag] = rows.map((row: JsonValue) => (isJsonObject(row) ? withoutSecretMembers(row) : row));
  }
  return next;
}

function withoutSecretMembers(members: JsonObject): JsonObject {
  const kept = Object.entries(members).filter(([, member]) => unwrapSecret(member) === member);
  return fromEntries(kept.map(([name, member]) => [name, withoutSecretInput(member)]));
}
