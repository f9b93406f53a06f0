import type { Database } from 'better-sqlite3';
import { deleteKeys } from './content-keys.ts';
import { deleteEmptyFields, type StoredField } from './fields.ts';
import { deleteImport, type StoredImport } from './imports.ts';
import { finishChange, readMeta, writeSettings } from './meta.ts';
import { deleteRejected } from './rejected-rows.ts';
import { deleteReplaced } from './replaced-rows.ts';
import { deleteRows, readChunks } from './rows.ts';
import { deleteSegments } from './segments.ts';

/** First later import by code, for the members of one dimension that the undone import introduced; 0 while none. */
type Heirs = Map<number, number>;

function introduced(db: Database, importId: number): ReadonlyMap<string, Heirs> {
  const byDimension = new Map<string, Heirs>();
  const select = db.prepare<[number], { dimension: string; code: number }>(
    'SELECT dimension, code FROM member WHERE import_id = ? ORDER BY dimension, code',
  );
  for (const { dimension, code } of select.iterate(importId)) {
    const heirs = byDimension.get(dimension) ?? new Map<number, number>();
    byDimension.set(dimension, heirs.set(code, 0));
  }
  return byDimension;
}

/** Only later imports can use what an import introduced. Their rows are read, not their segments: rows are the truth. */
function findHeirs(
  db: Database,
  members: ReadonlyMap<string, Heirs>,
  later: readonly StoredImport[],
  fields: readonly StoredField[],
): void {
  for (const range of later) {
    const shared = fields.filter(
      ({ kind, dimension }) => kind === range.kind && dimension !== null && members.has(dimension),
    );
    if (shared.length === 0) continue;
    for (const { columns, rows } of readChunks(db, range, shared)) {
      for (const { field, values } of columns) {
        const heirs = members.get(field.dimension ?? '');
        for (let i = 0; i < rows; i++) {
          const code = values[i] ?? NaN;
          if (heirs?.get(code) === 0) heirs.set(code, range.importId);
        }
      }
    }
  }
}

function handOver(db: Database, members: ReadonlyMap<string, Heirs>): void {
  const give = db.prepare('UPDATE member SET import_id = ? WHERE dimension = ? AND code = ?');
  for (const [dimension, heirs] of members) {
    for (const [code, heir] of heirs) if (heir !== 0) give.run(heir, dimension, code);
  }
}

/**
 * What the first import made the workspace count in goes with the last import there is. Rows of others may be in that
 * currency without saying so, and a currency that was chosen since is the user's.
 */
function restoreCurrency(db: Database, { record }: StoredImport, imports: readonly StoredImport[]): void {
  const { workspaceCurrency: change } = record;
  const { settings } = readMeta(db);
  if (change === undefined || imports.length > 1 || settings.currency !== change.to) return;
  writeSettings(db, { ...settings, currency: change.from });
}

/** Takes an import out, inside the caller's transaction: what is left is what would be there without it. */
export function undoImport(
  db: Database,
  undone: StoredImport,
  imports: readonly StoredImport[],
  fields: readonly StoredField[],
): void {
  const { importId, kind } = undone;
  const members = introduced(db, importId);
  const later = imports.filter((other) => other.importId > importId);
  findHeirs(db, members, later, fields);
  handOver(db, members);
  db.prepare('DELETE FROM member WHERE import_id = ?').run(importId);
  deleteRows(db, undone);
  deleteSegments(db, importId);
  deleteKeys(db, importId);
  deleteRejected(db, importId);
  deleteReplaced(db, importId);
  deleteEmptyFields(
    db,
    fields.filter((field) => field.kind === kind),
  );
  deleteImport(db, importId);
  restoreCurrency(db, undone, imports);
  finishChange(db);
}
