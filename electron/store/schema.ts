import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';

/** 'Nykt' in the file's header: tells a workspace from any other SQLite file. */
export const APPLICATION_ID = 0x4e_79_6b_74;

/** The table of a kind's rows. Columns `f<field id>` are added when a field first has a value. */
export function rowTable(kind: RecordKind): string {
  return `row_${kind}`;
}

const rowTables = RECORD_KINDS.map(
  (kind) => `
CREATE TABLE ${rowTable(kind)} (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  file_row INTEGER NOT NULL
) STRICT;`,
).join('');

/** A new file. Rows of one import have consecutive ids from `first_row_id`, in file order. */
export const SCHEMA = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  first_row_id INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  record TEXT NOT NULL,
  row_digest BLOB NOT NULL,
  seal BLOB NOT NULL
) STRICT;

CREATE TABLE field (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('date', 'instant', 'text', 'decimal', 'flag')),
  unit TEXT,
  label TEXT,
  dimension TEXT CHECK ((dimension IS NOT NULL) = (type = 'text')),
  identifier INTEGER NOT NULL CHECK (identifier IN (0, 1)),
  UNIQUE (kind, key, type)
) STRICT;

CREATE TABLE member (
  dimension TEXT NOT NULL,
  code INTEGER NOT NULL CHECK (code > 0),
  name TEXT NOT NULL,
  import_id INTEGER NOT NULL REFERENCES import (id),
  PRIMARY KEY (dimension, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dimension TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT;

CREATE TABLE merged_name (
  merge_id INTEGER NOT NULL REFERENCES merge (id),
  name TEXT NOT NULL,
  PRIMARY KEY (merge_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_apart (
  dimension TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  PRIMARY KEY (dimension, a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  field_id INTEGER NOT NULL REFERENCES field (id),
  no INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('u8', 'u16', 'u32', 'f64')),
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (field_id, import_id, no)
) STRICT;

CREATE TABLE content_key (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  no INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (import_id, no)
) STRICT;

CREATE TABLE replaced (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  of_import INTEGER NOT NULL REFERENCES import (id),
  crc INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (import_id, of_import)
) STRICT;

CREATE TABLE mapping (
  fingerprint TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejected_row (
  import_id INTEGER NOT NULL REFERENCES import (id),
  no INTEGER NOT NULL,
  file_row INTEGER NOT NULL,
  header TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (import_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE rate (
  currency TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  rate INTEGER NOT NULL CHECK (rate > 0),
  PRIMARY KEY (currency, from_day)
) STRICT, WITHOUT ROWID;
${rowTables}`;
