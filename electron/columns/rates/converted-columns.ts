import { multiplyDivide } from '#engine/import/scale.ts';
import type { DecimalColumn, KindTable, StoredColumns, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { decimalAt } from '../decimal-at.ts';
import { keptIn, type Kept } from '../kept.ts';
import { remembered } from '../remembered.ts';
import { overflow } from '../sums.ts';
import { needRates, rateFields, rowRates, type RowRates } from './row-rates.ts';

/** Columns with all money in the workspace's currency. */
export interface ConvertedColumns extends WorkspaceColumns {
  /** Null where every row of the kind is in the workspace's currency. */
  rowRates(kind: AnyKind): RowRates | null;
}

/** `isRated`: whether some row of a kind, be it among these or not, is in another currency. */
export function convertedColumns(
  stored: WorkspaceColumns,
  kept = keptIn(stored.room),
  isRated = (kind: AnyKind): boolean => isRatedIn(stored.table(kind), stored),
): ConvertedColumns {
  const known = new Map<AnyKind, KindTable | null>();
  const rates = kept.memory<AnyKind, RowRates | null>();
  const ratesOf = (kind: AnyKind): RowRates | null =>
    rates(kind, () => {
      const table = isRated(kind) ? stored.table(kind) : null;
      return table === null ? null : rowRates(stored, table);
    });
  return {
    ...stored,
    table: (kind) =>
      remembered(known, kind, () => {
        const table = stored.table(kind);
        return table === null || !isRated(kind) ? table : convertedTable(table, () => ratesOf(kind), kept);
      }),
    rowRates: ratesOf,
  };
}

/** Whether some of the rows is in another currency than the workspace's. */
export function isRatedIn(rows: KindTable | null, stored: StoredColumns): boolean {
  const codes = rows === null || rateFields(rows.kind) === null ? null : rows.codes('currency');
  return codes !== null && needRates(stored, codes);
}

function convertedTable(table: KindTable, rates: () => RowRates | null, kept: Kept): KindTable {
  const converted = kept.memory<string, DecimalColumn | null>();
  return {
    kind: table.kind,
    rows: table.rows,
    fields: table.fields,
    codes: (key) => table.codes(key),
    days: (key) => table.days(key),
    decimals: (key) => {
      const isMoney = table.fields.some((field) => field.key === key && field.unit === 'money');
      if (!isMoney) return table.decimals(key);
      return converted(key, () => {
        const [own, ofRows] = [table.decimals(key), rates()];
        return own === null || ofRows === null ? own : convert(own, ofRows);
      });
    },
    flags: (key) => table.flags(key),
  };
}

/** Ten-thousandths by row, half away from zero; NaN without a rate. Throws E_OVERFLOW beyond exact integers. */
function convert(own: DecimalColumn, { places, rates }: RowRates): Float64Array {
  const out = new Float64Array(own.length);
  for (let row = 0; row < out.length; row++) {
    const value = decimalAt(own, row);
    const rate = rates[places[row] ?? 0];
    if (rate === undefined || value !== value) out[row] = NaN;
    else if (rate.over === rate.under) out[row] = value;
    else {
      const product = multiplyDivide(value, rate.over, rate.under);
      if (product === null) throw overflow();
      out[row] = product;
    }
  }
  return out;
}
