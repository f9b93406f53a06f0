import type { TypedField, TypedValues } from '#engine/ports/import-writer.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { eitherKeys } from '#shared/record-kinds.ts';
import { addNumberKeys, hashText, TextKeys, type FieldSeed } from './content-keys.ts';
import { derive, DERIVATIONS } from './derivations.ts';
import { textsOf, type FieldRule } from './field-rules.ts';
import type { ImportPlan, PlannedColumn } from './import-plan.ts';
import { plainValues } from './plain-values.ts';
import type { RawTable } from './raw-table.ts';
import { DayReader } from './read-days.ts';
import { DecimalReader } from './read-decimals.ts';
import { FlagReader } from './read-flags.ts';
import { TextReader } from './read-texts.ts';
import type { RowFaults } from './row-faults.ts';

interface RunningRule {
  readonly field: string;
  readonly step: ReturnType<FieldRule['start']>;
}

/** Arrays by what they hold; where blocks are passing, those of the block before. */
class BlockArrays {
  private readonly arePassing: boolean;
  private readonly byPlace = new Map<number, Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>();

  constructor(blocks: BlockLife) {
    this.arePassing = blocks === 'passing';
  }

  numbers(place: number, length: number): Float64Array<ArrayBuffer> {
    const known = this.byPlace.get(place);
    const array = known instanceof Float64Array && known.length >= length ? known : new Float64Array(length);
    if (this.arePassing) this.byPlace.set(place, array);
    return array.subarray(0, length);
  }

  integers(place: number, length: number): Int32Array<ArrayBuffer> {
    const known = this.byPlace.get(place);
    const array = known instanceof Int32Array && known.length >= length ? known : new Int32Array(length);
    if (this.arePassing) this.byPlace.set(place, array);
    return array.subarray(0, length);
  }
}

/** Whether blocks stay as they are, or each is made in the arrays of the one before, which spares much garbage. */
export type BlockLife = 'kept' | 'passing';

const KEYS = -1;

type Reader = DecimalReader | DayReader | FlagReader | TextReader;

/** Reads blocks of a table by a plan: every column once, then the derived fields. */
export class BlockReader {
  private readonly table: RawTable;
  private readonly plan: ImportPlan;
  private readonly readers: readonly Reader[];
  private readonly rules: readonly RunningRule[];
  /** After the derived amounts. */
  private readonly lateRules: readonly RunningRule[];
  /** Fields that are of the import and not of the row. */
  private readonly notOfRow: ReadonlySet<string>;
  private readonly seeds: ReadonlyMap<string, FieldSeed>;
  private readonly textKeys: ReadonlyMap<string, TextKeys>;
  private readonly currencyTexts: readonly string[];
  private readonly empty = new Float64Array(0);
  private readonly arrays: BlockArrays;

  constructor(table: RawTable, plan: ImportPlan, blocks: BlockLife) {
    this.arrays = new BlockArrays(blocks);
    this.table = table;
    this.plan = plan;
    this.readers = plan.columns.map((column, place) => readerOf(table, plan, column, place));
    const begun = plan.rules.map(({ field, isLate, start }) => ({ field, isLate, step: start() }));
    this.rules = begun.filter(({ isLate }) => isLate !== true);
    this.lateRules = begun.filter(({ isLate }) => isLate === true);
    this.notOfRow = new Set([
      ...plan.rules.filter(({ ofRow }) => !ofRow).map(({ field }) => field),
      ...(plan.currency === null ? [] : ['currency']),
    ]);
    this.seeds = new Map(plan.importHeader.fields.map(({ key }) => [key, hashText(key)]));
    this.textKeys = new Map(plan.importHeader.fields.map(({ key }) => [key, new TextKeys(key)]));
    this.currencyTexts = ['', plan.currency ?? ''];
  }

