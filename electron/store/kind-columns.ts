import type { Database } from 'better-sqlite3';
import {
  NO_DAY,
  NO_INT,
  type CodeColumn,
  type DayColumn,
  type DecimalColumn,
  type FlagColumn,
  type KindTable,
} from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import { AppError } from '#shared/errors.ts';
import type { FieldType, RecordKind } from '#shared/record-kinds.ts';
import { CHUNK_ROWS } from './chunk.ts';
import type { ColumnMemory } from './column-memory.ts';
import type { StoredField } from './fields.ts';
import type { StoredImport } from './imports.ts';
import { decodeSegment, type LoadedColumn } from './segment-codec.ts';
import { readSegments, stretchesOf, type StoredSegment, type Stretch } from './segments.ts';
import type { StoredNames } from './stored-names.ts';

const HIGHEST_INT32 = 2 ** 31 - 1;

/** By row of all imports: 1 where it counts, 0 where a later import replaced it; null when all count. */
export function liveOf(imports: readonly StoredImport[]): Uint8Array | null {
  if (imports.every(({ live }) => live === null)) return null;
  const all = new Uint8Array(imports.reduce((sum, { rows }) => sum + rows, 0)).fill(1);
  let first = 0;
  for (const { live, rows } of imports) {
    if (live !== null) all.set(live, first);
    first += rows;
  }
  return all;
}

/** Stored rows that follow each other, as many segments as they are. */
interface Part extends Stretch {
  readonly kept: Uint8Array | null;
  /** That are kept, of how many in all, and how many of these before them. */
  readonly rows: number;
  readonly first: number;
  readonly of: number;
}

/**
 * A kind's fields as typed arrays, each put together from its segments when it is first asked for. Rows that a later import
 * replaced are left out, or among the others where `which` is `all`.
 */
export class KindColumns implements KindTable {
  readonly kind: RecordKind;
  readonly rows: number;
  readonly fields: readonly StoredField[];
  readonly #db: Database;
  readonly #names: StoredNames;
  /** By row of the segments: 1 where it is kept; null when all are. */
  readonly #kept: Uint8Array | null;
  readonly #stored: number;
  /** First row of the segments by import. */
  readonly #offsets = new Map<number, number>();
  readonly #loaded = new Map<number, LoadedColumn>();
  readonly #memory: ColumnMemory | null;
  readonly #imports: readonly StoredImport[];
  /** Null for all rows. */
  readonly #part: Part | null;

  constructor(
    db: Database,
    names: StoredNames,
    kind: RecordKind,
    imports: readonly StoredImport[],
    fields: readonly StoredField[],
    which: 'live' | 'all' = 'live',
    /** Left out for columns that are soon done with. */
    memory: ColumnMemory | null = null,
    part: Part | null = null,
  ) {
    this.#memory = memory;
    this.#imports = imports;
    this.#part = part;
    if (imports.some(({ isDamaged }) => isDamaged)) {
      throw new AppError('E_DAMAGED_FILE', 'The workspace cannot tell which rows were replaced.');
    }
    this.#db = db;
    this.#names = names;
    this.kind = kind;
    this.fields = fields;
    let rows = 0;
    for (const stored of imports) {
      this.#offsets.set(stored.importId, rows);
      rows += stored.rows;
    }
    this.#stored = part?.stored ?? rows;
    this.#kept = part === null ? (which === 'all' ? null : liveOf(imports)) : part.kept;
    if (part !== null) this.rows = part.rows;
    else this.rows = which === 'all' ? rows : imports.reduce((sum, { liveRows }) => sum + liveRows, 0);
  }

  get block(): Part | null {
    return this.#part;
  }

  *blocks(mostRows: number): Generator<KindTable> {
    let first = 0;
    for (const { offset, stored, from, to } of stretchesOf(this.#imports, mostRows)) {
      const kept = this.#kept?.subarray(offset, offset + stored) ?? null;
      const rows = kept === null ? stored : kept.reduce((sum, one) => sum + one, 0);
      const part: Part = { offset, stored, from, to, kept, rows, first, of: this.rows };
      yield new KindColumns(this.#db, this.#names, this.kind, this.#imports, this.fields, 'live', null, part);
      first += rows;
    }
  }

  /** Codes as they are shown: what is merged has one. */
  codes(key: string): CodeColumn | null {
    return this.#column(key, ['text'], (segments, { dimension }) => {
      const shown = this.#names.dictionary(dimension ?? '').codes;
      const column = this.#codeArray(segments, shown);
      this.#fill(column, segments, 0);
      if (shown !== null) for (let row = 0; row < column.length; row++) column[row] = shown[column[row] ?? 0] ?? 0;
      return column;
    });
  }

