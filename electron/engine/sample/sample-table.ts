import type { RecordKind } from '#shared/record-kinds.ts';

/** A table of text as a Swedish program would export it. */
export interface SampleTable {
  readonly kind: RecordKind;
  /** File name. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Öre as kronor with decimal comma. Example: `kronor(-123450)` is '-1234,50'. */
export function kronor(ore: number): string {
  const whole = Math.abs(Math.round(ore));
  const sign = ore < 0 ? '-' : '';
  return `${sign}${Math.floor(whole / 100)},${String(whole % 100).padStart(2, '0')}`;
}

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The table as semicolon-separated text with CRLF line ends. Example: header a;b and row 1;2 give 'a;b\r\n1;2\r\n'. */
export function toCsv(table: SampleTable): string {
  return [table.header, ...table.rows].map((row) => `${row.map(quoted).join(';')}\r\n`).join('');
}
