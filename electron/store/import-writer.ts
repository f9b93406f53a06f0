import type { Database } from 'better-sqlite3';
import type { ImportHeader, ImportWriter, TypedBlock } from '#engine/ports/import-writer.ts';
import { AppError } from '#shared/errors.ts';
import {
  importRecordSchema,
  type ImportRecord,
  type NewImportRecord,
  type RejectedRow,
  type RememberedMapping,
} from '#shared/importing.ts';
import { CHUNK_ROWS } from './chunk.ts';
import { insertKeys } from './content-keys.ts';
import { dimensionOf } from './dimension.ts';
import { ImportColumn } from './import-column.ts';
import { completeImport, insertImport } from './imports.ts';
import { Dictionary } from './members.ts';
import { insertRejected } from './rejected-rows.ts';
import { writeMapping } from './remembered-mappings.ts';
import { insertReplaced } from './replaced-rows.ts';
import { RowDigest } from './row-digest.ts';
import { insertRows, nextRowId, type RowRange } from './rows.ts';
import { insertSegment } from './segments.ts';

/** Who began the transaction that the import is made in. */
export interface ImportOwner {
  /** Runs a step with SQLite's failures turned into typed errors. */
  attempt(action: () => unknown): void;
  /** Keeps what the import has written. */
  keep(): void;
  /** Takes it back. */
  takeBack(): void;
}

/** One import inside a transaction. Rows gather to chunks; each goes to the rows, the segments and the digest together. */
export class StoreImportWriter implements ImportWriter {
  readonly #db: Database;
  readonly #header: ImportHeader;
  readonly #owner: ImportOwner;
  readonly #stored: readonly RowRange[];
  readonly #importId: number;
  readonly #columns: readonly ImportColumn[];
  readonly #dictionaries: ReadonlyMap<string, Dictionary>;
  readonly #digest: RowDigest;
  readonly #fileRows = new Int32Array(CHUNK_ROWS);
  readonly #keys = new Int32Array(CHUNK_ROWS * 2);
  #gathered = 0;
  #chunks = 0;
  #written = 0;
  #rejected = 0;
  #open = true;

  /** The caller has begun the transaction. `stored` are the imports of the kind that have rows. */
  constructor(db: Database, header: ImportHeader, stored: readonly RowRange[], owner: ImportOwner) {
    this.#db = db;
    this.#stored = stored;
    this.#header = header;
    this.#owner = owner;
    this.#importId = insertImport(db, header.kind, nextRowId(db, header.kind));
    const dictionaries = new Map<string, Dictionary>();
    this.#columns = header.fields
      .map((field, index) => {
        if (field.type !== 'text') return new ImportColumn(index, field, null);
        const dimension = dimensionOf(header.kind, field);
        const dictionary = dictionaries.get(dimension) ?? new Dictionary(db, dimension);
        dictionaries.set(dimension, dictionary);
        return new ImportColumn(index, field, dictionary);
      })
      .toSorted(ImportColumn.byKey);
    this.#dictionaries = dictionaries;
    this.#digest = new RowDigest((dimension) => dictionaries.get(dimension)?.names ?? []);
  }

  write(block: TypedBlock): void {
    this.#attempt(() => {
      for (let from = 0; from < block.rows;) {
        const count = Math.min(CHUNK_ROWS - this.#gathered, block.rows - from);
        for (const column of this.#columns) column.gather(block, from, count, this.#gathered);
        this.#fileRows.set(block.fileRows.subarray(from, from + count), this.#gathered);
        this.#keys.set(block.keys.subarray(from * 2, (from + count) * 2), this.#gathered * 2);
        this.#gathered += count;
        from += count;
        if (this.#gathered === CHUNK_ROWS) this.#flush();
      }
    });
  }

  reject(rows: readonly RejectedRow[]): void {
    this.#attempt(() => {
      insertRejected(this.#db, this.#importId, this.#rejected, rows);
      this.#rejected += rows.length;
    });
  }

  replace(rows: Int32Array): void {
    this.#attempt(() => insertReplaced(this.#db, this.#importId, this.#stored, rows));
  }

  commit(record: NewImportRecord, remembered: RememberedMapping | null = null): ImportRecord {
    this.#attempt(() => {
      if (this.#gathered > 0) this.#flush();
      if (this.#written !== record.rows) {
        throw new Error(`The record counts ${record.rows} rows where ${this.#written} were written.`);
      }
      completeImport(this.#db, this.#importId, record, this.#digest.finish());
      if (remembered !== null) writeMapping(this.#db, remembered);
      this.#owner.keep();
    });
    this.#open = false;
    return importRecordSchema.parse({ ...record, id: this.#importId, replaced: 0 });
  }

  abort(): void {
    if (!this.#open) return;
    this.#open = false;
    // SQLite may have rolled back by itself.
    if (this.#db.inTransaction) this.#owner.attempt(() => this.#owner.takeBack());
  }

  #flush(): void {
    const rows = this.#gathered;
    const columns = this.#columns.flatMap((column) => column.chunkColumn(this.#db, this.#header.kind, rows));
    const chunk = { no: this.#chunks, rows, fileRows: this.#fileRows, columns };
    for (const dictionary of this.#dictionaries.values()) dictionary.flush(this.#db, this.#importId);
    insertRows(this.#db, this.#importId, this.#header.kind, chunk);
    for (const { field, segment } of columns) insertSegment(this.#db, this.#importId, field.id, chunk.no, segment);
    insertKeys(this.#db, this.#importId, chunk.no, this.#keys.subarray(0, rows * 2));
    this.#digest.add(chunk);
    this.#written += rows;
    this.#chunks += 1;
    this.#gathered = 0;
  }

  /** A failure ends the import: SQLite may have rolled back by itself, so there is no going on. */
  #attempt(action: () => void): void {
    if (!this.#open) throw new AppError('E_CANCELLED', 'The import has ended.');
    try {
      this.#owner.attempt(action);
    } catch (error) {
      this.abort();
      throw error;
    }
  }
}
