import type { Database } from 'better-sqlite3';
import type { ImportGroup, ImportHeader, ImportWriter } from '#engine/ports/import-writer.ts';
import { AppError } from '#shared/errors.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { StoreImportWriter } from './import-writer.ts';
import { finishChange, readMeta, writeSettings } from './meta.ts';
import type { RowRange } from './rows.ts';

/** The store that began the transaction. */
interface GroupOwner {
  /** Runs a step with SQLite's failures turned into typed errors. */
  attempt(action: () => unknown): void;
  /** After commit and after abort. */
  ended(): void;
}

/** The imports of one file: one transaction, a savepoint for each. The caller has begun the transaction. */
export class StoreImportGroup implements ImportGroup {
  readonly #db: Database;
  readonly #stored: (kind: RecordKind) => readonly RowRange[];
  readonly #store: GroupOwner;
  #open = true;

  /** `stored`: the imports of a kind that are there already and have rows. */
  constructor(db: Database, stored: (kind: RecordKind) => readonly RowRange[], store: GroupOwner) {
    this.#db = db;
    this.#stored = stored;
    this.#store = store;
  }

  begin(header: ImportHeader): ImportWriter {
    const db = this.#db;
    let writer: ImportWriter | null = null;
    this.#attempt(() => {
      db.exec('SAVEPOINT one_import');
      writer = new StoreImportWriter(db, header, this.#stored(header.kind), {
        attempt: (action) => {
          // A writer that outlives its group must not write outside of a transaction, or into the next one.
          this.#assertOpen();
          this.#store.attempt(action);
        },
        keep: () => void db.exec('RELEASE one_import'),
        takeBack: () => void db.exec('ROLLBACK TO one_import; RELEASE one_import'),
      });
    });
    if (writer === null) throw new TypeError('The import was not begun.');
    return writer;
  }

  setCurrency(currency: string): void {
    this.#attempt(() => writeSettings(this.#db, { ...readMeta(this.#db).settings, currency }));
  }

  commit(): void {
    this.#attempt(() => {
      finishChange(this.#db);
      this.#db.exec('COMMIT');
    });
    this.#open = false;
    this.#store.ended();
  }

  abort(): void {
    if (!this.#open) return;
    this.#open = false;
    try {
      if (this.#db.inTransaction) this.#store.attempt(() => this.#db.exec('ROLLBACK'));
    } finally {
      this.#store.ended();
    }
  }

  /** A failure ends them all; SQLite may have rolled back by itself. */
  #attempt(action: () => void): void {
    this.#assertOpen();
    try {
      this.#store.attempt(action);
    } catch (error) {
      this.abort();
      throw error;
    }
  }

  #assertOpen(): void {
    if (!this.#open || !this.#db.inTransaction) throw new AppError('E_CANCELLED', 'The import has ended.');
  }
}
