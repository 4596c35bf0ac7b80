const HUES = 6;

/** The first letters of the first two words; one letter where letters join, and one emoji. */
export function toInitials(name: string): string {
  const [first = '', second = ''] = name.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
  const [one = ''] = first;
  const [other = ''] = second;
  const isLatin = /^[\p{Script=Latin}\p{N}]{2}$/u.test(`${one}${other}`);
  return `${one}${isLatin ? other : ''}`.toLocaleUpperCase();
}

/** One of a few colours, the same for the same name each time. */
export function toHue(name: string): number {
  return [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % HUES;
}
