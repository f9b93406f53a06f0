// oxlint-disable-next-line no-control-regex -- what no XML can hold
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Text as a slide can hold it: whole letters, no control characters, one kind of line break. */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(UNHELD, '');
}

/** The same in one line, cut where it is longer than anyone reads. */
export function shortText(text: string, most: number): string {
  const some = plainText(text)
    .replaceAll('\n', ' ')
    .slice(0, 2 * most + 2);
  const letters = [...some];
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
