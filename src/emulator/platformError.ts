import { toCanary } from './canaries.js';
import type { Answer } from './operation.js';

export interface InvalidField {
  readonly field: string;
  readonly message: string;
}

/** Thrown by an operation that says no; becomes the platform's error body. */
export class PlatformError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly InvalidField[];

  constructor(status: number, message: string, fields: readonly InvalidField[] = []) {
    super(message);
    this.name = 'PlatformError';
    this.status = status;
    this.code = toCode(status);
    this.fields = fields;
  }
}

/** Refuses one member of the request: its message stands in `message` and beside its path. */
export function invalidField(status: number, field: string, message: string): PlatformError {
  return new PlatformError(status, `${field}: ${message}`, [{ field, message }]);
}

export function toErrorAnswer({ status, code, message, fields }: PlatformError): Answer {
  const details = `trace ${toCanary(`error-detail-${status}`)} at platform/internal/handler.go:41`;
  return { status, body: { code, message, ...(fields.length > 0 && { fields }), details } };
}

function toCode(status: number): string {
  return codes.get(status) ?? (status >= 500 ? 'internal' : 'bad_request');
}

const codes: ReadonlyMap<number, string> = new Map([
  [401, 'unauthenticated'],
  [403, 'permission_denied'],
  [404, 'not_found'],
  [405, 'method_not_allowed'],
  [409, 'already_exists'],
  [415, 'unsupported_media_type'],
  [422, 'validation_failed'],
  [429, 'rate_limited'],
  [501, 'not_emulated'],
  [503, 'unavailable'],
]);