  /** Values by field, whole block; adds the number of values rounded to `tally`. */
  read(at: number, marks: Uint8Array, faults: RowFaults, tally: { rounded: number }): ReadonlyMap<string, TypedValues> {
    const rows = marks.length;
    const values = new Map<string, TypedValues>();
    this.plan.columns.forEach((column, place) => {
      const raw = this.table.columns[column.index]?.blocks[at] ?? null;
      const block = raw === null ? null : { tags: raw.tags, values: plainValues(raw) };
      const reader = this.readers[place];
      if (reader instanceof DecimalReader) {
        const scaled = this.arrays.numbers(place, rows);
        tally.rounded += reader.read(block, rows, marks, scaled, faults);
        values.set(column.key, { type: 'decimal', scaled });
      } else if (reader instanceof DayReader) {
        const days = this.arrays.integers(place, rows);
        reader.read(block, rows, days, faults);
        values.set(column.key, { type: 'day', days });
      } else if (reader instanceof FlagReader) {
        const flags = new Uint8Array(rows);
        reader.read(block, rows, flags, faults);
        values.set(column.key, { type: 'flag', flags });
      } else if (reader !== undefined) {
        const codes = this.arrays.integers(place, rows);
        reader.read(block, rows, codes, faults);
        values.set(column.key, { type: 'text', codes, texts: reader.texts });
      }
    });
    for (const { field, step } of this.rules) values.set(field, step(values, rows));
    this.faultWithoutKey(values, faults, rows);
    this.addDerived(values, faults, rows);
    for (const { field, step } of this.lateRules) values.set(field, step(values, rows));
    if (this.plan.currency !== null) {
      values.set('currency', { type: 'text', codes: new Int32Array(rows).fill(1), texts: this.currencyTexts });
    }
    return values;
  }

  /** Content keys of the block's rows, over all stored fields but those of the import: a chosen currency, a snapshot's day. */
  keys(values: readonly TypedValues[], fields: readonly TypedField[], rows: number): Int32Array {
    const keys = this.arrays.integers(KEYS, 2 * rows).fill(0);
    values.forEach((column, place) => {
      const key = fields[place]?.key ?? '';
      const seed = this.seeds.get(key);
      if (seed === undefined || this.notOfRow.has(key)) return;
      switch (column.type) {
        case 'text':
          return this.textKeys.get(key)?.add(keys, column.codes, column.texts, rows);
        case 'day':
          return addNumberKeys(keys, seed, column.days, NO_DAY, rows);
        case 'decimal':
          return addNumberKeys(keys, seed, column.scaled, NaN, rows);
        case 'flag':
          return addNumberKeys(keys, seed, column.flags, 2, rows);
      }
    });
    return keys;
  }

  /** Rows that name nobody, in a table with both a name and a number. */
  private faultWithoutKey(values: ReadonlyMap<string, TypedValues>, faults: RowFaults, rows: number): void {
    const keys = eitherKeys(this.plan.kind).flatMap((key) => textsOf(values, key) ?? []);
    const [name, id] = keys;
    if (name === undefined || id === undefined) return;
    const place = this.plan.columns.findIndex(({ key }) => eitherKeys(this.plan.kind).includes(key));
    for (let i = 0; i < rows; i++) if (name.codes[i] === 0 && id.codes[i] === 0) faults.add(i, place, 'missing');
  }

  private addDerived(values: Map<string, TypedValues>, faults: RowFaults, rows: number): void {
    const of = (field: string): Float64Array => {
      const column = values.get(field);
      return column?.type === 'decimal' ? column.scaled : this.empty;
    };
    for (const id of this.plan.derivations) {
      const { field } = DERIVATIONS[id];
      const scaled = derive(id, of, rows);
      values.set(field, { type: 'decimal', scaled });
      if (field !== 'amount') continue;
      const [quantity, price] = [of('quantity'), of('unit_price')];
      const place = this.plan.columns.findIndex(({ key }) => key === 'unit_price');
      scaled.forEach((amount, i) => {
        const given = !Number.isNaN(quantity[i]) && !Number.isNaN(price[i]);
        if (amount !== amount && given) faults.add(i, place, 'too-large');
      });
    }
  }
}

function readerOf(table: RawTable, plan: ImportPlan, column: PlannedColumn, place: number): Reader {
  const raw = table.columns[column.index];
  switch (column.type) {
    case 'decimal':
      return new DecimalReader(column, place, raw, plan.textFile);
    case 'date':
    case 'instant':
      return new DayReader(column, place, raw, table.dateSystem);
    case 'flag':
      return new FlagReader(column, place, raw);
    case 'text':
      return new TextReader(table, column, place);
  }
}
