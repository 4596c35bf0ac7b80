import {
  dereference,
  format,
  validate,
  type OutputUnit,
  type SchemaDraft,
} from '@cfworker/json-schema';
import type { JsonObject, JsonSchema, JsonValue } from '../domain/json.js';

/** A draft as the library names it. */
export type Draft = SchemaDraft;

/** One line of the library's output. `instanceLocation` and `keywordLocation` are encoded: `#/a%20b`. */
export type LibraryError = Omit<OutputUnit, 'error'>;

/** Every schema of a document by its absolute URI. */
export type SchemaLookup = Readonly<Record<string, JsonSchema>>;

/**
 * Finds every schema of a document. Writes hidden properties into the schema, so it must be given a
 * copy; throws on ids that are no URIs or that are used twice.
 */
export function indexSchemas(schema: JsonSchema): SchemaLookup {
  return dereference(schema);
}

/** The absolute URI that `indexSchemas` found a `$ref` to mean. */
export function getTargetUri(node: JsonObject): string {
  const hidden: unknown = Reflect.get(node, '__absolute_ref__') ?? node['$ref'];
  return typeof hidden === 'string' ? hidden : '';
}

/** All errors, in the order of the schema; throws where the schema cannot be evaluated. */
export function runLibrary(
  value: JsonValue,
  schema: JsonSchema,
  draft: Draft,
  lookup: SchemaLookup,
): readonly LibraryError[] {
  return validate(value, schema, draft, lookup, false).errors;
}

/**
 * Makes a test the one that the library runs next for the `format` of the name that it answers with.
 * The library looks a format up by its name just before each text that it tests.
 */
export function nameFormat(test: (text: string) => boolean): string {
  const name = 'react-versori-onboarding';
  format[name] = test;
  return name;
}