  /** A text field with its codes and names as the files have them. */
  written(key: string): { readonly codes: CodeColumn; readonly texts: readonly string[] } | null {
    const field = this.fields.find((candidate) => candidate.key === key && candidate.type === 'text');
    if (field === undefined) return null;
    const segments = this.#segments(field);
    const codes = this.#codeArray(segments, null);
    this.#fill(codes, segments, 0);
    return { codes: this.#keep(codes), texts: this.#names.written(field.dimension ?? '') };
  }

  /** Adds to `counts` the rows by code of a dimension as the files have them, whatever is merged. */
  countCodes(dimension: string, counts: Int32Array): void {
    const fields = this.fields.filter((field) => field.dimension === dimension);
    for (const segment of fields.flatMap((field) => this.#segments(field))) {
      const codes = new Int32Array(segment.rows);
      decodeSegment(segment, codes, 0, 0);
      for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    }
  }

  days(key: string): DayColumn | null {
    return this.#column(key, ['date', 'instant'], (segments) => {
      const column = new Int32Array(this.#stored).fill(NO_DAY);
      this.#fill(column, segments, NO_DAY);
      return column;
    });
  }

  decimals(key: string): DecimalColumn | null {
    return this.#column(key, ['decimal'], (segments) => {
      const isInt32 = segments.every(({ low, high }) => low >= -HIGHEST_INT32 && high <= HIGHEST_INT32);
      const missing = isInt32 ? NO_INT : NaN;
      const column = isInt32 ? new Int32Array(this.#stored) : new Float64Array(this.#stored);
      column.fill(missing);
      this.#fill(column, segments, missing);
      return column;
    });
  }

  flags(key: string): FlagColumn | null {
    return this.#column(key, ['flag'], (segments) => {
      const column = new Uint8Array(this.#stored).fill(2);
      this.#fill(column, segments, 2);
      return column;
    });
  }

  /** Lets go of the columns whose names are shown otherwise now. */
  forget(dimension: string): void {
    for (const field of this.fields) {
      if (field.dimension !== dimension) continue;
      this.#loaded.delete(field.id);
      this.#memory?.forget(field);
    }
  }

  #column<T extends LoadedColumn>(
    key: string,
    types: readonly FieldType[],
    load: (segments: readonly StoredSegment[], field: StoredField) => T,
  ): T | null {
    const field = this.fields.find((candidate) => candidate.key === key && types.includes(candidate.type));
    if (field === undefined) return null;
    const known = this.#loaded.get(field.id);
    // A field has one type, so what is kept under its id came from the same `load`.
    this.#memory?.used(field);
    if (known !== undefined) return known as T;
    const column = this.#keep(load(this.#segments(field), field));
    this.#loaded.set(field.id, column);
    this.#memory?.keep(field, [column], () => this.#loaded.delete(field.id));
    return column;
  }

  #keep<T extends LoadedColumn>(column: T): T {
    const kept = this.#kept;
    if (kept === null) return column;
    let count = 0;
    for (let row = 0; row < kept.length; row++) if (kept[row] === 1) column[count++] = column[row] ?? 0;
    return column.slice(0, count) as T;
  }

  /** A running import's segments are on the same connection: only those of committed imports count. */
  #segments(field: StoredField): readonly StoredSegment[] {
    const found = readSegments(this.#db, field.id, this.#part ?? undefined);
    const segments = found.filter(({ importId }) => this.#offsets.has(importId));
    if (segments.some(({ intact }) => !intact)) {
      throw new AppError('E_DAMAGED_FILE', 'A column of the workspace is damaged.', { field: field.key });
    }
    return segments;
  }

  /** Wide enough for the codes of the files and for those shown in their place. */
  #codeArray(segments: readonly StoredSegment[], shown: Int32Array | null): CodeColumn {
    let highest = segments.reduce((most, { high }) => Math.max(most, high), 0);
    if (shown !== null) highest = shown.subarray(0, highest + 1).reduce((most, code) => Math.max(most, code), highest);
    if (highest <= 0xff) return new Uint8Array(this.#stored);
    return highest <= 0xffff ? new Uint16Array(this.#stored) : new Int32Array(this.#stored);
  }

  #fill(column: LoadedColumn, segments: readonly StoredSegment[], missing: number): void {
    for (const segment of segments) {
      mayStop();
      const offset = (this.#offsets.get(segment.importId) ?? 0) + segment.no * CHUNK_ROWS;
      decodeSegment(segment, column, offset - (this.#part?.offset ?? 0), missing);
    }
  }
}
