import { NO_DAY, type FieldInfo, type KindTable, type StoredColumns } from '#engine/ports/workspace-columns.ts';
import { isoDate, isoMinute } from '#shared/calendar.ts';
import { fromScaled } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';

/** As a page of rows has them: ISO date or minute, text, base-unit number, 1 or 0 for flags; null where missing. */
export type ShownValue = string | number | null;

/** Rows of a table by position, values in the order of its fields: of a kind that no file brought. */
export function rowsAt(
  columns: StoredColumns,
  table: KindTable,
  positions: readonly number[],
): readonly (readonly ShownValue[])[] {
  const readers = table.fields.map((field) => readerOf(columns, table, field));
  return positions.map((row) => readers.map((read) => read(row)));
}

function readerOf(columns: StoredColumns, table: KindTable, { key, type, dimension }: FieldInfo) {
  switch (type) {
    case 'text': {
      const codes = table.codes(key);
      const names = columns.members(dimension ?? key);
      return (row: number): ShownValue => names[codes?.[row] ?? 0] || null;
    }
    case 'date':
    case 'instant': {
      const days = table.days(key);
      const shown = type === 'date' ? isoDate : isoMinute;
      return (row: number): ShownValue => {
        const day = days?.[row] ?? NO_DAY;
        return day === NO_DAY ? null : shown(day);
      };
    }
    case 'decimal': {
      const decimals = table.decimals(key);
      return (row: number): ShownValue => {
        const value = decimalAt(decimals, row);
        return Number.isNaN(value) ? null : fromScaled(value);
      };
    }
    case 'flag': {
      const flags = table.flags(key);
      return (row: number): ShownValue => {
        const flag = flags?.[row] ?? 2;
        return flag === 2 ? null : flag;
      };
    }
  }
}
