import type { StoredRows } from '#engine/ports/import-writer.ts';
import type { ChangeRule } from '#shared/importing.ts';
import { EntityKeys } from './business-key.ts';
import { isDayWithin, type FilePeriod } from './date-span.ts';
import { DATA_ROW } from './import-plan.ts';
import { DUPLICATE_ROW, KEPT_ROW, UPDATED_ROW } from './receipt-tally.ts';
import { RowIndex } from './row-index.ts';

export interface Reimport {
  readonly rule: ChangeRule;
  /** Fields of the business key, none where only content tells rows again. */
  readonly key: readonly string[];
  /** Given for `replace-period`: every stored row dated in it gives way. */
  readonly period: FilePeriod | null;
}

export const NOTHING_STORED: StoredRows = { rows: 0, keys: [], live: null, texts: () => null, days: () => null };

/**
 * The rows stored already, as the rows of a file are held against them one by one. A row of equal content is a duplicate:
 * the k-th of a file when k are stored. A row whose business key is stored with other content is changed: it is kept out,
 * or it replaces what is stored under its key. Rows that an earlier import replaced are replaced again, so that undoing
 * that import does not bring them back beside the new one.
 */
export class KnownRows {
  readonly isEmpty: boolean;
  readonly #stored: StoredRows;
  readonly #rule: ChangeRule;
  readonly #live: RowIndex;
  readonly #replacedBefore: RowIndex;
  readonly #entities: RowIndex | null;
  /** By stored row: met in the file as it is. */
  readonly #met: Uint8Array;
  /** By stored row: gives way to this import. */
  readonly #replaced: Uint8Array;
  /** By the first row of an entity: a row of the file replaces its rows. */
  readonly #changed: Uint8Array;

  constructor(stored: StoredRows, { rule, key, period }: Reimport) {
    const { rows, live, keys } = stored;
    this.isEmpty = rows === 0;
    this.#stored = stored;
    this.#rule = rule;
    this.#met = new Uint8Array(rows);
    this.#changed = new Uint8Array(rows);
    this.#replaced = rowsWithin(stored, period);
    const liveRows = countOnes(live, rows);
    this.#live = new RowIndex(liveRows, rows);
    this.#replacedBefore = new RowIndex(rows - liveRows, liveRows === rows ? 0 : rows);
    let row = 0;
    for (const part of keys) {
      for (let i = 0; i < part.length; i += 2, row++) {
        if (this.#replaced[row] === 1) continue;
        const index = live === null || live[row] === 1 ? this.#live : this.#replacedBefore;
        index.put(part[i] ?? 0, part[i + 1] ?? 0, row);
      }
    }
    this.#entities = key.length === 0 ? null : this.#indexEntities(new EntityKeys(key));
  }

  /** What becomes of a readable row of the file, by its content key and, not both words 0, its business key. */
  fateOf(low: number, high: number, entityLow: number, entityHigh: number): number {
    const same = this.#live.take(low, high);
    if (same >= 0) {
      this.#met[same] = 1;
      return DUPLICATE_ROW;
    }
    const isKeyed = entityLow !== 0 || entityHigh !== 0;
    const entity = isKeyed && this.#entities !== null ? this.#entities.first(entityLow, entityHigh) : -1;
    const isChanged = entity >= 0 && this.#hasLiveRow(entity);
    if (isChanged && this.#rule === 'skip') return KEPT_ROW;
    if (entity >= 0) this.#changed[entity] = 1;
    const before = this.#replacedBefore.take(low, high);
    if (before >= 0) this.#replaced[before] = 1;
    return isChanged ? UPDATED_ROW : DATA_ROW;
  }

  /** After the last row of the file: the stored rows that give way, ascending, and how many of them counted until now. */
  replaced(): { readonly rows: Int32Array; readonly live: number } {
    const replaced = this.#replaced.slice();
    for (let entity = 0; entity < this.#changed.length; entity++) {
      if (this.#changed[entity] !== 1) continue;
      for (let row = entity; row >= 0; row = this.#entities?.after(row) ?? -1)
        if (this.#met[row] === 0) replaced[row] = 1;
    }
    const rows = new Int32Array(countOnes(replaced, replaced.length));
    const { live } = this.#stored;
    let [count, counted] = [0, 0];
    for (let row = 0; row < replaced.length; row++) {
      if (replaced[row] !== 1) continue;
      rows[count++] = row;
      if (live === null || live[row] === 1) counted++;
    }
    return { rows, live: counted };
  }

  #hasLiveRow(entity: number): boolean {
    const { live } = this.#stored;
    if (live === null) return true;
    for (let row = entity; row >= 0; row = this.#entities?.after(row) ?? -1) if (live[row] === 1) return true;
    return false;
  }

  #indexEntities(keysOf: EntityKeys): RowIndex {
    const { rows } = this.#stored;
    const keys = keysOf.of((field) => this.#stored.texts(field), rows);
    const index = new RowIndex(rows, rows);
    for (let row = 0; row < rows; row++) {
      const [low, high] = [keys[2 * row] ?? 0, keys[2 * row + 1] ?? 0];
      if ((low !== 0 || high !== 0) && this.#replaced[row] === 0) index.put(low, high, row);
    }
    return index;
  }
}

function rowsWithin(stored: StoredRows, period: FilePeriod | null): Uint8Array<ArrayBuffer> {
  const within = new Uint8Array(stored.rows);
  const days = period === null ? null : stored.days(period.field);
  if (period === null || days === null) return within;
  for (let row = 0; row < days.length; row++) if (isDayWithin(period, days[row])) within[row] = 1;
  return within;
}

function countOnes(marks: Uint8Array | null, rows: number): number {
  if (marks === null) return rows;
  let ones = 0;
  for (const mark of marks) ones += mark;
  return ones;
}
