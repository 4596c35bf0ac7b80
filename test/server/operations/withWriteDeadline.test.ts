import { expect, it } from 'vitest';
import { wasRejected } from '../../../src/server/operations/withWriteDeadline.js';
import {
  type FailureReason,
  PlatformFailure,
} from '../../../src/server/platform/platformFailure.js';

const refused = (status: number): FailureReason => ({
  kind: 'refused',
  status,
  readTexts: () => ({ message: undefined, fields: [] }),
  retryAfterSeconds: undefined,
  clockSkewMs: undefined,
});

it.each<[string, FailureReason, boolean]>([
  ['400', refused(400), true],
  ['429', refused(429), true],
  ['499', refused(499), true],
  ['408, which is a gateway’s word', refused(408), false],
  ['302', refused(302), false],
  ['500', refused(500), false],
  ['a request that never left', { kind: 'broken', neverSent: true }, true],
  ['a connection that broke', { kind: 'broken', neverSent: false }, false],
  ['silence', { kind: 'timeout' }, false],
  ['an answer that is none', { kind: 'malformed', at: '' }, false],
])('a write certainly did nothing, or may have, after %s', (_, reason, isCertain) => {
  expect(wasRejected(new PlatformFailure('ActivateUser', reason))).toBe(isCertain);
});

it('a write may have been done where the handler itself has failed', () => {
  expect(wasRejected(new TypeError('no word of the platform'))).toBe(false);
});
