import { expect, it } from 'vitest';
import { findInexactNumber } from '../../src/server/inexactNumbers.js';

it.each(['9007199254740993e0', '-90071992547409930E-1', '123456789012345678e3', '1.0e400'])(
  'finds an integer that is stored as another: %s',
  (number) => {
    expect(findInexactNumber(`{"a":${number}}`)).toBe('/a');
  },
);

it.each(['1e22', '10E21', '9007199254740992e0', '1.7976931348623157e308', '12.50e1', '1e0'])(
  'lets %s pass',
  (number) => {
    expect(findInexactNumber(`{"a":${number}}`)).toBeNull();
  },
);

it('reads a long number in one go', () => {
  expect(findInexactNumber(`[1${'0'.repeat(100_000)}1e-99999]`)).toBeNull();
});
