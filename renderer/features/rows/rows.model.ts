import type { TFunction } from 'i18next';
import type { WorkspaceInfo } from '#shared/contract.ts';
import { formatNumber, type FormatContext, type Locale } from '#shared/format.ts';
import type { RowsPage } from '#shared/question.ts';
import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import type { RowSelection, RowSort } from '#shared/stored-rows.ts';
import { storedValue } from '#shared/stored-words.ts';
import type { RowsView } from '../../state/data-slice.ts';
import { kindName } from '../import/words.ts';
import { rowValue } from '../passport/passport.model.ts';

export type StoredRow = RowsPage['rows'][number];
export type RowField = RowsPage['fields'][number];

/** Kinds that have rows, in the catalogue's order. */
export function kindsWithRows(rows: WorkspaceInfo['rows']): readonly RecordKind[] {
  return RECORD_KINDS.filter((kind) => (rows[kind] ?? 0) > 0);
}

/** A kind as it stands by itself. Example: 'Försäljningsrader'. */
export function kindTitle(t: TFunction, kind: RecordKind, locale: Locale): string {
  const name = kindName(t, kind);
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1);
}

/** What to ask for; the first kind with rows when none is chosen or the chosen one has none left. Null without any rows. */
export function selectionOf(view: RowsView, rows: WorkspaceInfo['rows']): RowSelection | null {
  const kinds = kindsWithRows(rows);
  const [first] = kinds;
  if (first === undefined) return null;
  const isThere = view.kind !== null && kinds.includes(view.kind);
  const kind = isThere && view.kind !== null ? view.kind : first;
  return { kind, search: view.search.trim(), filters: [...view.filters], sort: view.sort };
}

/** "41 062 rader" or "212 av 41 062 rader". */
export function countWords(t: TFunction, total: number | null, all: number, locale: Locale): string {
  const n = formatNumber(all, locale);
  if (total === null || total === all) return t('rows:count', { count: all, n });
  return t('rows:countShown', { count: all, n, shown: formatNumber(total, locale) });
}

/** The next order of a column: upwards, downwards, as in the files. */
export function nextSort(sort: RowSort | null, field: string): RowSort | null {
  if (sort?.field !== field) return { field, descending: false };
  return sort.descending ? null : { field, descending: true };
}

/** Columns as wide as their values are likely to be. */
export function widthOf({ key, type }: RowField): string {
  if (type === 'text') return ['customer', 'product', 'title'].includes(key) ? '200px' : '146px';
  return type === 'instant' ? '154px' : '124px';
}

/** A value as it is shown; yes and no for flags. */
export function cellText(t: TFunction, row: StoredRow, place: number, field: RowField, format: FormatContext): string {
  const value = row.values[place] ?? null;
  if (field.type === 'flag') return value === null ? '' : t(value === 1 ? 'rows:yes' : 'rows:no');
  return rowValue(typeof value === 'string' ? storedValue(t, field.key, value) : value, field, format);
}
