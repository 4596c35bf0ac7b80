import { IDEMPOTENCY_KEY_HEADER } from '../wire/call.js';
import { isUuid } from './ids.js';
import { ProblemError } from './problemError.js';

/** @throws {ProblemError} 400 unless the request carries a UUID for its intent. */
export function readIdempotencyKey(request: Request): string {
  const key = request.headers.get(IDEMPOTENCY_KEY_HEADER) ?? '';
  if (isUuid(key)) return key.toLowerCase();
  throw new ProblemError('invalid', {
    status: 400,
    detail: `${IDEMPOTENCY_KEY_HEADER} must be a UUID: one for each intent.`,
  });
}
