import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.js';
import type { Message } from '../../src/messages/format.js';

const locales = readdirSync('src/messages')
  .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
  .map((file) => file.slice(0, -3));

/** The names in braces, in all plural forms together; without verbs, which no language has to use. */
function parametersOf(message: Message): string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  const names = texts.join(' ').match(/(?<=\{)\w+(?=\})/g) ?? [];
  return [...new Set(names)].filter((name) => !(`verb.${name}` in en)).toSorted();
}

async function readCatalog(locale: string): Promise<Map<string, Message>> {
  const module = (await import(`../../src/messages/${locale}.ts`)) as Record<string, typeof en>;
  return new Map(Object.entries(module[locale.replace('-', '')] ?? {}));
}

describe.each(locales)('the texts of %s', (locale) => {
  it('are those of English, no more and no fewer', async () => {
    const catalog = await readCatalog(locale);
    expect([...catalog.keys()].toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it('say what English says of each: the same names, numbers and places', async () => {
    const catalog = await readCatalog(locale);
    const other = Object.entries(en).flatMap(([key, message]) => {
      const own = parametersOf(catalog.get(key) ?? '');
      return own.join() === parametersOf(message).join() ? [] : [`${key}: ${own.join()}`];
    });
    expect(other).toEqual([]);
  });

  // WCAG 2.5.3: one who speaks to the device says what stands on the button.
  it('keep what stands on a button in the name that says of what', async () => {
    const catalog = await readCatalog(locale);
    const missing = [...catalog].filter(([key, name]) => {
      const shown = key.endsWith('.of') ? catalog.get(key.slice(0, -3)) : undefined;
      if (typeof shown !== 'string' || typeof name !== 'string') return false;
      return !name.toLocaleLowerCase(locale).includes(shown.toLocaleLowerCase(locale));
    });
    expect(missing).toEqual([]);
  });

  it('have a form for each plural of the language', async () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const lacking = [...(await readCatalog(locale))].flatMap(([key, message]) => {
      if (typeof message === 'string') return [];
      return pluralCategories.every((category) => category in message) ? [] : [key];
    });
    expect(lacking).toEqual([]);
  });
});
