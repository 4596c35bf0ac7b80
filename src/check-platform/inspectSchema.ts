import { assertNever } from '../domain/assertNever.js';
import type { JsonSchema } from '../domain/json.js';
import { isAnyType } from '../variables/anyType.js';
import type { Field, JsonReason } from '../variables/field.js';
import { withInputAt } from '../variables/inputAt.js';
import { listSchemaFaults, type SchemaFault } from '../variables/listSchemaFaults.js';
import { resolveVariables } from '../variables/resolveVariables.js';
import { readSchema } from '../variables/schema/readSchema.js';
import { toListInput, type VariableInput } from '../variables/variableInput.js';
import { withVariant } from '../variables/withVariant.js';

/** What a variables schema becomes in the form. */
export interface SchemaFindings {
  /** How many places take a value, of every branch and of one row of each list. */
  readonly fieldCount: number;
  /** Places that users can fill in as JSON text only; pointers into the values. */
  readonly asJson: readonly { readonly pointer: string; readonly reason: JsonReason }[];
  readonly faults: readonly SchemaFault[];
}

/** Schemas that choose further than this, or nest deeper, are looked at in part. */
const mostVariants = 10;
const mostRounds = 6;

export function inspectSchema(schema: JsonSchema): SchemaFindings {
  const read = readSchema(schema);
  const fields = new Map<string, Field>();
  for (let variant = 0; variant < mostVariants; variant += 1) {
    let input: VariableInput | undefined;
    let hasFurther = false;
    for (let round = 0; round < mostRounds; round += 1) {
      const found = listFields(resolveVariables(read, { input }).field);
      for (const field of found) fields.set(field.key, field);
      hasFurther ||= found.some((each) => countVariants(each) > variant + 1);
      const next = found.reduce((whole, field) => open(whole, field, variant), input);
      if (next === input) break;
      input = next;
    }
    if (!hasFurther) break;
  }
  const all = [...fields.values()];
  const asJson = new Map(
    all.flatMap((field) => (field.kind === 'json' ? [[field.pointer, field.reason] as const] : [])),
  );
  return {
    fieldCount: all.filter(({ kind }) => kind !== 'object' && kind !== 'variant').length,
    asJson: [...asJson].map(([pointer, reason]) => ({ pointer, reason })),
    faults: listSchemaFaults(read),
  };
}

/** The input with a list's first row made, or a variant chosen, where neither is there yet. */
function open(
  input: VariableInput | undefined,
  field: Field,
  variant: number,
): VariableInput | undefined {
  if (field.kind === 'list' && field.rows.length === 0 && field.maxItems > 0) {
    return withInputAt(input, field.at, toListInput([{ id: 0, input: null }]));
  }
  const last = countVariants(field) - 1;
  const wanted = Math.min(variant, last);
  if (field.kind !== 'variant' || last < 0 || field.chosen === wanted) return input;
  return withInputAt(input, field.at, withVariant(undefined, wanted, []));
}

/** A value of any type offers its types everywhere: there is nothing to find behind them. */
function countVariants(field: Field): number {
  if (field.kind !== 'variant') return 0;
  const { length } = field.variants;
  return isAnyType(field) ? 0 : length;
}

/** A field and all within it. */
function listFields(field: Field): readonly Field[] {
  return [field, ...listInner(field).flatMap(listFields)];
}

function listInner(field: Field): readonly Field[] {
  switch (field.kind) {
    case 'object':
      return [...field.fields, ...field.entries.map((each) => each.field)];
    case 'list':
      return field.rows.map((each) => each.field);
    case 'variant':
      return countVariants(field) === 0 || field.field === null ? [] : [field.field];
    case 'nullable':
      return [field.field];
    case 'text':
    case 'longText':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'choice':
    case 'set':
    case 'const':
    case 'json':
      return [];
    default:
      return assertNever(field);
  }
}
