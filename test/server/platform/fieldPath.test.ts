import { expect, it } from 'vitest';
import { parseFieldPath } from '../../../src/server/platform/fieldPath.js';

const body = {
  dynamicVariables: { 'a.b': { c: 1 }, a: { 'b.c': 1 }, lines: [{ sku: 'x' }], 'x[0]': 1 },
};

it.each([
  ['dynamicVariables.lines[0].sku', ['dynamicVariables', 'lines', '0', 'sku']],
  ['connections[1].existingConnectionId', ['connections', '1', 'existingConnectionId']],
  ['connections[12]', ['connections', '12']],
  ['dynamicVariables.a.b.c', ['dynamicVariables', 'a.b', 'c']],
  ['dynamicVariables.x[0]', ['dynamicVariables', 'x[0]']],
  ['dynamicVariables.new.one', ['dynamicVariables', 'new', 'one']],
  ['', []],
  ['..', ['..']],
  ['[', ['[']],
])('reads the platform’s path %s', (field, steps) => {
  expect(parseFieldPath(field, body)).toEqual(steps);
});
