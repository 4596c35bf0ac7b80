import { format } from '@cfworker/json-schema';
import { isRecord } from './readMember.js';

/**
 * Changes a schema, in place, so that patterns such as `^[\w-.]+$` are checked too. The platform takes
 * them; the validator knows patterns under the `u` flag alone and throws on these. Each becomes a
 * format of its own, which reaches every place that a schema can put a pattern in.
 */
export function admitLoosePatterns(schema: unknown): void {
  if (Array.isArray(schema)) for (const item of schema) admitLoosePatterns(item);
  if (!isRecord(schema)) return;
  for (const part of Object.values(schema)) admitLoosePatterns(part);
  const { pattern, allOf } = schema;
  if (typeof pattern !== 'string' || isPattern(pattern, 'u') || !isPattern(pattern, '')) return;
  const name = `pattern ${pattern}`;
  format[name] = (text) => new RegExp(pattern).test(text);
  delete schema['pattern'];
  const others: unknown[] = Array.isArray(allOf) ? allOf : [];
  schema['allOf'] = [...others, { format: name }];
}

function isPattern(text: string, flags: string): boolean {
  try {
    return new RegExp(text, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
