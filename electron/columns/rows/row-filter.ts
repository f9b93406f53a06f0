import { NO_DAY, NO_INT, type KindTable, type StoredColumns } from '#engine/ports/workspace-columns.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { RowFilter } from '#shared/stored-rows.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { missingIn } from '../missing-in.ts';
import { fold, type NamesWith } from './folded-names.ts';

const MINUTES_A_DAY = 1440;

/** Lets go of the rows, 1 in `mask`, that do not pass the filter. Throws E_UNKNOWN_DIMENSION where the kind has no such field. */
export function applyFilter(
  mask: Uint8Array,
  filter: RowFilter,
  table: KindTable,
  columns: StoredColumns,
  namesWith: NamesWith,
): void {
  const info = table.fields.find(({ key }) => key === filter.field);
  if (info === undefined) throw unknown(filter.field);
  const keep = (passes: (row: number) => boolean): void => {
    for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && !passes(row)) mask[row] = 0;
  };
  const keepCodes = (allowed: Uint8Array): void => {
    const codes = table.codes(filter.field);
    if (codes === null) throw unknown(filter.field);
    for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] ?? 0) & (allowed[codes[row] ?? 0] ?? 0);
  };
  switch (filter.is) {
    case 'contains':
      keepCodes(namesWith(info.dimension ?? '', fold(filter.text)));
      break;
    case 'in':
      keepCodes(allowedCodes(columns, info.dimension ?? '', filter.values));
      break;
    case 'number': {
      const values = table.decimals(filter.field);
      if (values === null) throw unknown(filter.field);
      const [low, high] = [scaled(filter.from, -Infinity), scaled(filter.to, Infinity)];
      keepBetween(mask, values, low, high, values instanceof Int32Array ? NO_INT : NaN);
      break;
    }
    case 'date': {
      const values = table.days(filter.field);
      if (values === null) throw unknown(filter.field);
      const a = info.type === 'instant' ? MINUTES_A_DAY : 1;
      const low = filter.from === null ? -Infinity : dayOf(filter.from) * a;
      const high = filter.to === null ? Infinity : (dayOf(filter.to) + 1) * a - 1;
      keepBetween(mask, values, low, high, NO_DAY);
      break;
    }
    case 'flag': {
      const values = table.flags(filter.field);
      if (values === null) throw unknown(filter.field);
      keep((row) => values[row] === Number(filter.value));
      break;
    }
    case 'blank':
    case 'filled': {
      const isMissing = missingIn(table, info);
      keep((row) => isMissing(row) === (filter.is === 'blank'));
    }
  }
}

function keepBetween(
  mask: Uint8Array,
  values: Int32Array | Float64Array,
  low: number,
  high: number,
  missing: number,
): void {
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? NaN;
    if (!(value >= low && value <= high) || value === missing) mask[row] = 0;
  }
}

function allowedCodes(columns: StoredColumns, dimension: string, values: readonly (string | null)[]): Uint8Array {
  const merged = columns.merged(dimension);
  const named = new Set(values.map((value) => (value === null ? '' : (merged.get(value) ?? value))));
  // A code no longer used has the empty name as well, but no row.
  return Uint8Array.from(columns.members(dimension), (name) => Number(named.has(name)));
}

function scaled(value: number | null, none: number): number {
  return value === null ? none : Math.round(value * DECIMAL_SCALE);
}

function dayOf(iso: string): number {
  const day = parseIsoDate(iso);
  if (day === null) throw new AppError('E_BAD_REQUEST', 'There is no such day.', { problem: 'date' });
  return day;
}

function unknown(field: string): AppError {
  return new AppError('E_UNKNOWN_DIMENSION', `There is no field "${field}" to filter by.`, { dimension: field });
}
