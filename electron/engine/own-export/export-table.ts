import {
  NO_INT,
  type CodeColumn,
  type DayColumn,
  type DecimalColumn,
  type FieldInfo,
  type FlagColumn,
  type KindTable,
} from '../ports/workspace-columns.ts';
import type { Locale } from '#shared/format.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { Unit } from '#shared/units.ts';
import { ownHeader } from './own-header.ts';

/** Values of a column by position; what is missing is missing as in `workspace-columns.ts`. */
export type ExportValues =
  | { readonly type: 'text'; readonly codes: CodeColumn; /** By code; '' is none. */ readonly texts: readonly string[] }
  | { readonly type: 'date' | 'instant'; readonly days: DayColumn }
  | { readonly type: 'decimal'; readonly scaled: DecimalColumn; readonly unit: Unit | null }
  | { readonly type: 'flag'; readonly flags: FlagColumn }
  | { readonly type: 'whole'; readonly numbers: Int32Array };

export interface ExportColumn {
  readonly header: string;
  readonly values: ExportValues;
}

/** Rows to write: columns over all rows of a kind, and the positions of those that are wanted in their order. */
export interface ExportTable {
  readonly columns: readonly ExportColumn[];
  readonly positions: Int32Array;
}

/** Where the rows of a kind came from, by position. */
export interface RowOrigins {
  readonly files: Extract<ExportValues, { type: 'text' }>;
  readonly sheets: Extract<ExportValues, { type: 'text' }>;
  readonly rows: Int32Array;
}

/**
 * The rows of a kind under the app's own header: `fields` in their order, names as they are shown, and where each row came
 * from. Fields without a value are left out.
 */
export function exportTable(
  kind: RecordKind,
  {
    table,
    members,
    origins,
    positions,
  }: {
    readonly table: KindTable;
    readonly members: (dimension: string) => readonly string[];
    readonly origins: RowOrigins;
    readonly positions: Int32Array;
  },
  fields: readonly FieldInfo[],
  locale: Locale,
): ExportTable {
  const read = fields.flatMap((field) => {
    const values = valuesOf(table, members, field);
    return values === null ? [] : [{ field, values }];
  });
  const header = ownHeader(
    kind,
    read.map(({ field }) => field),
    locale,
  );
  const own: readonly ExportValues[] = [origins.files, origins.sheets, { type: 'whole', numbers: origins.rows }];
  const columns = [...read.map(({ values }) => values), ...own].map((values, at) => ({
    header: header[at] ?? '',
    values,
  }));
  return { columns, positions };
}

function valuesOf(
  table: KindTable,
  members: (dimension: string) => readonly string[],
  { key, type, unit, dimension }: FieldInfo,
): ExportValues | null {
  switch (type) {
    case 'text': {
      const codes = table.codes(key);
      return codes === null ? null : { type, codes, texts: members(dimension ?? '') };
    }
    case 'date':
    case 'instant': {
      const days = table.days(key);
      return days === null ? null : { type, days };
    }
    case 'decimal': {
      const scaled = table.decimals(key);
      return scaled === null ? null : { type, scaled, unit };
    }
    case 'flag': {
      const flags = table.flags(key);
      return flags === null ? null : { type, flags };
    }
  }
}

/** Ten-thousandths at a position; NaN where there is no value. */
export function scaledAt(scaled: DecimalColumn, at: number): number {
  const value = scaled[at] ?? NaN;
  return value === NO_INT && scaled instanceof Int32Array ? NaN : value;
}
