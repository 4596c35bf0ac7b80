/** A text for each plural category of CLDR; `count` chooses among them. */
export interface PluralMessage {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** `{name}` stands for a parameter. */
export type Message = string | PluralMessage;

export type MessageParameters = Readonly<Record<string, string | number>>;

export type Translate<Key extends string> = (key: Key, parameters?: MessageParameters) => string;

/**
 * Makes the function that every text goes through. Numbers are written as the locale writes them, in
 * texts of errors without groups of digits. `{turnOn}` without a parameter of that name is the text
 * `verb.turnOn`, so that a host changes a verb once; a text that begins with it begins with a capital.
 * A key that the catalog lacks answers with the key itself, so that a gap is seen and nothing breaks.
 */
export function createTranslator<Key extends string>(
  catalog: Readonly<Partial<Record<string, Message>>>,
  locale: string,
): Translate<Key> {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  // As they would be typed.
  const limits = new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false });
  const rightToLeft = getDirection(locale) === 'rtl';
  return (key, parameters = {}) => {
    const message = catalog[key];
    if (message === undefined) return key;
    const text =
      typeof message === 'string'
        ? message
        : (message[plurals.select(Number(parameters['count'] ?? 0))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string, at: number) => {
      const value = parameters[name];
      if (value === undefined) {
        const verb = catalog[`verb.${name}`];
        if (typeof verb !== 'string') return placeholder;
        return at === 0 ? verb.charAt(0).toLocaleUpperCase(locale) + verb.slice(1) : verb;
      }
      if (typeof value === 'string') return isolate(value, rightToLeft);
      return (key.startsWith('error.') ? limits : numbers).format(value);
    });
  };
}

/** The writing direction of a language tag (BCP 47). */
export function getDirection(locale: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)(-|$)|-(arab|hebr|thaa)(-|$)/i.test(locale)
    ? 'rtl'
    : 'ltr';
}

const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LEFT_TO_RIGHT_LETTER = /[A-Za-z\u00c0-\u024f\u0370-\u058f]/;

/**
 * A name of the other direction is fenced with Unicode isolates, or it would drag the punctuation
 * around it to its own side. Names of the same direction stay as they are, to be found and copied.
 */
function isolate(value: string, rightToLeft: boolean): string {
  const foreign = rightToLeft ? LEFT_TO_RIGHT_LETTER : RIGHT_TO_LEFT_LETTER;
  return foreign.test(value) ? `\u2068${value}\u2069` : value;
}
