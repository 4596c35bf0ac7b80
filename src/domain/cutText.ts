/** Truncates a text that is longer, with `…`; never splits a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${[...text.slice(0, length + 1)].slice(0, -1).join('')}…`;
}
