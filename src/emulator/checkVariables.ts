import { type OutputUnit, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { findUndeclared } from './declaredVariables.js';
import { readMember, readPointer } from './jsonPath.js';
import type { StoredProject } from './platformData.js';
import { isRecord } from './reading.js';
import { type Refusal, refuseField } from './refusal.js';
import type { VariablesSchema } from './shapes.js';

/**
 * Refuses variables that the project's schema does not take: one problem, with the path of the value
 * that has it. Names that the schema does not declare are refused even where it is silent on them.
 * @throws {Refusal} 422.
 */
export function checkVariables(project: StoredProject, variables: Record<string, unknown>): void {
  const { dynamicVariablesSchema: schema = null, refusedVariables = [] } = project;
  const undeclared = findUndeclared(schema, variables);
  if (undeclared !== undefined) throw refuse([undeclared], 'is not a variable of this project');
  if (schema === null) return;
  const error = findError(schema, variables);
  if (error !== null) throw error;
  for (const { field, value, message } of refusedVariables) {
    const steps = field.split(/[.[\]]+/).filter((step) => step !== '');
    if (JSON.stringify(readMember(variables, steps)) === JSON.stringify(value)) {
      throw refuse(steps, message);
    }
  }
}

function findError(schema: VariablesSchema, variables: Record<string, unknown>): Refusal | null {
  let errors: OutputUnit[];
  try {
    // The validator writes its notes into the schema, and the project's own must stay as it is.
    const copy: object | boolean = structuredClone(schema ?? true);
    errors = new Validator(copy, toDraft(schema)).validate(variables).errors;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuseField(422, 'dynamicVariables', `the project's schema cannot be used: ${reason}`);
  }
  const error = errors.find(({ keyword }) => !containers.has(keyword)) ?? errors.at(-1);
  if (error === undefined) return null;
  const steps = readPointer(error.instanceLocation);
  const value = readMember(variables, steps);
  if (error.keyword === 'required' && isRecord(value)) {
    const required = readMember(schema, readPointer(error.keywordLocation), schema);
    const missing = findMissing(required, value);
    return refuse(missing === undefined ? steps : [...steps, missing], 'is required');
  }
  if (error.keyword === 'false') return refuse(steps, 'is not declared');
  return refuse(steps, error.error);
}

/** Keywords whose error only says that there is one further in. */
const containers: ReadonlySet<string> = new Set([
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  'additionalItems',
  'additionalProperties',
  'allOf',
  'anyOf',
  'dependencies',
  'dependentSchemas',
  'if',
  'items',
  'oneOf',
  'patternProperties',
  'prefixItems',
  'properties',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

function findMissing(required: unknown, value: Record<string, unknown>): string | undefined {
  if (!Array.isArray(required)) return undefined;
  return required.map(String).find((name) => !Object.hasOwn(value, name));
}

/** `address.zip`, `lines[0].sku`, below `dynamicVariables`: the platform's way to name a member. */
function refuse(steps: readonly string[], message: string): Refusal {
  const path = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
  return refuseField(422, `dynamicVariables${path}`, message);
}

function toDraft(schema: VariablesSchema): SchemaDraft {
  const declared = isRecord(schema) ? schema['$schema'] : undefined;
  if (typeof declared !== 'string') return '2020-12';
  if (declared.includes('draft-04')) return '4';
  if (/draft-0[67]/.test(declared)) return '7';
  return declared.includes('2019-09') ? '2019-09' : '2020-12';
}
