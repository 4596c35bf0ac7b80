const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Parses a number; `null` where the text is none. Arabic and Persian digits and the
 * Arabic decimal sign count; a comma does not, as it means two things. Numbers that would not
 * come out as they were typed (`9007199254740993`, `1e999`) are refused.
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace('٫', '.')
    .replace('−', '-');
  if (!NUMBER.test(plain)) return null;
  const number = Number(plain);
  if (!Number.isFinite(number)) return null;
  const isWhole = /^[+-]?\d+$/.test(plain);
  const digits = plain.replace('+', '');
  const isExact = !isWhole || String(number) === digits || BigInt(digits) === BigInt(number);
  return isExact ? number + 0 : null;
}
