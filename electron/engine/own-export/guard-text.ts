/** Letters that make a spreadsheet take a cell of separated text for a formula, or go looking for one. */
const GUARDED = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Text as it may stand in a separated file: what a spreadsheet would take for a formula gets an apostrophe, and so does what
 * looks guarded already, so that `unguardText` gives every text back. Source: OWASP, CSV injection.
 * Example: `=cmd()` is `'=cmd()`, `'=cmd()` is `''=cmd()`, `it's` stays.
 */
export function guardText(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text that `guardText` was given. Example: `'-5` is `-5`, `'tis` stays. */
export function unguardText(text: string): string {
  return text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text;
}
