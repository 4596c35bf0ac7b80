import { describe, expect, it } from 'vitest';
import { findAmbiguousNames, findHiddenTypes } from './architecture/publicTypes.js';

const entries = ['index', 'headless', 'server', 'serverRedis', 'serverPostgres', 'emulator'].map(
  (name) => `src/${name}.ts`,
);

describe('the names of the entries', () => {
  it.each(entries)('include every type that a host meets in them: %s', (entry) => {
    expect(findHiddenTypes(entry)).toEqual([]);
  });

  it('mean one thing wherever they are imported from', () => {
    expect(findAmbiguousNames(entries)).toEqual([]);
  });
});
