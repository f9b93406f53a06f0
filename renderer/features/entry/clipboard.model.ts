/**
 * The cells of a block that a spreadsheet puts on the clipboard as text: tabs between cells, a line a row, quotes around a
 * cell that holds either. A quote inside a cell stays as it is. The line end after the last row makes no row.
 * Example: 'a\t"b\nc"\r\n' is [['a', 'b\nc']].
 */
export function clipboardCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : null;
    const end = cell?.end ?? plainEnd(text, at);
    row.push(cell?.text ?? text.slice(at, end));
    const mark = text[end];
    if (mark === '\t') {
      at = end + 1;
      if (at < text.length) continue;
      row.push('');
    } else at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    rows.push(row);
    row = [];
  }
  return rows;
}

function plainEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !'\t\n\r'.includes(text[end] ?? '')) end++;
  return end;
}

/** A cell whose quotes close right before the next cell or line; null where they do not, and are part of the text. */
function quotedCell(text: string, from: number): { readonly text: string; readonly end: number } | null {
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    const next = text[close + 1];
    if (next === '"') at = close + 2;
    else if (next === undefined || '\t\n\r'.includes(next)) {
      return { text: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 };
    } else return null;
  }
}
