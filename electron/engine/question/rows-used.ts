import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { countsMoney, rowConditions } from '#shared/measures.ts';
import { ratedField } from '#shared/rates.ts';
import { MAIN_DATES } from '#shared/record-kinds.ts';
import { shiftsKey, type Input, type TimeShift } from '../formula/expression.ts';
import type { CellRows } from '../ports/column-queries.ts';
import type { CellAt, Level } from './levels.ts';
import { keyOf, placingKey, type MeasureReader } from './measure-reader.ts';

type Alternatives = readonly (readonly Condition[])[];

/** Inputs that read the same rows: one kind, one date, one time. Rows are counted once in a source. */
export interface RowSource {
  readonly input: Input;
  readonly measures: readonly MeasureDefinition[];
  /** Rows that at least one of its measures uses. */
  readonly used: Alternatives;
  /** Rows it would use if no value were missing. */
  readonly meant: Alternatives;
}

/** The sources of some inputs, in their order. */
export function rowSources(inputs: readonly Input[]): readonly RowSource[] {
  const sources = new Map<string, readonly Input[]>();
  for (const input of inputs) {
    const key = `${placingKey(input.measure)} ${shiftsKey(input.shifts)} ${String(input.total)}`;
    sources.set(key, [...(sources.get(key) ?? []), input]);
  }
  return [...sources.values()].flatMap((same) => {
    const [input] = same;
    const measures = same.map(({ measure }) => measure);
    return input === undefined
      ? []
      : [{ input, measures, used: measures.map(rowConditions), meant: measures.map(meantBy) }];
  });
}

/** Inputs whose rows stand behind a cell; what is read over all members for a share is only compared with. */
export function ownInputs(inputs: readonly Input[]): readonly Input[] {
  return inputs.filter(({ total }) => !total);
}

/** Conditions that say which rows are meant, as against which have the values. */
function meantBy({ where }: MeasureDefinition): readonly Condition[] {
  return where.filter(({ is }) => is !== 'present');
}

export interface RowCounts {
  readonly used: number;
  readonly leftOut: number;
}

/**
 * Rows behind a cell, and those that lie in it but lack a value (or, dated otherwise, the date the measure goes by).
 * A row in two of the formula's times (this month, last month) counts in each.
 */
export function rowCounts(reader: MeasureReader, level: Level, cell: CellAt, sources: readonly RowSource[]): RowCounts {
  let [used, leftOut] = [0, 0];
  for (const source of sources) {
    const rows = reader.rows(level, source.input);
    if (rows === null) continue;
    const key = keyOf(level, cell, source.input.total);
    const here = reader.count(rows, source.used).at(key);
    used += here;
    leftOut += reader.count(rows, source.meant).at(key) - here + undated(reader, level, cell, source);
  }
  return { used, leftOut };
}

/** Rows of the cell by their kind's main date that lack the date this source goes by. */
function undated(reader: MeasureReader, level: Level, cell: CellAt, { input, meant }: RowSource): number {
  const { kind, date, nature } = input.measure;
  const [mainDate] = MAIN_DATES[kind];
  if (date === mainDate || nature === 'balance') return 0;
  const rows = reader.rows(level, { ...input, measure: { ...input.measure, date: mainDate } });
  if (rows === null) return 0;
  const key = keyOf(level, cell, input.total);
  return reader.count(rows, meant).at(key) - reader.count(rows, withPresent(meant, date)).at(key);
}

const withPresent = (alternatives: Alternatives, field: string): Alternatives =>
  alternatives.map((conditions) => [...conditions, { field, is: 'present' }]);

/** Why rows of a cell are left out, by the first field each lacks: `{reason: 'sale.cost', count: 12}`. */
export function leftOutReasons(
  reader: MeasureReader,
  level: Level,
  cell: CellAt,
  sources: readonly RowSource[],
): readonly { readonly reason: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  const add = (source: RowSource, field: string, count: number): void => {
    const why = `${source.input.measure.kind}.${field}`;
    if (count > 0) counts.set(why, (counts.get(why) ?? 0) + count);
  };
  for (const source of sources) {
    const rows = reader.rows(level, source.input);
    if (rows === null) continue;
    const key = keyOf(level, cell, source.input.total);
    const fields = source.used.flatMap((conditions) =>
      conditions.flatMap(({ field, is }) => (is === 'present' ? [field] : [])),
    );
    let having = source.meant;
    let before = reader.count(rows, having).at(key);
    for (const currency of unratedOf(reader, source)) {
      having = having.map((conditions) => [...conditions, { field: ratedField(currency), is: 'true' }]);
      const after = reader.count(rows, [...source.used, ...having]).at(key);
      if (before > after) counts.set(`missing-rate:${currency}`, before - after);
      before = after;
    }
    for (const field of new Set(fields)) {
      having = withPresent(having, field);
      const after = reader.count(rows, [...source.used, ...having]).at(key);
      add(source, field, before - after);
      before = after;
    }
    add(source, source.input.measure.date, undated(reader, level, cell, source));
  }
  return [...counts].map(([why, count]) => ({ reason: why, count }));
}

/** Currencies without a rate that can leave rows out of a source: none where it counts no money. */
function unratedOf(reader: MeasureReader, { input, measures }: RowSource): readonly string[] {
  return measures.some(countsMoney) ? reader.unrated(input.measure.kind) : [];
}

const NOW: readonly TimeShift[] = [];
const COMPARED: readonly TimeShift[] = [{ by: 'compare' }];

/** All rows some inputs place at a level, now and in the comparison period. */
export function placedRows(reader: MeasureReader, level: Level, inputs: readonly Input[]): readonly CellRows[] {
  const compared = level.slots.some(({ compare }) => compare !== null);
  const times = compared ? [NOW, COMPARED] : [NOW];
  const rows = rowSources(ownInputs(inputs)).flatMap(({ input }) =>
    times.flatMap((first) => reader.rows(level, { ...input, shifts: [...first, ...input.shifts] }) ?? []),
  );
  return [...new Set(rows)];
}

const ANY_ROW: Alternatives = [[]];

/** Keys of the cells of a level that hold a row of any kind the inputs read. */
export function keysWithRows(reader: MeasureReader, level: Level, inputs: readonly Input[]): ReadonlySet<number> {
  return new Set(placedRows(reader, level, inputs).flatMap((rows) => reader.count(rows, ANY_ROW).keys()));
}

/** Whether no row at all answers some inputs under the question's filters and times: then there is no value anywhere, not zero. */
export function hasNoRows(reader: MeasureReader, whole: Level, inputs: readonly Input[]): boolean {
  const here = inputs.map((input) => ({ ...input, shifts: [] }));
  const rows = placedRows(reader, whole, [...inputs, ...here]);
  return rows.length > 0 && rows.every((one) => reader.count(one, ANY_ROW).keys().length === 0);
}
