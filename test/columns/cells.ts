import { columnQueries } from '#columns/column-queries.ts';
import type { CellRequest, CellRows, CellSlot, ColumnQueries } from '#engine/ports/column-queries.ts';
import type { DerivationRules } from '#engine/ports/workspace-columns.ts';
import { isoDate } from '#shared/calendar.ts';
import type { Aggregate, MeasureDefinition } from '#shared/kpi-definition.ts';
import fc from 'fast-check';
import { columnsInBlocks } from '../support/columns-in-blocks.ts';
import { columnsOfRows, type PlainRow, type PlainTables } from '../support/columns-of-rows.ts';

/** A deal as the tests' own loops read it: days and ten-thousandths, null where missing. */
export interface Row {
  readonly rep: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly value: number | null;
}

export const REPS = ['Ada', 'Bo', 'Cy', null] as const;

export const ANY_ROW: fc.Arbitrary<Row> = fc.record({
  rep: fc.constantFrom(...REPS),
  start: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 4 }),
  end: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 3 }),
  value: fc.option(fc.integer({ min: -50_000, max: 50_000 }), { freq: 8 }),
});

const range = fc
  .record({ from: fc.integer({ min: -5, max: 45 }), length: fc.integer({ min: 0, max: 15 }) })
  .map(({ from, length }) => ({ from, to: from + length }));

const slot: fc.Arbitrary<CellSlot> = fc.oneof(
  { weight: 4, arbitrary: range },
  range.map((days) => ({ ...days, undated: true as const })),
  fc.constantFrom('undated' as const, null),
);
/** Slots that overlap or not, with rows without a date beside them or not. */
export const ANY_SLOTS: fc.Arbitrary<readonly CellSlot[]> = fc.array(slot, { minLength: 1, maxLength: 5 });

export const date = (day: number | null): string | null => (day === null ? null : isoDate(day));

export function deal({ rep, start, end, value }: Row): PlainRow {
  return { rep, created: date(start), closed: date(end), value: value === null ? null : value / 10_000 };
}

/** So many more slots that hold nothing that cells are numbered as they are met. */
export function amongMany(slots: readonly CellSlot[]): readonly CellSlot[] {
  return [...slots, ...Array.from({ length: 70_000 }, () => null)];
}

export function queriesOf(tables: PlainTables, rules: Partial<DerivationRules> = {}): ColumnQueries {
  return columnQueries(columnsOfRows(tables, 1, undefined, rules));
}

/** The same with no room in memory for a column, seven rows at a time. */
export function queriesInBlocks(tables: PlainTables): ColumnQueries {
  return columnQueries(columnsInBlocks(columnsOfRows(tables, 1), 7, () => undefined));
}

export const EITHER_WAY = [
  ['in memory', queriesOf],
  ['block by block', queriesInBlocks],
] as const;

export function requestOf(more: Pick<CellRequest, 'breakdown' | 'slots'> & Partial<CellRequest>): CellRequest {
  return { kind: 'deal', date: 'created', nature: 'flow', until: null, standing: null, filters: [], ...more };
}

export function measureOf(aggregate: Aggregate, more: Partial<MeasureDefinition> = {}): MeasureDefinition {
  return { id: 'm', kind: 'deal', aggregate, where: [], date: 'created', nature: 'flow', unit: 'money', ...more };
}

/** What `read` says of the cells: a list a rep, in the order of `REPS`, with one value a slot. */
export function byRep<T>(
  queries: ColumnQueries,
  { request: { breakdown, slots } }: CellRows,
  slotCount: number,
  read: (key: number) => T,
): readonly (readonly T[])[] {
  const names = queries.columns.members('rep');
  return REPS.map((rep) => {
    const code = rep === null ? 0 : names.indexOf(rep);
    const group = code < 0 ? null : breakdown.find([code]);
    return Array.from({ length: slotCount }, (_, slot) => read(group === null ? -1 : group * slots.length + slot));
  });
}

export const RUNS = { seed: 20_261_121, numRuns: 150 };
