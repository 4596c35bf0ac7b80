import { describe, expect, it } from 'vitest';
import { createVariablesFormStore } from '../../../src/headless/variables-form/createVariablesFormStore.js';
import type { JsonObject, JsonValue } from '../../../src/domain/json.js';

function findErrors(items: JsonObject, tags?: readonly JsonValue[]): readonly string[] {
  const store = createVariablesFormStore({
    schema: {
      type: 'object',
      properties: { tags: { type: 'array', minItems: 2, uniqueItems: true, items } },
      required: ['tags'],
    },
    ...(tags !== undefined && { initialValues: { tags } }),
  });
  store.check();
  return store.getForm().summary.map(({ path, keyword }) => `${path} ${keyword}`);
}

const text = { type: 'string', minLength: 1 };
const account = { type: 'object', properties: { name: text }, required: ['name'] };

describe('a list whose entries must differ', () => {
  it.each<[string, JsonObject, readonly string[]]>([
    ['rows', text, ['/tags/0 required', '/tags/1 required']],
    ['places of rows', account, ['/tags/0/name required', '/tags/1/name required']],
  ])('says of empty %s only that they are to be filled in', (_, items, errors) => {
    expect(findErrors(items)).toEqual(errors);
  });

  it('says which are alike, beside what is wrong with another', () => {
    expect(findErrors(text, ['a', 'a'])).toEqual(['/tags uniqueItems']);
    expect(findErrors(text, ['a', '', 'a'])).toEqual(['/tags uniqueItems', '/tags/1 minLength']);
    expect(findErrors(text, ['a', '', ''])).toEqual(['/tags/1 minLength', '/tags/2 minLength']);
  });
});
