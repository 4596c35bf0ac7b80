import { invalidField } from './platformError.js';
import { isUlid } from './ulid.js';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws {PlatformError} 400, naming the member. */
export function readRecord(value: unknown, field: string): Record<string, unknown> {
  if (!isRecord(value)) throw invalidField(400, field, 'must be an object');
  return value;
}

/** @throws {PlatformError} 400, naming the member. */
export function readText(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw invalidField(400, field, 'must be a text');
  return value;
}

/** In capitals, as ids are stored. @throws {PlatformError} 400, naming the member. */
export function readUlid(value: unknown, field: string): string {
  const text = readText(value, field);
  if (!isUlid(text)) throw invalidField(400, field, 'must be a ULID');
  return text.toUpperCase();
}
