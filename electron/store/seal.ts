import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { readKeys } from './content-keys.ts';
import { readApart, readMerges } from './merges.ts';
import { readRates } from './rates.ts';
import { eachRejected } from './rejected-rows.ts';

/** SHA-256 over what an import has beside its rows: its record and receipt as stored, content keys, rejected rows. */
export function sealOfImport(db: Database, importId: number): Buffer {
  const hash = createHash('sha256');
  const stored = db.prepare<[number], { record: string }>('SELECT record FROM import WHERE id = ?').get(importId);
  hash.update(stored?.record ?? '');
  for (const { data } of readKeys(db, importId)) hash.update(data);
  for (const row of eachRejected(db, importId)) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest();
}

/** SHA-256 over what belongs to no single import: name, settings, fields, merges, rates, replaced rows, remembered mappings, what is saved beside the data. */
export function sealOfWorkspace(db: Database): Buffer {
  const hash = createHash('sha256');
  const add = (rows: Iterable<unknown>): void => {
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  };
  add(db.prepare("SELECT key, value FROM meta WHERE key IN ('name', 'settings') ORDER BY key").iterate());
  add(
    db
      .prepare('SELECT kind, key, type, unit, label, dimension, identifier FROM field ORDER BY kind, key, type')
      .iterate(),
  );
  add(readMerges(db).map(({ dimension, names, into }) => [dimension, names, into]));
  add(readApart(db));
  add(readRates(db));
  add(
    db.prepare('SELECT import_id, of_import, hex(data) AS data FROM replaced ORDER BY import_id, of_import').iterate(),
  );
  add(db.prepare('SELECT fingerprint, value FROM mapping ORDER BY fingerprint').iterate());
  add(db.prepare('SELECT kind, id, value FROM saved ORDER BY kind, id').iterate());
  return hash.digest();
}
