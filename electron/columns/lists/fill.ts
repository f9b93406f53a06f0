import {
  NO_DAY,
  type CodeColumn,
  type DayColumn,
  type DecimalColumn,
  type FieldInfo,
  type FlagColumn,
} from '#engine/ports/workspace-columns.ts';
import { decimalAt } from '../decimal-at.ts';
import { listValues, type ListLink, type ListValues } from './list-values.ts';

/** A field of a list as numbers a row of another kind can look up, and which number means none. */
export interface Filling extends ListValues {
  readonly missing: number;
}

const NO_FLAG = 2;

/** A list's field for the rows of a kind; NaN, NO_DAY, 2 or code 0 where the list says nothing. */
export function fillingOf(link: ListLink, { key, type }: FieldInfo): Filling {
  const { list } = link;
  const filling = (values: () => ArrayLike<number> | null, missing: number): Filling => ({
    missing,
    ...listValues(
      link,
      key,
      () => values() ?? [],
      (value) => value === missing || value !== value,
      missing,
    ),
  });
  switch (type) {
    case 'text':
      return filling(() => list.codes(key), 0);
    case 'date':
    case 'instant':
      return filling(() => list.days(key), NO_DAY);
    case 'decimal':
      return filling(() => plainDecimals(list.decimals(key)), NaN);
    case 'flag':
      return filling(() => list.flags(key), NO_FLAG);
  }
}

/** Whether any of `rows` rows has a value of the list. */
export function reaches(rows: number, { at, missing }: Filling): boolean {
  for (let row = 0; row < rows; row++) {
    const value = at(row);
    if (value !== missing && value === value) return true;
  }
  return false;
}

function plainDecimals(decimals: DecimalColumn | null): Float64Array | null {
  return decimals === null ? null : Float64Array.from(decimals, (_, row) => decimalAt(decimals, row));
}

export function filledCodes(own: CodeColumn | null, { at }: Filling, rows: number, members: number): CodeColumn {
  const codes =
    members <= 0x100 ? new Uint8Array(rows) : members <= 0x1_0000 ? new Uint16Array(rows) : new Int32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = own?.[row] || at(row);
  return codes;
}

export function filledDays(own: DayColumn | null, { at }: Filling, rows: number): DayColumn {
  const days = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const day = own?.[row] ?? NO_DAY;
    days[row] = day === NO_DAY ? at(row) : day;
  }
  return days;
}

export function filledDecimals(own: DecimalColumn | null, { at }: Filling, rows: number): DecimalColumn {
  const decimals = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = decimalAt(own, row);
    decimals[row] = value === value ? value : at(row);
  }
  return decimals;
}

export function filledFlags(own: FlagColumn | null, { at }: Filling, rows: number): FlagColumn {
  const flags = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const flag = own?.[row] ?? NO_FLAG;
    flags[row] = flag === NO_FLAG ? at(row) : flag;
  }
  return flags;
}
