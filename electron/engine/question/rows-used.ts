import { MAIN_DATES } from '#shared/record-kinds.ts';
import type { Input, TimeShift } from '../formula/expression.ts';
import type { CellCounts, CellRows } from '../ports/column-queries.ts';
import { isBlindTo } from './groups.ts';
import type { CellAt, Level, MemberAt } from './levels.ts';
import type { MeasureReader } from './measure-reader.ts';
import {
  answeredAt,
  meantBy,
  ownInputs,
  rowSources,
  usedBy,
  withPresent,
  type Alternatives,
  type RowSource,
} from './row-sources.ts';
import { hasLevels } from './target-level.ts';

/** A source as it is counted in the cells of a level. */
interface SourceAt {
  readonly source: RowSource;
  readonly rows: CellRows;
  /** Key of a cell; −1 where no row is met. */
  readonly keyOf: (cell: CellAt) => number;
  readonly used: CellCounts;
  readonly meant: CellCounts;
  /** By the kind's main date, where the source goes by another: all its rows, and those that have the other too. */
  readonly byMainDate: {
    readonly keyOf: (cell: CellAt) => number;
    readonly all: CellCounts;
    readonly dated: CellCounts;
  } | null;
}

/** Null where the source has no answer at a level. */
export function sourceAt(reader: MeasureReader, level: Level, all: RowSource): SourceAt | null {
  const source = answeredAt(reader, level, all);
  const rows = source === null ? null : reader.rows(level, source.input);
  if (source === null || rows === null) return null;
  const { input } = source;
  const used = reader.count(rows, usedBy(reader, level, source));
  const meant = reader.count(rows, meantBy(source));
  const keyOf = reader.keyOf(level, input);
  const { kind, date, nature } = input.measure;
  const [mainDate] = MAIN_DATES[kind];
  const other: Input = { ...input, measure: { ...input.measure, date: mainDate } };
  const beside = date === mainDate || nature !== 'flow' ? null : reader.rows(level, other);
  const byMainDate =
    beside === null
      ? null
      : {
          keyOf: reader.keyOf(level, other),
          all: reader.count(beside, meantBy(source)),
          dated: reader.count(beside, withPresent(meantBy(source), date)),
        };
  return { source, rows, keyOf, used, meant, byMainDate };
}

interface RowsOfCell {
  /** Of the cells whose rows stand behind it: its own, or those of the members that count in it. */
  readonly keys: readonly number[];
  readonly used: number;
  /** Rows that would be used if no value were missing. */
  readonly meant: number;
  /** Rows of the cell by their kind's main date that lack the date the source goes by. */
  readonly undated: number;
  /** Rows of no member, where it is read member by member, and those of members without value. */
  readonly unknown: number;
  readonly passed: number;
}

export function rowsOfCell(
  reader: MeasureReader,
  level: Level,
  cell: CellAt,
  { source, keyOf, used, meant, byMainDate }: SourceAt,
): RowsOfCell {
  const { input, overs } = source;
  const { over, measure } = input;
  const standing = overs.map(({ node, within }) => reader.standing(level, cell, node, within));
  const counted = new Map(standing.flatMap((one) => one.counted.map((at) => [at.member, at] as const)));
  const isSplit = over !== null && !isBlindTo(measure.blindTo ?? [], over);
  const { group, slot } = cell;
  const keysOf = (members: Iterable<Partial<MemberAt>>, of = keyOf): readonly number[] => {
    const found: number[] = [];
    for (const at of members) found.push(of({ group, slot, ...at }));
    // Two …_over may name the same member, and members lie in one cell of a measure that does not tell them apart.
    return isSplit && overs.length === 1 ? found : [...new Set(found)];
  };
  const keys = over === null ? [keyOf(cell)] : keysOf(counted.values());
  const sum = (counts: CellCounts, among = keys): number => among.reduce((total, key) => total + counts.at(key), 0);
  const lacksDate = byMainDate === null || reader.countsUndated(level, cell, input) ? null : byMainDate;
  const otherKeys =
    lacksDate === null ? [] : over === null ? [lacksDate.keyOf(cell)] : keysOf(counted.values(), lacksDate.keyOf);
  const passed = isSplit ? standing.flatMap((one) => one.passed).filter(({ member }) => !counted.has(member)) : [];
  return {
    keys,
    used: sum(used),
    meant: sum(meant),
    undated: lacksDate === null ? 0 : sum(lacksDate.all, otherKeys) - sum(lacksDate.dated, otherKeys),
    unknown: isSplit ? sum(meant, keysOf([{ member: 0 }])) : 0,
    passed: sum(used, keysOf(passed)),
  };
}

