import type { TFunction } from 'i18next';
import { ENTRY_KINDS, type EntryKind } from '#shared/entry-kinds.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { fieldName } from '../import/words.ts';

/** The latest first; of the same minute, the last made. */
export function latestFirst(imports: readonly ImportRecord[]): readonly ImportRecord[] {
  return imports.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt) || b.id - a.id);
}

/** Rows in all imports together that no later import has replaced. */
export function importedRows(imports: readonly ImportRecord[]): number {
  return imports.reduce((sum, { rows, replaced }) => sum + rows - replaced, 0);
}

export interface MappingLine {
  readonly header: string;
  readonly field: string;
  readonly key: string;
}

/** What each column became, in the order the fields are kept. */
export function mappingLines(
  t: TFunction,
  { mapping, kind }: Pick<ImportRecord, 'mapping' | 'kind'>,
): readonly MappingLine[] {
  return Object.entries(mapping).map(([key, header]) => ({ key, header, field: fieldName(t, kind, key) }));
}

/** A page of rows by number: which page holds a row. */
export function pageOf(row: number, size: number): number {
  return Math.floor(row / size);
}

/** The table that a record written in the app belongs to, null for a file. */
export function entryKind({ kind, typed }: ImportRecord): EntryKind | null {
  return typed === true ? (ENTRY_KINDS.find((each) => each === kind) ?? null) : null;
}

/** Of a table written in the app only the last state: those before come back when it is undone. */
export function withoutFormer(imports: readonly ImportRecord[]): readonly ImportRecord[] {
  const isFormer = ({ id, kind, typed }: ImportRecord): boolean =>
    typed === true && imports.some((other) => other.typed === true && other.kind === kind && other.id > id);
  return imports.filter((record) => !isFormer(record));
}
