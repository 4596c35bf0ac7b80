import type { JsonValue } from '../domain/json.js';

export function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}

export function isNumber(value: JsonValue | undefined): value is number {
  return typeof value === 'number';
}
