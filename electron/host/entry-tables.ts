import { createHash } from 'node:crypto';
import { DateSpan } from '#engine/import/date-span.ts';
import { readEntry, type EntryReading, type ReadyEntry } from '#engine/import/entry/read-entry.ts';
import type { StoredRows } from '#engine/ports/import-writer.ts';
import { isoDate } from '#shared/calendar.ts';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import type { EntryInput, EntryTable } from '#shared/entry.ts';
import type { DecimalMark, ImportRecord, NewImportRecord } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { assertFreeSpace } from '#store/free-space.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';

/** The import that a kind's table is kept as: the last one written in the app. Undone, the one before it counts again. */
function savedTable(store: WorkspaceStore, kind: RecordKind): ImportRecord | null {
  return store.imports().findLast((record) => record.kind === kind && record.typed === true) ?? null;
}

/** The table as it was saved: those of its rows that no later file has taken the place of. */
export function openEntry(store: WorkspaceStore, kind: EntryKind, mark: DecimalMark): EntryTable {
  const saved = savedTable(store, kind);
  if (saved === null) return { rows: [], saved };
  const before = store.imports().filter((record) => record.kind === kind && record.id < saved.id);
  const first = before.reduce((sum, { rows, replaced }) => sum + rows - replaced, 0);
  const positions = Array.from({ length: saved.rows - saved.replaced }, (_, row) => first + row);
  const found = store.rowsAt(kind, positions);
  const places = entryFields(kind).map(({ key }) => found.fields.findIndex((field) => field.key === key));
  const rows = found.rows.map(({ values, written }) =>
    places.map((place) => {
      const value = written[found.fields[place]?.key ?? ''] ?? values[place] ?? '';
      return typeof value === 'number' ? String(value).replace('.', mark) : value;
    }),
  );
  return { rows, saved };
}

/** A dry run against what is stored beside the table itself. */
export function checkEntry(store: WorkspaceStore, { kind, rows, mark }: EntryInput): EntryReading {
  const reader = { kind, mark, currency: store.settings().currency };
  return readEntry(reader, rows, withoutOwn(store.stored.rows(kind), ownRows(store, kind)));
}

/** Saves a table in place of the one before, in one transaction. Nothing is written while a cell is wrong: then it gives what is. */
export function saveEntry(
  store: WorkspaceStore,
  input: EntryInput & { readonly name: string },
  importedAt: string,
): EntryReading & { readonly saved: ImportRecord | null } {
  const { kind, name } = input;
  const reading = checkEntry(store, input);
  const before = savedTable(store, kind);
  if (reading.ready === null) return { ...reading, saved: before };
  const filled = reading.rows.filter((row) => row.some((text) => text !== ''));
  const text = [entryFields(kind).map(({ key }) => key), ...filled].map((row) => `${row.join('\t')}\n`).join('');
  const file = { name, size: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
  const isSame = before === null ? filled.length === 0 : before.file.sha256 === file.sha256 && before.replaced === 0;
  if (isSame) return { ...reading, saved: before };
  assertFreeSpace(store.path, file.size);
  const { plan, blocks } = reading.ready;
  const group = store.beginImports();
  try {
    const writer = group.begin(plan.importHeader);
    for (const block of blocks) writer.write(block);
    const own = ownRows(store, kind);
    if (own.length > 0) writer.replace(own);
    const replaced = before === null ? 0 : before.rows - before.replaced;
    const saved = writer.commit(recordOf(reading.ready, replaced, file, importedAt));
    group.commit();
    return { ...reading, saved };
  } catch (error) {
    group.abort();
    throw error;
  }
}

/** Places, among all stored rows of a kind, of those written in the app, whether they count or not. */
function ownRows(store: WorkspaceStore, kind: RecordKind): Int32Array {
  const places: number[] = [];
  let first = 0;
  for (const record of store.imports()) {
    if (record.kind !== kind) continue;
    if (record.typed === true) for (let row = 0; row < record.rows; row++) places.push(first + row);
    first += record.rows;
  }
  return Int32Array.from(places);
}

function withoutOwn(stored: StoredRows, own: Int32Array): StoredRows {
  if (own.length === 0) return stored;
  const live = stored.live?.slice() ?? new Uint8Array(stored.rows).fill(1);
  for (const place of own) live[place] = 0;
  return { ...stored, live };
}

function recordOf(
  { plan, blocks, receipt }: ReadyEntry,
  replaced: number,
  file: ImportRecord['file'],
  importedAt: string,
): NewImportRecord {
  const span = new DateSpan(plan.importHeader);
  for (const { values } of blocks) span.add(values);
  const { period } = span;
  return {
    kind: plan.kind,
    typed: true,
    file,
    sheet: null,
    importedAt,
    rows: receipt.rows.imported,
    from: period === null ? null : isoDate(period.from),
    to: period === null ? null : isoDate(period.to),
    mapping: Object.fromEntries(plan.columns.map(({ key }) => [key, key])),
    format: { encoding: null, separator: null, decimal: null, date: null },
    receipt: { ...receipt, changes: { ...receipt.changes, replaced } },
  };
}
