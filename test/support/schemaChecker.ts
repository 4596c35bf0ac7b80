import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from './platformDocument.js';

/** What of a value breaks a schema of the document, in sentences that begin with `what`. */
export type SchemaChecker = (schema: object, value: unknown, what: string) => string[];

export function createSchemaChecker({ components }: OpenApiDocument): SchemaChecker {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  /** Compiling is slow; the keys are the document's own objects. */
  const compiled = new Map<object, ValidateFunction>();

  return (schema, value, what) => {
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components });
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message = '', params }) =>
        `${what}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}
