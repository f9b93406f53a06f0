import type { Inspection } from '#shared/importing.ts';
import { fileRow } from './cells.ts';
import { namesCodes } from './custom-columns.ts';
import type { PlannedColumn } from './import-plan.ts';
import type { ColumnProfile } from './profile-column.ts';
import type { RawTable } from './raw-table.ts';

/** Row counts at which a spreadsheet ends, with and without its header: a file this long may be cut off. */
const ROW_LIMITS = [65_535, 65_536, 1_048_575, 1_048_576];

/**
 * Findings worth a word before the import: a file as long as its format allows, lines with too many cells, columns that mix
 * text and numbers, error cells left blank, hidden rows, codes a spreadsheet has already damaged.
 */
export function planNotices(
  table: RawTable,
  columns: readonly PlannedColumn[],
  profiles: readonly ColumnProfile[],
  headers: readonly string[],
): Inspection['notices'] {
  const notices: Inspection['notices'][number][] = [];
  const lastRow = fileRow(table, table.rows - 1);
  const limit = ROW_LIMITS.find((rows) => rows === table.rows || rows === lastRow);
  if (limit !== undefined) notices.push({ code: 'row-limit', details: { rows: limit } });
  if (table.hiddenRows !== undefined) notices.push({ code: 'hidden-rows', details: { rows: table.hiddenRows } });
  if (table.ragged > 0) notices.push({ code: 'ragged-rows', details: { rows: table.ragged } });
  for (const { index, type, custom, identifier } of columns) {
    const profile = profiles[index];
    const column = headers[index] ?? '';
    if (profile === undefined) continue;
    const words = profile.filled - profile.numbers.all - profile.placeholders - profile.errors - profile.noCachedValues;
    const mixed =
      custom &&
      !namesCodes(column) &&
      type === 'text' &&
      words > 0 &&
      profile.numbers.all > words &&
      profile.workbookDates === 0;
    if (mixed) notices.push({ code: 'mixed-types', details: { column } });
    const errors = profile.errors + profile.noCachedValues;
    if (custom && errors > 0) notices.push({ code: 'error-cells', details: { column, rows: errors } });
    const holdsCodes = type === 'text' && (identifier || custom);
    if (holdsCodes && profile.shortened > 0) notices.push({ code: 'shortened-codes', details: { column } });
    const dated = profile.dated + profile.workbookDates;
    if (holdsCodes && dated > 0 && (identifier || profile.texts > dated))
      notices.push({ code: 'dated-codes', details: { column, rows: dated } });
  }
  return notices;
}
