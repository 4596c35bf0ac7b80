import { describe, expect, it } from 'vitest';
import { parseUrlState, toHref } from '../../../src/demo/page/urlState.js';

describe('the address of the demo', () => {
  it.each([
    ['', './'],
    ['?page=settings', '?page=settings'],
    ['?world=a&user=bashir&theme=dark', '?page=settings&world=a&user=bashir&theme=dark'],
    ['?stories', '?stories'],
    ['?story=done&width=320&direction=rtl', '?direction=rtl&width=320&story=done'],
    ['?page=landing&brand=bloom', '?page=landing&brand=bloom'],
  ])('of %j is written as %j', (search, href) => {
    expect(toHref(parseUrlState(search))).toBe(href);
  });

  it('leaves out what it does not know', () => {
    expect(toHref(parseUrlState('?theme=purple&width=1&page=moon'))).toBe('?page=settings');
  });
});
