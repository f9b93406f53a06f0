import { customKey, type FieldType } from '#shared/record-kinds.ts';
import { cellText } from '../import/cells.ts';
import type { TableHeader } from '../import/find-header.ts';
import { totalsBeside } from '../import/find-totals.ts';
import type { ImportContext, PlannedColumn, RowMarks } from '../import/import-plan.ts';
import type { PresetMatch } from '../import/presets/recognise-preset.ts';
import { OWN_EXPORTS } from '../import/presets/own-export.ts';
import type { RawTable } from '../import/raw-table.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { unguardText } from './guard-text.ts';
import { readOwnHeader, type OwnHeader } from './read-own-header.ts';

/** A table that the app wrote, and the preset it is read as. */
export interface OwnTable {
  readonly header: OwnHeader;
  readonly match: PresetMatch;
}

/** The app's own table under this header, null for any other and where the user says that it is something else. */
export function ownTable(
  { names }: TableHeader,
  { preset, kind }: Pick<ReadingOptions, 'preset' | 'kind'>,
  textFile: boolean,
): OwnTable | null {
  const header = readOwnHeader(names, textFile);
  const isOther = (preset !== undefined && preset !== 'own-export') || (kind !== undefined && kind !== header?.kind);
  const found = OWN_EXPORTS.find((each) => each.kind === header?.kind);
  if (header === null || found === undefined || isOther) return null;
  return { header, match: { preset: found, words: [], targets: header.targets, more: new Map(), roles: new Map() } };
}

/** Columns as they were written: texts as they stand, shares as shares, the file's own columns under their own names. */
export function asWritten(
  { header }: OwnTable,
  columns: readonly PlannedColumn[],
  { textFile, storedTypes }: Pick<ImportContext, 'textFile' | 'storedTypes'>,
): readonly PlannedColumn[] {
  return columns.map((column): PlannedColumn => {
    if (!header.targets.has(column.index)) return column;
    const own = header.customs.get(column.index);
    const plain = { ...column, percent: false, rewrite: textFile ? unguardText : null };
    if (own === undefined || !column.custom) return plain;
    return {
      ...plain,
      header: own.header,
      key: ownKey(own.header, column.type, storedTypes),
      unit: column.type === 'decimal' && own.word === 'share' ? 'ratio' : null,
      identifier: column.type === 'text' && own.word === 'code',
    };
  });
}

/** A field keeps its type over all imports. */
function ownKey(header: string, type: FieldType, storedTypes: ReadonlyMap<string, FieldType>): string {
  const key = customKey(header);
  const stored = storedTypes.get(key);
  return stored === undefined || stored === type ? key : `${key} (${type})`;
}

const NO_MARKS: RowMarks = { rows: new Map(), control: new Map(), skipped: [], notices: [] };

/** Totals and notes among the rows that were added later; every row that the app wrote is a row. */
export function addedTotals(
  { header }: OwnTable,
  table: RawTable,
  below: TableHeader,
  columns: readonly PlannedColumn[],
  textFile: boolean,
): RowMarks {
  const isAdded = (row: number): boolean => cellText(table, row, header.source) === '';
  let added = false;
  for (let row = below.bottom + 1; row < table.rows && !added; row++) added = isAdded(row);
  if (!added) return NO_MARKS;
  const found = totalsBeside(table, below, columns, textFile, new Map());
  return { ...found, rows: new Map([...found.rows].filter(([row]) => isAdded(row))) };
}
