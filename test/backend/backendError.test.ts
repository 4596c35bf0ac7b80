import { expect, it } from 'vitest';
import { BackendError, isOutcomeUnknown, toBackendError } from '../../src/backend/backendError.js';
import type { ProblemCode } from '../../src/domain/problem.js';

const message = '';

it.each<[ProblemCode, { status?: number; outcomeUnknown?: boolean }, boolean]>([
  ['unavailable', { status: 503, outcomeUnknown: true }, true],
  ['unavailable', { status: 503 }, false],
  ['offline', {}, true],
  ['timeout', {}, true],
  ['unknown', {}, true],
  ['invalid', {}, false],
  ['conflict', {}, false],
  ['notFound', {}, false],
])('a write that failed as %s with %j may have been carried out: %s', (code, details, expected) => {
  expect(isOutcomeUnknown(new BackendError({ code, message, ...details }))).toBe(expected);
});

it('a write whose backend threw something else may have been carried out', () => {
  expect(isOutcomeUnknown(toBackendError(new Error('socket hang up')))).toBe(true);
});
