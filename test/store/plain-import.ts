import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportHeader, ImportWriter, TypedBlock, TypedField, TypedValues } from '#engine/ports/import-writer.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import type { ImportRecord, NewImportRecord, RejectedRow } from '#shared/importing.ts';
import { fieldOf, type FieldType, type RecordKind } from '#shared/record-kinds.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';

/** Rows as a person would write them down; the store gets them as typed blocks. */
export type Plain = string | number | boolean | null;
export type PlainRow = Readonly<Record<string, Plain>>;

export interface PlainImport {
  readonly kind: RecordKind;
  /** Field key to type; keys of the kind have their own type. */
  readonly fields: readonly string[];
  readonly customTypes?: Readonly<Record<string, FieldType>>;
  readonly rows: readonly PlainRow[];
  readonly rejected?: readonly RejectedRow[];
  readonly file?: string;
  readonly from?: string | null;
  readonly to?: string | null;
}

export function typedField(kind: RecordKind, key: string, customTypes: PlainImport['customTypes'] = {}): TypedField {
  const known = fieldOf(kind, key);
  return {
    key,
    type: known?.type ?? customTypes[key] ?? 'text',
    unit: known?.unit ?? null,
    label: known === null ? key.replace('custom:', '') : null,
    identifier: known?.identifier ?? false,
  };
}

function minutesOf(text: string): number {
  const [day, time] = text.split('T');
  const [hour, minute] = (time ?? '').split(':').map(Number);
  return (parseIsoDate(day ?? '') ?? 0) * 1440 + (hour ?? 0) * 60 + (minute ?? 0);
}

function typedValues(type: FieldType, cells: readonly Plain[], texts: string[]): TypedValues {
  switch (type) {
    case 'text': {
      const codes = cells.map((cell) => {
        if (cell === null) return 0;
        const text = String(cell);
        const known = texts.indexOf(text);
        return known >= 0 ? known : texts.push(text) - 1;
      });
      return { type: 'text', codes: Int32Array.from(codes), texts };
    }
    case 'date':
    case 'instant': {
      const number = (text: string): number => (type === 'date' ? (parseIsoDate(text) ?? NO_DAY) : minutesOf(text));
      return {
        type: 'day',
        days: Int32Array.from(cells.map((cell) => (cell === null ? NO_DAY : number(String(cell))))),
      };
    }
    case 'decimal':
      return {
        type: 'decimal',
        scaled: Float64Array.from(cells.map((cell) => (cell === null ? NaN : Math.round(Number(cell) * 10_000)))),
      };
    case 'flag':
      return { type: 'flag', flags: Uint8Array.from(cells.map((cell) => (cell === null ? 2 : Number(cell)))) };
  }
}

/** Cuts the rows into blocks of `size`, as the import rules would. File rows start at 2, below the header. */
export function* typedBlocks(plain: PlainImport, size: number): Generator<TypedBlock> {
  const fields = plain.fields.map((key) => typedField(plain.kind, key, plain.customTypes));
  const texts = fields.map(() => ['']);
  for (let from = 0; from < plain.rows.length; from += size) {
    const rows = plain.rows.slice(from, from + size);
    yield {
      rows: rows.length,
      fileRows: Int32Array.from(rows.keys(), (row) => from + row + 2),
      values: fields.map((field, i) =>
        typedValues(
          field.type,
          rows.map((row) => row[field.key] ?? null),
          texts[i] ?? [''],
        ),
      ),
      keys: Int32Array.from({ length: rows.length * 2 }, (_, i) => from * 2 + i),
    };
  }
}

export function recordOf(plain: PlainImport): NewImportRecord {
  const rows = plain.rows.length;
  const rejected = plain.rejected?.length ?? 0;
  return {
    kind: plain.kind,
    file: { name: plain.file ?? 'sales.csv', size: 1000, sha256: 'a'.repeat(64) },
    sheet: null,
    importedAt: '2026-10-02T09:14',
    rows,
    from: plain.from ?? null,
    to: plain.to ?? null,
    mapping: Object.fromEntries(plain.fields.map((key) => [key, key])),
    format: { encoding: 'utf-8', separator: ';', decimal: ',', date: 'ymd' },
    receipt: {
      rows: { read: rows + rejected + 1, header: 1, skipped: 0, totals: 0, duplicates: 0, rejected, imported: rows },
      sums: {},
      rounded: 0,
      derived: [],
      rejectedByReason: [],
    },
  };
}

export function headerOf(plain: PlainImport): ImportHeader {
  return { kind: plain.kind, fields: plain.fields.map((key) => typedField(plain.kind, key, plain.customTypes)) };
}

/** An import alone in its transaction. */
export function beginOne(store: WorkspaceStore, header: ImportHeader): ImportWriter {
  const group = store.beginImports();
  const writer = group.begin(header);
  return {
    write: (block) => writer.write(block),
    reject: (rows) => writer.reject(rows),
    replace: (rows) => writer.replace(rows),
    commit: (record) => {
      try {
        const kept = writer.commit(record);
        group.commit();
        return kept;
      } catch (error) {
        group.abort();
        throw error;
      }
    },
    abort: () => group.abort(),
  };
}

/** Imports the rows in blocks of `size` and commits. */
export function importPlain(store: WorkspaceStore, plain: PlainImport, size = 1000): ImportRecord {
  const writer = beginOne(store, headerOf(plain));
  for (const block of typedBlocks(plain, size)) writer.write(block);
  if (plain.rejected !== undefined) writer.reject(plain.rejected);
  return writer.commit(recordOf(plain));
}

/** A folder of its own, and the path of a workspace in it. */
export function newFolder(): { readonly folder: string; readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  return {
    folder,
    file: join(folder, `${randomUUID()}.nyckeltal`),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
