export interface TableColumn {
  readonly title: string;
  readonly right?: boolean;
}

/** Width in terminal columns, near enough for names and numbers: combining marks take none. */
export const width = (text: string): number => [...text.normalize('NFC').replaceAll(/\p{M}/gu, '')].length;

/** Control characters of a file must not steer the terminal. */
// oxlint-disable-next-line no-control-regex -- control characters are what is replaced
export const plain = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');

/** Columns under their titles, numbers to the right. */
export function textTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => columns.map((_, i) => plain(row[i] ?? '')));
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => width(line[i] ?? ''))));
  return lines
    .map((line) => {
      const cells = line.map((cell, i) => {
        const space = ' '.repeat((widths[i] ?? 0) - width(cell));
        return columns[i]?.right === true ? space + cell : cell + space;
      });
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}
