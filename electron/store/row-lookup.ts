import type { Database } from 'better-sqlite3';
import { isoDate, isoMinute } from '#shared/calendar.ts';
import { fromScaled } from '#shared/units.ts';
import { columnName, type StoredField } from './fields.ts';
import type { StoredImport } from './imports.ts';
import { rowTable } from './schema.ts';
import type { StoredNames } from './stored-names.ts';

export interface FoundRow {
  readonly importId: number;
  readonly file: string;
  readonly sheet: string | null;
  readonly fileRow: number;
  /** Aligned with `FoundRows.fields`: ISO date or minute, text, base-unit number, 1 or 0 for flags; null where missing. */
  readonly values: readonly (string | number | null)[];
  /** What the file has where a name is shown as the one it is merged into, by field key. */
  readonly written: Readonly<Record<string, string>>;
}

export interface FoundRows {
  readonly fields: readonly StoredField[];
  readonly rows: readonly FoundRow[];
}

/** Places of an import's rows that count. */
function livePlaces({ live, liveRows }: StoredImport): Int32Array | null {
  if (live === null) return null;
  const places = new Int32Array(liveRows);
  let count = 0;
  for (let row = 0; row < live.length; row++) if (live[row] === 1) places[count++] = row;
  return places;
}

/** Rows by their position in the kind's columns, read from the rows themselves. `imports` and `fields` are those of one kind. */
export function findRows(
  db: Database,
  imports: readonly StoredImport[],
  fields: readonly StoredField[],
  names: StoredNames,
  positions: readonly number[],
): FoundRows {
  const first = imports[0];
  if (first === undefined) return { fields, rows: [] };
  const name = db.prepare<[string, number], { name: string }>(
    'SELECT name FROM member WHERE dimension = ? AND code = ?',
  );
  const select = db
    .prepare<[number], readonly (number | null)[]>(
      `SELECT file_row${fields.map((field) => `, ${columnName(field)}`).join('')} FROM ${rowTable(first.kind)} WHERE id = ?`,
    )
    .raw();

  const asWritten = (field: StoredField, value: number | null): string | number | null => {
    if (value === null) return null;
    switch (field.type) {
      case 'text':
        return name.get(field.dimension ?? '', value)?.name ?? null;
      case 'date':
        return isoDate(value);
      case 'instant':
        return isoMinute(value);
      case 'decimal':
        return fromScaled(value);
      case 'flag':
        return value;
    }
  };

  const places = new Map(imports.map((stored) => [stored.importId, livePlaces(stored)]));
  const rows = positions.map((position) => {
    let offset = position;
    const stored = imports.find((candidate) => {
      if (offset < candidate.liveRows) return true;
      offset -= candidate.liveRows;
      return false;
    });
    const place = places.get(stored?.importId ?? 0)?.[offset] ?? offset;
    const row = stored === undefined || offset < 0 ? undefined : select.get(stored.firstRowId + place);
    if (stored === undefined || row === undefined) throw new RangeError(`There is no row at position ${position}.`);
    const { file, sheet } = stored.record;
    const written: Record<string, string> = {};
    const values = fields.map((field, i) => {
      const value = asWritten(field, row[i + 1] ?? null);
      if (field.dimension === null || typeof value !== 'string') return value;
      const shown = names.merged(field.dimension).get(value);
      if (shown !== undefined) written[field.key] = value;
      return shown ?? value;
    });
    return { importId: stored.importId, file: file.name, sheet, fileRow: row[0] ?? 0, values, written };
  });
  return { fields, rows };
}
