import type { Database } from 'better-sqlite3';
import type { ImportGroup, ImportHeader, ImportWriter } from '#engine/ports/import-writer.ts';
import { AppError } from '#shared/errors.ts';
import { StoreImportWriter, type ImportOwner } from './import-writer.ts';
import { finishChange } from './meta.ts';

/** The imports of one file: one transaction, a savepoint for each. The caller has begun the transaction. */
export class StoreImportGroup implements ImportGroup {
  readonly #db: Database;
  readonly #store: Pick<ImportOwner, 'attempt' | 'ended'>;
  #open = true;

  constructor(db: Database, store: Pick<ImportOwner, 'attempt' | 'ended'>) {
    this.#db = db;
    this.#store = store;
  }

  begin(header: ImportHeader): ImportWriter {
    const db = this.#db;
    let writer: ImportWriter | null = null;
    this.#attempt(() => {
      db.exec('SAVEPOINT one_import');
      writer = new StoreImportWriter(db, header, {
        attempt: (action) => this.#store.attempt(action),
        keep: () => void db.exec('RELEASE one_import'),
        takeBack: () => void db.exec('ROLLBACK TO one_import; RELEASE one_import'),
        ended: () => undefined,
      });
    });
    if (writer === null) throw new TypeError('The import was not begun.');
    return writer;
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
    if (!this.#open || !this.#db.inTransaction) throw new AppError('E_CANCELLED', 'The import has ended.');
    try {
      this.#store.attempt(action);
    } catch (error) {
      this.abort();
      throw error;
    }
  }
}
