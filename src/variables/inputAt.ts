import type { InputStep } from './field.js';
import {
  getMember,
  getObject,
  getRows,
  getVariantInput,
  toListInput,
  toObjectInput,
  withMember,
  type InputRow,
  type VariableInput,
} from './variableInput.js';

/** The input at a place; `undefined` where none was given. */
export function getInputAt(
  input: VariableInput | undefined,
  at: readonly InputStep[],
): VariableInput | undefined {
  return at.reduce(getStep, input);
}

function getStep(input: VariableInput | undefined, step: InputStep): VariableInput | undefined {
  switch (step.kind) {
    case 'name':
      return getMember(getObject(input)?.members ?? {}, step.name);
    case 'variant':
      return getVariantInput(input, step.index);
    case 'row':
      return findRow(getRows(input), step.id);
    case 'entry':
      return findRow(getObject(input)?.entries ?? null, step.id);
  }
}

function findRow(rows: readonly InputRow[] | null, id: number): VariableInput | undefined {
  return rows?.find((row) => row.id === id)?.input ?? undefined;
}

/** The input with one place changed; what is missing on the way is made. */
export function withInputAt(
  input: VariableInput | undefined,
  at: readonly InputStep[],
  next: VariableInput,
): VariableInput {
  const [step, ...rest] = at;
  if (step === undefined) return replaceWithin(input, next);
  const inner = withInputAt(getStep(input, step), rest, next);
  switch (step.kind) {
    case 'name': {
      const object = getObject(input) ?? toObjectInput({});
      return replaceWithin(input, {
        ...object,
        members: withMember(object.members, step.name, inner),
      });
    }
    case 'variant': {
      const { chosen, inputs } =
        input?.kind === 'variant' ? input : { chosen: step.index, inputs: {} };
      return { kind: 'variant', chosen, inputs: { ...inputs, [step.index]: inner } };
    }
    case 'row':
      return replaceWithin(input, toListInput(changeRow(getRows(input) ?? [], step.id, inner)));
    case 'entry': {
      const object = getObject(input) ?? toObjectInput({});
      return replaceWithin(input, {
        ...object,
        entries: changeRow(object.entries ?? [], step.id, inner),
      });
    }
  }
}

function changeRow<Row extends InputRow>(
  rows: readonly Row[],
  id: number,
  input: VariableInput,
): readonly Row[] {
  return rows.map((row) => (row.id === id ? { ...row, input } : row));
}

/**
 * Puts `next` in place of `input`. What was typed for variants stays around it, in case the place
 * becomes a choice among them again.
 */
export function replaceWithin(
  input: VariableInput | undefined,
  next: VariableInput,
): VariableInput {
  if (input?.kind !== 'variant' || /^(?:variant|none|omitted)$/.test(next.kind)) return next;
  const { chosen, inputs } = input;
  if (chosen === null) return next;
  const inner = replaceWithin(inputs[chosen], next);
  return { ...input, inputs: { ...inputs, [chosen]: inner } };
}
