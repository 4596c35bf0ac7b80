import { getOwn, isJsonObject, type JsonObject } from '../domain/json.js';

/**
 * Whether a schema marks the place that it describes as secret, beside the marks that are known.
 * `pointer` is the place's: a JSON Pointer into the values. Asked for each schema that may apply there.
 */
export type IsSecret = (schema: JsonObject, pointer: string) => boolean;

/** Keywords whose value `true` marks a secret: the standard's, then those of connector catalogs. */
const SECRET_FLAGS = [
  'writeOnly',
  'airbyte_secret',
  'secret',
  'isSecret',
  'sensitive',
  'x-secret',
  'x-sensitive',
] as const;

/** Whether a schema by itself says that its place is secret. */
export function isSecretSchema(schema: JsonObject): boolean {
  const options = getOwn(schema, 'ui:options');
  const widgets = [
    getOwn(schema, 'format'),
    getOwn(schema, 'ui:widget'),
    isJsonObject(options) ? getOwn(options, 'widget') : undefined,
  ];
  if (widgets.includes('password')) return true;
  return SECRET_FLAGS.some((flag) => getOwn(schema, flag) === true);
}

/**
 * Makes a host's function safe to ask: where it throws, the place is secret, and the first error is
 * reported.
 */
export function guardIsSecret(isSecret: IsSecret, report: (error: unknown) => void): IsSecret {
  let isReported = false;
  return (schema, pointer) => {
    try {
      // A host without types may answer with anything; a promise is no answer.
      const answer: unknown = isSecret(schema, pointer);
      return Boolean(answer);
    } catch (error) {
      if (!isReported) report(error);
      isReported = true;
      return true;
    }
  };
}
