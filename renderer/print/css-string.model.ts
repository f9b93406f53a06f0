/** A text as a CSS string: quotes, backslashes and line ends cannot leave it. Example: `a"b` is `"a\22 b"`. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;
}
