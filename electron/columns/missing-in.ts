import { NO_DAY, NO_INT, type FieldInfo, type KindTable } from '#engine/ports/workspace-columns.ts';

/** Whether a row has no value in a field. */
export function missingIn(table: KindTable, { key, type }: FieldInfo): (row: number) => boolean {
  switch (type) {
    case 'text': {
      const codes = table.codes(key);
      return (row) => (codes?.[row] ?? 0) === 0;
    }
    case 'decimal': {
      const values = table.decimals(key);
      return values instanceof Int32Array
        ? (row) => values[row] === NO_INT
        : (row) => Number.isNaN(values?.[row] ?? NaN);
    }
    case 'flag': {
      const flags = table.flags(key);
      return (row) => (flags?.[row] ?? 2) === 2;
    }
    case 'date':
    case 'instant': {
      const days = table.days(key);
      return (row) => (days?.[row] ?? NO_DAY) === NO_DAY;
    }
  }
}
