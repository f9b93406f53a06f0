import { multiplyDivide } from '#engine/import/scale.ts';
import type { DecimalColumn, KindTable, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { decimalAt } from '../decimal-at.ts';
import { keptIn, type Kept } from '../kept.ts';
import { remembered } from '../remembered.ts';
import { overflow } from '../sums.ts';
import { rowRates, type RowRates } from './row-rates.ts';

/** Columns with all money in the workspace's currency. */
export interface ConvertedColumns extends WorkspaceColumns {
  /** Null where every row of the kind is in the workspace's currency. */
  rowRates(kind: AnyKind): RowRates | null;
}

export function convertedColumns(stored: WorkspaceColumns, kept = keptIn(stored.room)): ConvertedColumns {
  const known = new Map<AnyKind, { readonly table: KindTable; readonly rates: RowRates | null } | null>();
  const ofKind = (kind: AnyKind) =>
    remembered(known, kind, () => {
      const table = stored.table(kind);
      if (table === null) return null;
      const rates = rowRates(stored, table);
      return { table: rates === null ? table : convertedTable(table, rates, kept), rates };
    });
  return {
    ...stored,
    table: (kind) => ofKind(kind)?.table ?? null,
    rowRates: (kind) => ofKind(kind)?.rates ?? null,
  };
}

function convertedTable(table: KindTable, rates: RowRates, kept: Kept): KindTable {
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
        const own = table.decimals(key);
        return own === null ? null : convert(own, rates);
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
