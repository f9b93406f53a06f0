import type { RawTable, TableLayout } from '../raw-table.ts';

const MOST_SHOWN = 100;

/** A table as it stands in the file. */
export const PLAIN_LAYOUT: TableLayout = {
  rows: { header: 0, skipped: 0, totals: 0 },
  skippedRows: [],
  notices: [],
  control: new Map(),
  reading: {},
};

export type LayoutChange = Partial<Omit<TableLayout, 'rows'>> & { readonly rows?: Partial<TableLayout['rows']> };

/**
 * A table with one more thing told about how it was laid out: counts add up, lists are joined.
 * Example: `withLayout(table, { rows: { skipped: 4 } })` counts four rows of the file that are no rows of the table.
 */
export function withLayout(table: RawTable, change: LayoutChange): RawTable {
  const before = table.layout ?? PLAIN_LAYOUT;
  return { ...table, layout: joinLayouts(before, change) };
}

/** Two layouts as one, for tables that become one. */
export function joinLayouts(a: TableLayout, b: LayoutChange): TableLayout {
  const { header = 0, skipped = 0, totals = 0 } = b.rows ?? {};
  return {
    rows: { header: a.rows.header + header, skipped: a.rows.skipped + skipped, totals: a.rows.totals + totals },
    skippedRows: [...a.skippedRows, ...(b.skippedRows ?? [])].slice(0, MOST_SHOWN),
    notices: [...a.notices, ...(b.notices ?? [])],
    control: new Map([...a.control, ...(b.control ?? [])]),
    reading: { ...a.reading, ...b.reading },
    ...(b.year === undefined ? (a.year === undefined ? {} : { year: a.year }) : { year: b.year }),
  };
}
