import type { ImportGroup, StoredData, StoredRows } from '#engine/ports/import-writer.ts';
import type { StoredColumns } from '#engine/ports/workspace-columns.ts';
import type { WorkspaceInfo } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { ImportRecord, RememberedMapping } from '#shared/importing.ts';
import type { Rate } from '#shared/rates.ts';
import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import type { Settings } from '#shared/settings.ts';
import { backupTo } from './backup.ts';
import { readKeys } from './content-keys.ts';
import { columnLimit, ColumnMemory } from './column-memory.ts';
import { createWorkspaceFile, type NewWorkspace } from './create-workspace.ts';
import { digestOfWorkspace, type Contents } from './digest.ts';
import { readFields } from './fields.ts';
import { StoreImportGroup } from './import-group.ts';
import { readImports } from './imports.ts';
import { KindColumns, liveOf } from './kind-columns.ts';
import { withTypedErrors } from './map-store-error.ts';
import { finishChange, finishSaved, readMeta, writeSettings } from './meta.ts';
import { fileIdentity, openDatabase, type OpenDatabase } from './open-database.ts';
import { readRates, writeRates } from './rates.ts';
import { deleteMapping, readMappings, writeMapping } from './remembered-mappings.ts';
import { readRejected, type RejectedPage } from './rejected-rows.ts';
import { findRows, type FoundRows } from './row-lookup.ts';
import { readOrigins, type RowOrigins } from './row-origins.ts';
import { deleteSaved, readOneSaved, readSaved, writeSaved, type SavedKind, type SavedValue } from './saved.ts';
import { StoredNames } from './stored-names.ts';
import { undoImport } from './undo-import.ts';
import { verifyWorkspace, type Verification } from './verify.ts';
import { WorkspaceNames } from './workspace-names.ts';

/** An open workspace file. One at a time does something; nothing else may be written while an import is under way. */
export class WorkspaceStore {
  readonly path: string;
  /** Names shown as one. */
  readonly names: WorkspaceNames;
  readonly #file: OpenDatabase;
  #contents: Contents;
  #tables = new Map<RecordKind, KindColumns>();
  readonly #names: StoredNames;
  readonly #memory: ColumnMemory;
  #importing = false;
  /** After an I/O error what the disk holds is uncertain: nothing more is written until the file is opened again. */
  #hasFailed = false;

  constructor(path: string, file: OpenDatabase, columnBytes = columnLimit()) {
    this.#memory = new ColumnMemory(columnBytes);
    this.path = path;
    this.#file = file;
    this.#names = new StoredNames(file.db, () => this.#contents.imports.at(-1)?.importId ?? 0);
    this.names = new WorkspaceNames(file.db, this.#names, {
      run: (action) => this.#run(action),
      change: (action) => this.#change(action),
      tables: () => RECORD_KINDS.flatMap((kind) => this.#table(kind) ?? []),
    });
    this.#contents = this.#run(() => this.#read());
  }

