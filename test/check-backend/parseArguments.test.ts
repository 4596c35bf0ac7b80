import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/check-backend/parseArguments.js';

const url = 'https://app.example.com/api/onboarding';

describe('the arguments of check-backend', () => {
  it('are a URL, headers and --write, in any order', () => {
    const args = ['--header', 'Cookie: a=b; c=d', url, '--header', 'X-A:1'];
    const headers = [
      ['Cookie', 'a=b; c=d'],
      ['X-A', '1'],
    ];
    expect(parseArguments(args)).toEqual({ url, headers, write: false });
    expect(parseArguments([url, '--write']).write).toBe(true);
  });

  it.each<[string, string[]]>([
    ['The URL is missing', []],
    ['one argument too many', [url, 'x']],
    ['is no http(s) URL', ['/api/onboarding']],
    ['is no http(s) URL', ['ftp://app.example.com']],
    ["Unknown option '--wirte'", [url, '--wirte']],
    ['not of the form "Name: value"', [url, '--header', 'secret-session']],
  ])('say in one line: %s', (part, args) => {
    expect(() => parseArguments(args)).toThrow(part);
    expect(() => parseArguments(args)).not.toThrow(/\n|secret-session/);
  });
});
