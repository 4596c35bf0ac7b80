import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/domain/json.js';
import { parseActivation, parseTemplate, parseWhole } from '../../../src/server/platform/shapes.js';

const id = '01JEXAMP1E000000ACT0000001';
const toList = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({ id, name: `${index}` }));

describe('an answer of the platform', () => {
  it.each([1_000, 1_001])(
    'that lists %i things as a whole is of use up to a thousand',
    async (count) => {
      const whole = parseWhole({ items: toList(count) }, (item) => item);
      if (count > 1_000) await expect(whole).rejects.toThrow('items: more than 1000');
      else expect(await whole).toHaveLength(count);
    },
  );

  it.each([1_000, 1_001])('of an activation with %i connections, too', (count) => {
    const read = (): number =>
      parseActivation({ id, connections: toList(count) }, 0).connections.length;
    if (count > 1_000) expect(read).toThrow('connections: more than 1000');
    else expect(read()).toBe(count);
  });

  it('of a template whose sign-in is nested without end leaves nothing to sign in with', () => {
    let deep: JsonValue = [];
    for (let depth = 0; depth < 20_000; depth += 1) deep = [deep];
    const sound = { type: 'api-key', apiKey: {} };
    const toSchemes = (apiKey: JsonValue): readonly unknown[] =>
      parseTemplate({ authSchemeConfigs: [sound, { type: 'api-key', apiKey }] }).authSchemes;
    expect(toSchemes({})).toHaveLength(2);
    expect(toSchemes(deep)).toEqual([]);
  });
});
