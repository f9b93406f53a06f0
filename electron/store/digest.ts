import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { StoredField } from './fields.ts';
import type { StoredImport } from './imports.ts';
import { readNames } from './members.ts';
import { readApart, readMerges } from './merges.ts';
import type { Meta } from './meta.ts';
import { readRates } from './rates.ts';
import { readReplaced } from './replaced-rows.ts';
import { RowDigest, type NamesOf } from './row-digest.ts';
import { readChunks } from './rows.ts';
import { sealOfImport } from './seal.ts';

/** What stands in a workspace apart from its tables' own row data. */
export interface Contents {
  readonly meta: Meta;
  readonly imports: readonly StoredImport[];
  readonly fields: readonly StoredField[];
}

/** Names by dimension, each dictionary read once. */
export function namesReader(db: Database): NamesOf {
  const read = new Map<string, readonly string[]>();
  return (dimension) => {
    const names = read.get(dimension) ?? readNames(db, dimension);
    read.set(dimension, names);
    return names;
  };
}

/** An import's digest taken from its rows as they stand now. */
export function digestOfRows(
  db: Database,
  stored: StoredImport,
  fields: readonly StoredField[],
  namesOf: NamesOf,
): Buffer {
  const digest = new RowDigest(namesOf);
  const own = fields.filter(({ kind }) => kind === stored.kind);
  for (const chunk of readChunks(db, stored, own)) digest.add(chunk);
  return digest.finish();
}

/**
 * SHA-256 (hex) over everything a user can see: name, settings, imports with their receipts, rows and rejected rows,
 * fields, members, merges, rates, what replaced what, dashboards, views and annotations. Remembered mappings are no data and stay when an import is undone. Ids,
 * codes and the revision do not enter, so that import and undo leave it as it was.
 */
export function digestOfWorkspace(db: Database, { meta, imports, fields }: Contents): string {
  const hash = createHash('sha256');
  const add = (value: unknown): void => {
    hash.update(`${JSON.stringify(value)}\n`);
  };
  const namesOf = namesReader(db);
  add([meta.name, meta.settings]);
  for (const stored of imports) {
    hash.update(sealOfImport(db, stored.importId));
    hash.update(digestOfRows(db, stored, fields, namesOf));
  }
  const places = new Map(imports.map(({ importId }, place) => [importId, place]));
  for (const { importId, ofImport, data } of readReplaced(db)) {
    add([places.get(importId), places.get(ofImport)]);
    hash.update(data);
  }
  for (const { id: _, ...field } of fields) add(field);
  const members = db
    .prepare<[], readonly string[]>('SELECT dimension, name FROM member ORDER BY dimension, name')
    .raw();
  for (const member of members.iterate()) add(member);
  for (const { id: _, ...merge } of readMerges(db)) add(merge);
  for (const apart of readApart(db)) add(apart);
  for (const rate of readRates(db)) add(rate);
  for (const saved of db.prepare('SELECT kind, id, value FROM saved ORDER BY kind, id').iterate()) add(saved);
  return hash.digest('hex');
}
