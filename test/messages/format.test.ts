import { describe, expect, it } from 'vitest';
import { createTranslator, getDirection } from '../../src/messages/format.js';

const catalog = {
  hello: 'Hello {name}, you have {count}',
  accounts: {
    zero: 'z',
    one: '{count} account',
    two: 't',
    few: 'f',
    many: 'm',
    other: '{count} accounts',
  },
} as const;

describe('a translated text', () => {
  it('writes parameters in the way of the locale', () => {
    const t = createTranslator<keyof typeof catalog>(catalog, 'de');
    expect(t('hello', { name: 'Ada', count: 10_134 })).toBe('Hello Ada, you have 10.134');
  });

  it.each([
    ['en', 1, '1 account'],
    ['en', 0, '0 accounts'],
    ['ar', 0, 'z'],
    ['ar', 2, 't'],
    ['ar', 3, 'f'],
    ['ar', 11, 'm'],
  ])('chooses the plural of %s for %i', (locale, count, expected) => {
    expect(createTranslator<'accounts'>(catalog, locale)('accounts', { count })).toBe(expected);
  });

  it('says what is done to an integration in the words of the host, once changed', () => {
    const texts = { title: '{turnOn} {name}', review: 'Review and {turnOn}', gone: '{turnOff}' };
    const t = createTranslator<keyof typeof texts>({ ...texts, 'verb.turnOn': 'activate' }, 'en');
    expect(t('title', { name: 'Slack' })).toBe('Activate Slack');
    expect(t('review')).toBe('Review and activate');
    expect(t('gone')).toBe('{turnOff}');
  });

  it('fences a name of the other direction, and no other', () => {
    const t = createTranslator<'hello'>(catalog, 'en');
    expect(t('hello', { name: 'متجر', count: 1 })).toBe('Hello \u2068متجر\u2069, you have 1');
    expect(t('hello', { name: 'Shop', count: 1 })).toBe('Hello Shop, you have 1');
  });

  it('leaves a placeholder that got no value, and answers an unknown key with the key', () => {
    const t = createTranslator<'hello' | 'gone'>({ hello: catalog.hello }, 'en');
    expect(t('hello', { name: '$&' })).toBe('Hello $&, you have {count}');
    expect(t('gone')).toBe('gone');
  });
});

it.each([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['en', 'ltr'],
  ['arn', 'ltr'],
] as const)('the language %s is written %s', (locale, direction) => {
  expect(getDirection(locale)).toBe(direction);
});