export interface RowCounts {
  readonly used: number;
  readonly leftOut: number;
}

const FEW = 1000;

interface RowCounter {
  of(cell: CellAt): RowCounts;
  /** Rows used of the largest source: what a number rests on. One lost of a thousand customers is no small base. */
  largest(cell: CellAt): number;
}

/**
 * Counts the rows behind a cell, and those that lie in it but lack a value (or, dated otherwise, the date the measure goes by).
 * A row in two of the formula's times (this month, last month) counts in each.
 */
export function rowCounter(reader: MeasureReader, sources: readonly RowSource[], level: Level): RowCounter {
  const at = sources.flatMap((source) => sourceAt(reader, level, source) ?? []);
  const isPlain = ({ byMainDate, source }: SourceAt): boolean => byMainDate === null && source.input.over === null;
  const usedOf = (one: SourceAt, cell: CellAt): number =>
    isPlain(one) ? one.used.at(one.keyOf(cell)) : rowsOfCell(reader, level, cell, one).used;
  // Most cells have few rows and leave out none: they share what says so.
  const few: RowCounts[] = [];
  return {
    of: (cell) => {
      let used = 0;
      let leftOut = 0;
      for (const one of at) {
        if (isPlain(one)) {
          const key = one.keyOf(cell);
          const rows = one.used.at(key);
          used += rows;
          leftOut += one.meant.at(key) - rows;
          continue;
        }
        const rows = rowsOfCell(reader, level, cell, one);
        used += rows.used;
        leftOut += rows.meant - rows.used + rows.undated + rows.unknown + rows.passed;
      }
      if (leftOut !== 0 || used >= FEW) return { used, leftOut };
      return (few[used] ??= { used, leftOut });
    },
    largest: (cell) => at.reduce((most, one) => Math.max(most, usedOf(one, cell)), 0),
  };
}

const NOW: readonly TimeShift[] = [];
const COMPARED: readonly TimeShift[] = [{ by: 'compare' }];
const ANY_ROW: Alternatives = [[]];

interface PlacedSource {
  readonly rows: CellRows;
  /** Rows that make a cell: any, but of targets those at the level's own. */
  readonly making: Alternatives;
}

/** All rows some inputs place in a level's own cells, now and in the comparison period. */
function placedRows(reader: MeasureReader, level: Level, inputs: readonly Input[]): readonly PlacedSource[] {
  const compared = level.slots.some(({ compare }) => compare !== null);
  const times = compared ? [NOW, COMPARED] : [NOW];
  const own = ownInputs(inputs).map((input): Input => ({ ...input, over: null }));
  const placed = rowSources(own, []).flatMap((all) => {
    const source = answeredAt(reader, level, all);
    if (source === null) return [];
    return times.flatMap((first): readonly PlacedSource[] => {
      const input: Input = { ...source.input, shifts: [...first, ...source.input.shifts] };
      const rows = reader.groups(level, input).isWhole ? reader.rows(level, input) : null;
      if (rows === null) return [];
      return [{ rows, making: hasLevels(input.measure) ? usedBy(reader, level, source) : ANY_ROW }];
    });
  });
  return placed.filter(({ rows }, i) => placed.findIndex((one) => one.rows === rows) === i);
}

/** The cells of a level that hold a row of any kind the inputs read, by key. */
export function cellsWithRows(
  reader: MeasureReader,
  level: Level,
  inputs: readonly Input[],
): { keys(): Float64Array; has(key: number): boolean } {
  const counts = placedRows(reader, level, inputs).map(({ rows, making }) => reader.count(rows, making));
  let keys: Float64Array | null = null;
  return {
    keys: () => (keys ??= keysOf(counts)),
    has: (key) => counts.some((one) => one.at(key) > 0),
  };
}

/** Of a cell that several have, the first. */
function keysOf(counts: readonly CellCounts[]): Float64Array {
  const [only, ...others] = counts.map((one, i) => {
    const before = counts.slice(0, i);
    return before.length === 0 ? one.keys() : one.keys().filter((key) => !before.some(({ at }) => at(key) > 0));
  });
  if (only !== undefined && others.length === 0) return only;
  const parts = only === undefined ? [] : [only, ...others];
  const keys = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    keys.set(part, end);
    end += part.length;
  }
  return keys;
}

export function keysWithRows(reader: MeasureReader, level: Level, inputs: readonly Input[]): Float64Array {
  return cellsWithRows(reader, level, inputs).keys();
}
