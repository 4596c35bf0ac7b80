import { format } from '@cfworker/json-schema';
import { isRecord } from './readMember.js';

/** Changes a schema, in place, so that the validator reads in it what the platform takes. */
export function prepareSchema(schema: unknown): void {
  if (Array.isArray(schema)) for (const item of schema) prepareSchema(item);
  if (!isRecord(schema)) return;
  for (const part of Object.values(schema)) prepareSchema(part);
  admitLoosePattern(schema);
  admitNullable(schema);
}

/**
 * Patterns such as `^[\w-.]+$` are checked too. The validator knows patterns under the `u` flag alone
 * and throws on these. Each becomes a format of its own, which reaches every place that a schema can
 * put a pattern in.
 */
function admitLoosePattern(schema: Record<string, unknown>): void {
  const { pattern, allOf } = schema;
  if (typeof pattern !== 'string' || isPattern(pattern, 'u') || !isPattern(pattern, '')) return;
  const name = `pattern ${pattern}`;
  format[name] = (text) => new RegExp(pattern).test(text);
  delete schema['pattern'];
  const others: unknown[] = Array.isArray(allOf) ? allOf : [];
  schema['allOf'] = [...others, { format: name }];
}

/** OpenAPI 3.0 names `null` beside `type`; the validator does not know the keyword. */
function admitNullable(schema: Record<string, unknown>): void {
  const { type, nullable } = schema;
  const isType = typeof type === 'string' || Array.isArray(type);
  if (nullable === true && isType) schema['type'] = [type, 'null'].flat();
}

function isPattern(text: string, flags: string): boolean {
  try {
    return new RegExp(text, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
