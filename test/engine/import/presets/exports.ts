import { convertAll, fieldValues, TEXT_FILE, type Converted } from '../inspect-rows.ts';
import { layOutTables } from '#engine/import/tables/lay-out-tables.ts';
import { textTable } from '../table-of.ts';
import type { ReadingOptions } from '#shared/importing.ts';

/** A file as its maker writes it: header and rows. */
export type Export = readonly (readonly string[])[];

/** The same file with its columns in another order, headers in capitals, one column more, and some left out. */
export function disturbed([header = [], ...rows]: Export, leftOut: readonly string[] = []): Export {
  const order = header.flatMap((name, column) => (leftOut.includes(name) ? [] : [column])).toReversed();
  const names = order.map((column) => (header[column] ?? '').toUpperCase());
  return [
    [...names.slice(0, 2), 'Något helt annat', ...names.slice(2)],
    ...rows.map((row) => {
      const cells = order.map((column) => row[column] ?? '');
      return [...cells.slice(0, 2), 'x', ...cells.slice(2)];
    }),
  ];
}

/** Laid out and read as the app does. */
export function read(file: Export, options: ReadingOptions = {}): Converted {
  const [first] = layOutTables([{ sheet: null, table: textTable(file) }], options);
  if (first === undefined) throw new Error('there is no table');
  return convertAll(first.table, options, { ...TEXT_FILE, today: 20_728 });
}

/** The preset a file was recognised as. */
export const presetOf = ({ plan }: Converted): string | null => plan.preset?.preset.name ?? null;

/** Decimals in base units. */
export function amounts(file: Converted, field: string): readonly (number | null)[] {
  return fieldValues(file, field).map((value) => (value === null ? null : Number(value) / 10_000));
}

/** Days and minutes as dates. */
export function days(file: Converted, field: string, perDay = 1): readonly (string | null)[] {
  return fieldValues(file, field).map((value) =>
    value === null ? null : new Date((Number(value) / perDay) * 86_400_000).toISOString().slice(0, 10),
  );
}