  /** Starts the imports of a file, one or several: one transaction until its `commit` or `abort`. */
  beginImports(): ImportGroup {
    const { db } = this.#file;
    this.#assertWritable();
    return this.#run(() => {
      db.exec('BEGIN IMMEDIATE');
      this.#importing = true;
      return new StoreImportGroup(db, (kind) => this.#ofKind(kind).imports, {
        attempt: (action) => void this.#run(action),
        ended: () => this.#endImport(),
      });
    });
  }

  /** Takes an import out whole: the workspace is as if it had never been. */
  undoImport(id: number): void {
    const { imports, fields } = this.#contents;
    const undone = imports.find(({ importId }) => importId === id);
    if (undone === undefined) throw new AppError('E_NOT_FOUND', 'There is no such import.', { id });
    this.#change(() => undoImport(this.#file.db, undone, imports, fields));
    this.#forgetData();
  }

  /** In the order they were made; `asOf` an import, as it left them. */
  imports(asOf: number | null = null): readonly ImportRecord[] {
    const stored = asOf === null ? this.#contents.imports : this.#run(() => readImports(this.#file.db, asOf));
    return stored.map(({ record }) => record);
  }

  rejected(id: number, offset: number, limit: number): RejectedPage {
    return this.#run(() => readRejected(this.#file.db, id, offset, limit));
  }

  /** What is committed, for the rows of a file to be held against. */
  get stored(): StoredData {
    return { rows: (kind) => this.#run(() => this.#storedRows(kind)) };
  }

  /** How files were read, used last first. */
  mappings(): readonly RememberedMapping[] {
    return this.#run(() => readMappings(this.#file.db));
  }

  rememberMapping(mapping: RememberedMapping): void {
    this.#change(() => {
      writeMapping(this.#file.db, mapping);
      finishChange(this.#file.db);
    });
  }

  forgetMapping(fingerprint: string): void {
    this.#change(() => {
      deleteMapping(this.#file.db, fingerprint);
      finishChange(this.#file.db);
    });
  }

  /** The data as columns, each loaded when first asked for and kept until the data changes. */
  columns(): StoredColumns {
    return {
      revision: this.#contents.meta.revision,
      room: this.#memory,
      kinds: () => RECORD_KINDS.filter((kind) => this.#table(kind) !== null),
      table: (kind) => this.#table(kind),
      members: (dimension) => this.#run(() => this.#names.dictionary(dimension).names),
      merged: (dimension) => this.#run(() => this.#names.merged(dimension)),
      exchange: () => ({ base: this.settings().currency, rates: this.rates() }),
    };
  }

  /** They as an import left them: without later imports, and with the rows that those replaced. Not kept in memory. */
  columnsAsOf(importId: number): StoredColumns {
    const imports = this.#run(() => readImports(this.#file.db, importId)).filter(({ liveRows }) => liveRows > 0);
    const tables = new Map<RecordKind, KindColumns>();
    const table = (kind: RecordKind): KindColumns | null => {
      const own = imports.filter((stored) => stored.kind === kind);
      if (own.length === 0) return null;
      const known =
        tables.get(kind) ?? new KindColumns(this.#file.db, this.#names, kind, own, this.#ofKind(kind).fields);
      tables.set(kind, known);
      return known;
    };
    return { ...this.columns(), kinds: () => RECORD_KINDS.filter((kind) => table(kind) !== null), table };
  }

  /** Bytes that columns take, and may take. */
  columnMemory(): Pick<ColumnMemory, 'bytes' | 'limit'> {
    const { bytes, limit } = this.#memory;
    return { bytes, limit };
  }

  /** Rows by their positions in the kind's columns, `asOf` an import in those as it left them. Throws RangeError for a position that is not there. */
  rowsAt(kind: RecordKind, positions: readonly number[], asOf: number | null = null): FoundRows {
    const { imports, fields } = this.#ofKind(kind);
    const then = (): typeof imports => readImports(this.#file.db, asOf ?? undefined).filter((one) => one.kind === kind);
    return this.#run(() => findRows(this.#file.db, asOf === null ? imports : then(), fields, this.#names, positions));
  }

  /** Where every row of a kind came from, by its position in the kind's columns; `imports` are places in `from`. */
  origins(kind: RecordKind): RowOrigins & { readonly from: readonly ImportRecord[] } {
    const { imports } = this.#ofKind(kind);
    return { ...this.#run(() => readOrigins(this.#file.db, imports)), from: imports.map(({ record }) => record) };
  }

  settings(): Settings {
    return this.#contents.meta.settings;
  }

  setSettings(patch: Partial<Settings>): Settings {
    const settings = { ...this.settings(), ...patch };
    this.#change(() => {
      writeSettings(this.#file.db, settings);
      finishChange(this.#file.db);
    });
    return this.settings();
  }

  rates(): readonly Rate[] {
    return this.#run(() => readRates(this.#file.db));
  }

  /** The whole table of rates. */
  setRates(rates: readonly Rate[]): void {
    this.#change(() => {
      writeRates(this.#file.db, rates);
      finishChange(this.#file.db);
    });
  }

  /** What people made beside their data, by id. */
  saved<K extends SavedKind>(kind: K): readonly SavedValue<K>[] {
    return this.#run(() => readSaved(this.#file.db, kind));
  }

  /** The one with that id. */
  savedOne<K extends SavedKind>(kind: K, id: string): SavedValue<K> {
    return this.#run(() => readOneSaved(this.#file.db, kind, id));
  }

  /** Adds one or puts it in the place of the one with its id. The revision stays: no number changes by it. */
  save<K extends SavedKind>(kind: K, value: SavedValue<K>): void {
    this.changeSaved((save) => save(kind, value));
  }

  removeSaved(kind: SavedKind, id: string): void {
    this.changeSaved((_, remove) => remove(kind, id));
  }

  /** Several of them, all or none. */
  changeSaved(
    change: (
      save: <K extends SavedKind>(kind: K, value: SavedValue<K>) => void,
      remove: (kind: SavedKind, id: string) => void,
    ) => void,
  ): void {
    const { db } = this.#file;
    this.#write(() => {
      change(
        (kind, value) => writeSaved(db, kind, value),
        (kind, id) => deleteSaved(db, kind, id),
      );
      finishSaved(db);
    });
  }

  /** The workspace as the contract tells it, apart from the id that the host gives it. */
  info(): Omit<WorkspaceInfo, 'id'> {
    const { meta, imports } = this.#contents;
    const rows: Partial<Record<RecordKind, number>> = {};
    for (const stored of imports) rows[stored.kind] = (rows[stored.kind] ?? 0) + stored.liveRows;
    // ISO dates sort as text.
    const dates = (key: 'from' | 'to'): string[] =>
      imports.flatMap(({ record }) => record[key] ?? []).toSorted((a, b) => (a < b ? -1 : 1));
    const isReadonly = this.#file.readonly || this.#hasFailed;
    return { ...meta, rows, from: dates('from')[0] ?? null, to: dates('to').at(-1) ?? null, readonly: isReadonly };
  }

  /** SHA-256 over everything a user can see, read from the rows: equal before an import and after its undo. */
  digest(): string {
    this.#assertIdle();
    return this.#run(() => digestOfWorkspace(this.#file.db, this.#read()));
  }

  /** Checks the whole file against what was written, and makes column segments again where they disagree with the rows. */
  verify(): Verification {
    this.#assertIdle();
    const mayRepair = !this.#file.readonly && !this.#hasFailed;
    const result = this.#run(() => verifyWorkspace(this.#file.db, this.#contents, mayRepair));
    if (result.rebuilt.length > 0) this.#forgetData();
    return result;
  }

  /** A checked copy at `to`, where no file may be yet. */
  backup(to: string): void {
    this.#assertIdle();
    this.#run(() =>
      backupTo(this.#file.db, to, (db) =>
        digestOfWorkspace(db, { meta: readMeta(db), imports: readImports(db), fields: readFields(db) }),
      ),
    );
  }

  /** True for this workspace's own file under any name: it must not be opened as a file to import. */
  isFile(path: string): boolean {
    return fileIdentity(path) === this.#file.identity;
  }

  /** Ends an import under way without a trace and lets the file go. */
  close(): void {
    this.#file.close();
  }

  #read(): Contents {
    const { db } = this.#file;
    return { meta: readMeta(db), imports: readImports(db), fields: readFields(db) };
  }

  #ofKind(kind: RecordKind): Omit<Contents, 'meta'> {
    const { imports, fields } = this.#contents;
    return {
      imports: imports.filter((stored) => stored.kind === kind && stored.rows > 0),
      fields: fields.filter((field) => field.kind === kind),
    };
  }

  #table(kind: RecordKind): KindColumns | null {
    const known = this.#tables.get(kind);
    if (known !== undefined) return known;
    const { imports, fields } = this.#ofKind(kind);
    if (imports.every(({ liveRows }) => liveRows === 0)) return null;
    const table = new KindColumns(this.#file.db, this.#names, kind, imports, fields, 'live', this.#memory);
    this.#tables.set(kind, table);
    return table;
  }

  #storedRows(kind: RecordKind): StoredRows {
    const { imports, fields } = this.#ofKind(kind);
    const table = new KindColumns(this.#file.db, this.#names, kind, imports, fields, 'all');
    return {
      rows: table.rows,
      keys: this.#keys(kind),
      live: liveOf(imports),
      texts: (key) => table.written(key),
      days: (key) => table.days(key),
    };
  }

  #keys(kind: RecordKind): readonly Int32Array[] {
    const segments = this.#ofKind(kind).imports.flatMap(({ importId }) => readKeys(this.#file.db, importId));
    if (segments.some(({ intact }) => !intact)) {
      throw new AppError('E_DAMAGED_FILE', 'The workspace cannot tell which rows it has already.');
    }
    return segments.map(({ data }) => new Int32Array(new Uint8Array(data).buffer));
  }

  #endImport(): void {
    this.#importing = false;
    if (this.#file.db.open) this.#forgetData();
  }

  #forgetData(): void {
    this.#tables = new Map();
    this.#memory.clear();
    this.#names.forget();
    this.#contents = this.#run(() => this.#read());
  }

  #assertIdle(): void {
    if (this.#importing) throw new AppError('E_BUSY', 'An import is under way.');
  }

  #assertWritable(): void {
    this.#assertIdle();
    if (this.#file.readonly || this.#hasFailed) {
      throw new AppError('E_READONLY', 'The workspace can only be read.');
    }
  }

  /** A change of data. */
  #change(action: () => void): void {
    this.#write(action);
    this.#contents = this.#run(() => this.#read());
  }

  /** In a transaction of its own. */
  #write(action: () => void): void {
    const { db } = this.#file;
    this.#assertWritable();
    this.#run(() => {
      db.exec('BEGIN IMMEDIATE');
      try {
        action();
        db.exec('COMMIT');
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  #run<T>(action: () => T): T {
    try {
      return withTypedErrors(this.path, action);
    } catch (error) {
      if (error instanceof AppError && error.code === 'E_IO') this.#hasFailed = true;
      throw error;
    }
  }
}

/** Makes a new workspace file and opens it. */
export function createWorkspace(path: string, workspace: NewWorkspace): WorkspaceStore {
  createWorkspaceFile(path, workspace);
  return openWorkspace(path);
}

/** Opens a workspace file: see `open-database.ts` for what is refused and why. `columnBytes` bounds its loaded columns. */
export function openWorkspace(path: string, columnBytes?: number): WorkspaceStore {
  const file = openDatabase(path);
  try {
    return new WorkspaceStore(path, file, columnBytes);
  } catch (error) {
    file.close();
    throw error;
  }
}
