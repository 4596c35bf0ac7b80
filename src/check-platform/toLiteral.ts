/**
 * A text of the platform as a literal of JavaScript: control, format and line characters are spelled
 * out, so that none of them acts on a terminal or hides something in what is pasted.
 */
export function toLiteral(text: string): string {
  const escaped = text.replaceAll(/[\\']/g, (each) => `\\${each}`);
  const plain = escaped.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, (each) => {
    return `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return `'${plain}'`;
}
