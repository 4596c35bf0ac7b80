import { type OutputUnit, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { findUndeclared } from './declaredVariables.js';
import { readMember, readPointer } from './jsonPath.js';
import type { StoredProject } from './platformData.js';
import { isRecord } from './readMember.js';
import { type PlatformError, invalidField } from './platformError.js';
import { prepareSchema } from './prepareSchema.js';
import type { VariablesSchema } from './shapes.js';

/**
 * Refuses variables that the project's schema does not take: one problem, with the path of the value
 * that has it. Names that the schema does not declare are refused even without
 * `additionalProperties: false`.
 * @throws {PlatformError} 422.
 */
export function checkVariables(project: StoredProject, variables: Record<string, unknown>): void {
  const { dynamicVariablesSchema: schema = null, refusedVariables = [] } = project;
  const error = findError(schema, variables);
  if (error !== undefined) throw toPlatformError(schema, variables, error);
  for (const { field, value, message } of refusedVariables) {
    const steps = field.split(/[.[\]]+/).filter((step) => step !== '');
    if (JSON.stringify(readMember(variables, steps)) === JSON.stringify(value)) {
      throw refuse(steps, message);
    }
  }
}

type SchemaError = Pick<OutputUnit, 'instanceLocation' | 'keyword' | 'keywordLocation' | 'error'>;

function findError(
  schema: VariablesSchema,
  variables: Record<string, unknown>,
): SchemaError | undefined {
  try {
    const undeclared = findUndeclared(schema, variables);
    if (undeclared !== undefined) return toUndeclared(undeclared);
    // The validator writes its notes into the schema, and the project's own must stay as it is.
    const copy: object | boolean = structuredClone(schema ?? true);
    prepareSchema(copy);
    const { errors } = new Validator(copy, toDraft(schema)).validate(variables);
    return errors.find(({ keyword }) => !containers.has(keyword)) ?? errors.at(-1);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidField(422, 'dynamicVariables', `the project's schema cannot be used: ${reason}`);
  }
}

/** In the validator's own shape for a name that `additionalProperties: false` shuts out. */
function toUndeclared(name: string): SchemaError {
  const instanceLocation = `#/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return { instanceLocation, keyword: 'false', keywordLocation: '#', error: '' };
}

function toPlatformError(
  schema: VariablesSchema,
  variables: Record<string, unknown>,
  { instanceLocation, keyword, keywordLocation, error }: SchemaError,
): PlatformError {
  const steps = readPointer(instanceLocation);
  if (keyword === 'false') return refuse(steps, 'is not declared');
  if (keyword !== 'required') return refuse(steps, error);
  const required = readMember(schema, readPointer(keywordLocation), schema);
  const missing = findMissing(required, readMember(variables, steps));
  return refuse(missing === undefined ? steps : [...steps, missing], 'is required');
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

function findMissing(required: unknown, value: unknown): string | undefined {
  if (!Array.isArray(required) || !isRecord(value)) return undefined;
  return required.map(String).find((name) => !Object.hasOwn(value, name));
}

/** `address.zip`, `lines[0].sku`, below `dynamicVariables`: the platform's way to name a member. */
function refuse(steps: readonly string[], message: string): PlatformError {
  const path = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
  return invalidField(422, `dynamicVariables${path}`, message);
}

function toDraft(schema: VariablesSchema): SchemaDraft {
  const declared = isRecord(schema) ? schema['$schema'] : undefined;
  if (typeof declared !== 'string') return '2020-12';
  if (declared.includes('draft-04')) return '4';
  if (/draft-0[67]/.test(declared)) return '7';
  return declared.includes('2019-09') ? '2019-09' : '2020-12';
}
