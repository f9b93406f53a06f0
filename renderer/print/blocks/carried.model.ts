import type { BlockOf } from '#shared/report-content.ts';

/** Ten-thousandths of a unit: what money is stored in, so that sums of it are exact. */
const PER_UNIT = 10_000;

/**
 * What a table's columns that add up come to above each of its rows, in base units: `carriedTo(table)(3)` sums its first three rows,
 * without groups and totals; null for a column that carries nothing. Example: 0.1 and 0.2 are carried as 0.3.
 */
export function carriedTo({ columns, rows }: BlockOf<'table'>): (row: number) => readonly (number | null)[] {
  const sums = columns.map(({ carried }, column) => {
    if (!carried) return null;
    let sum = 0n;
    return [
      0n,
      ...rows.map(({ kind, cells }) => {
        if (kind === 'row') sum += BigInt(Math.round((cells[column]?.value ?? 0) * PER_UNIT));
        return sum;
      }),
    ];
  });
  return (row) => sums.map((column) => (column === null ? null : Number(column[row] ?? 0n) / PER_UNIT));
}
