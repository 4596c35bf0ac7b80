import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedJson, parseJson } from '../../../src/server/platform/parseJson.js';

const mebibyte = 1024 * 1024;
const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string): Promise<ParsedJson> => parseJson(toBytes(text), mebibyte);

/** An account as long as a real one, with everything in it that could be taken for an end. */
const account = {
  id: 1,
  name: 'café "]},[{" \\',
  tags: [[], {}, ['items', []]],
  note: '…'.repeat(60),
};
const accounts = Array.from({ length: 3_000 }, (_, id) => ({ ...account, id }));

describe('a long answer', () => {
  it.each<[string, unknown]>([
    ['a bare list', accounts],
    ['a page', { totalCount: 3_000, items: accounts, next: 'n', labels: { items: [1, [2]] } }],
    ['a list of another name', { others: accounts.slice(0, 800), items: [1, 2] }],
    ['a list within the list', [{ items: accounts.slice(0, 800) }, ...accounts]],
    ['a page of more items further in', { items: accounts, more: { items: [7] } }],
    ['one text', ['x'.repeat(mebibyte - 10)]],
  ])('that is %s reads as it is, in one line and in many', async (_, value) => {
    expect(await parse(JSON.stringify(value))).toEqual({ value });
    expect(await parse(JSON.stringify(value, null, 1))).toEqual({ value });
  });

  it('reads as JSON.parse reads it, whatever is in it', async () => {
    const run = fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1 }), async (some) => {
      const padded = [...some, ...accounts.slice(0, 800), ...some];
      for (const value of [padded, { items: padded }]) {
        const text = JSON.stringify(value);
        const parsed: unknown = JSON.parse(text);
        expect(await parse(text)).toEqual({ value: parsed });
      }
    });
    await fc.assert(run, { numRuns: 20 });
  });

  const long = JSON.stringify(accounts);

  it.each([
    ['cut off', long.slice(0, -1)],
    ['with a comma too many at its end', `${long.slice(0, -1)},]`],
    ['closed by another bracket', `${long.slice(0, -1)}}`],
    ['with something behind it', `${long}]`],
    ['with an item that is broken', long.replace('"id":1500', '"id":')],
    ['with two commas', long.replace('{"id":1500', ',{"id":1500')],
    ['around what is no JSON', `{"items":${long},oops}`],
    ['with a byte order mark in it', long.replaceAll(',{"id"', ',\uFEFF{"id"')],
    ['of a text without an end', `["${'x'.repeat(200_000)}`],
  ])('%s is no JSON', async (_, text) => {
    expect(await parse(text)).toEqual({ value: undefined });
  });

  it.each([
    ['one item of more than 80,000 values', `[[${'0,'.repeat(80_000)}0]]`],
    ['more than 240,000 values in all', `[${'0,'.repeat(240_001)}0]`],
    ['as many brackets', '['.repeat(80_002) + ']'.repeat(80_002)],
    ['as many names', `{"items":[],${'"a":0,'.repeat(50_000)}"b":0}`],
    [
      'as many values around a list',
      `{"a":[${'0,'.repeat(50_000)}0],"items":[0],"b":[${'0,'.repeat(50_000)}0]}`,
    ],
    ['an item past the bytes of other answers', `["${'x'.repeat(mebibyte)}"]`],
    ['a last item past them', `[${'0,'.repeat(20_000)}"${'x'.repeat(mebibyte)}"]`],
    ['a second list of items behind the first', `{"items":${long},"items":[7]}`],
    ['a second list of an escaped name', `{"items":${long},"\\u0069tems":[7]}`],
    ['an item past them before others', `["${'x'.repeat(mebibyte)}",0]`],
  ])('of %s is not parsed', async (_, text) => {
    expect(await parse(text)).toBe('tooLarge');
  });

  it('has the last of its lists of items, where a short one was the first', async () => {
    expect(await parse(`{"items":1,"items":${long}}`)).toEqual({ value: { items: accounts } });
  });

  it('holds marks within texts for what they are', async () => {
    const value = ['{[,:\\"'.repeat(100_000)];
    expect(await parse(JSON.stringify(value))).toEqual({ value });
  });

  it('lets others have their turn', async () => {
    let turns = 0;
    let isDone = false;
    const count = async (): Promise<void> => {
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve));
        turns += 1;
      }
    };
    const counting = count();
    await parse(`[${JSON.stringify(account)}${`,${JSON.stringify(account)}`.repeat(24_000)}]`);
    isDone = true;
    await counting;
    expect(turns).toBeGreaterThan(1);
  });
});
