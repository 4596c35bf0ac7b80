import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/domain/json.js';
import { checkVariables, type VariableError } from '../../src/variables/checkVariables.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { countCalls } from '../support/countCalls.js';
import { hostileSchemas, nest } from '../support/hostileSchemas.js';

/** About half a second of computing; the most costly of these takes half of it. */
const affordableCalls = 2_000_000;

describe.each(hostileSchemas)('%s', (_name, schema, given = {}) => {
  it('neither throws nor stands still, and is judged', () => {
    let resolved = resolveVariables(readSchema({ type: 'object' }), {});
    let errors: readonly VariableError[] = [];
    const calls = countCalls(() => {
      resolved = resolveVariables(readSchema(schema), { values: given });
      errors = checkVariables(schema, resolved.values ?? {});
    });
    expect(calls).toBeLessThan(affordableCalls);
    expect(resolved.field.pointer).toBe('');
    expect(Array.isArray(errors)).toBe(true);
  });
});

describe('100 levels', () => {
  it('are judged to the last', () => {
    let value: JsonValue = 5;
    for (let n = 0; n < 100; n += 1) value = { a: value };
    expect(checkVariables(nest(100), value)).toMatchObject([
      { keyword: 'type', path: '/a'.repeat(100) },
    ]);
  });
});
