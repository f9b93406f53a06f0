import { OTHER } from '#shared/members.ts';
import type { Question } from '#shared/question.ts';
import type { Cell } from './cell.ts';
import { REFERENCE } from './kpis/index.ts';
import { targetOf } from './kpis/target-rows.ts';
import { isNumber, type Num } from './numbers.ts';
import { countedFor, countsUndated, hasNobody, readsOf, unratedKinds } from './population.ts';
import { axisOf, besideOf, slotsOf, type Slot } from './slots.ts';
import { periodOf } from './time.ts';
import { fieldOf, isRest, keptBy, tuplesOf, united, type Tuple } from './top.ts';
import type { World } from './world.ts';

export interface Expected {
  readonly value: Num;
  /** Beside it, where the question compares. */
  readonly beside: Num | null;
}

/** Every cell that an answer must have, by KPI and the names of its row and column. */
export type ExpectedCells = ReadonlyMap<string, Expected>;

export const cellKey = (
  kpi: string,
  row: readonly (string | null)[],
  column: readonly (string | null)[],
  other = false,
): string => JSON.stringify([kpi, row, column, ...(other ? ['other'] : [])]);

/** The answer to a question about a world, worked out cell by cell. Throws for a KPI it does not know. */
export function expectedCells(world: World, question: Question): ExpectedCells {
  const kpis = question.kpis.map((ref) => {
    const of = REFERENCE[ref];
    if (of === undefined) throw new Error(`the reference has no ${ref}`);
    return { ref, of };
  });
  const sketch = periodOf(question.period, world.clock);
  const trial: Cell = {
    world,
    filters: question.filters,
    members: [],
    span: sketch,
    period: sketch,
    undated: 'no',
    ofAll: false,
    ratedOnly: new Set(),
    reads: [],
  };
  const ratedOnly = kpis.map(({ of }) => unratedKinds(trial, of));
  const sources = kpis.flatMap(({ of }) => readsOf(trial, of));
  const period = countedFor(question.period, sources, world);
  const isAll = period.step === 'all';
  const hasUndated =
    isAll && kpis.some(({ of }) => countsUndated({ ...trial, period, span: null, undated: 'alone' }, of));
  const beside = besideOf(period, question.compare, world);
  const cellIn = (slot: Slot, members: Cell['members'], rated: ReadonlySet<string>): Cell => ({
    ...trial,
    members,
    span: slot.span,
    period,
    undated: slot.undated,
    ratedOnly: rated,
    reads: [],
  });
  const wholeSlot: Slot = { keys: [], span: period, beside, undated: isAll ? 'also' : 'no' };
  const isEmpty = kpis.map(({ of }, i) => hasNobody(cellIn(wholeSlot, [], ratedOnly[i] ?? new Set()), beside, of));

  const besides = (cell: Cell, slot: Slot, compare: Question['compare'], ref: string): Num =>
    compare === 'target'
      ? targetOf(cell, ref)
      : (REFERENCE[ref]?.({ ...cell, span: slot.beside, undated: 'no' }) ?? 'no-data');
  const [first] = kpis;
  const keeps =
    first === undefined
      ? null
      : keptBy(question, world, first.of, (members, met) => {
          const cell = cellIn(wholeSlot, members, ratedOnly[0] ?? new Set());
          first.of(cell);
          if (beside !== null) first.of({ ...cell, span: beside, undated: 'no' });
          if (isMade(cell)) met(cell);
        });
  const cells = new Map<string, Expected>();
  const shown = new Set<string>();
  for (let depth = 0; depth <= question.rows.length; depth++)
    for (let across = 0; across <= question.columns.length; across++) {
      const dimensions = [...question.rows.slice(0, depth), ...question.columns.slice(0, across)];
      const names = dimensions.flatMap((ref) => (ref.dimension === 'date' ? [] : [fieldOf(ref)]));
      const ranked = question.rows.filter(({ dimension }) => dimension !== 'date').length - 1;
      const tuples = tuplesOf(world, names);
      const shownAs = keeps === null || depth < question.rows.length ? tuples : united(tuples, ranked, keeps);
      const grains = dimensions.flatMap(({ dimension, grain }) => (dimension === 'date' ? [grain ?? 'month'] : []));
      const axes = grains.map((grain) => axisOf(period, grain, question.compare, world, hasUndated));
      for (const slot of slotsOf(wholeSlot, axes))
        for (const tuple of shownAs) {
          const members = names.map((name, i) => [name, tuple[i] ?? null] as const);
          const met = kpis.map(({ of }, i) => {
            const cell = cellIn(slot, members, ratedOnly[i] ?? new Set());
            const value = of(cell);
            const other =
              question.compare === 'none' ? null : besides(cell, slot, question.compare, kpis[i]?.ref ?? '');
            return { value, other, isMet: isMade(cell) };
          });
          if (names.length > 0 && !met.some(({ isMet }) => isMet)) continue;
          const path = pathOf(dimensions, tuple, slot.keys);
          const [row, column] = [path.slice(0, depth), path.slice(depth)];
          const isOther = tuple.some(isRest);
          const isPlaced =
            (depth === 0 || shown.has(JSON.stringify([row.slice(0, -1), [], false]))) &&
            (depth === 0 || across === 0 || shown.has(JSON.stringify([row, [], isOther]))) &&
            (across === 0 || shown.has(JSON.stringify([[], column.slice(0, -1), false]))) &&
            (depth === 0 || across === 0 || shown.has(JSON.stringify([[], column, false])));
          if (!isPlaced) continue;
          shown.add(JSON.stringify([row, column, isOther]));
          met.forEach(({ value, other }, i) => {
            const known = (num: Num): Num => (isEmpty[i] === true && isNumber(num) ? 'no-data' : num);
            const then = other === null || question.compare === 'target' ? other : known(other);
            cells.set(cellKey(kpis[i]?.ref ?? '', row, column, isOther), {
              value: known(value),
              beside: then === 'no-data' ? 'no-comparison' : then,
            });
          });
        }
    }
  return cells;
}

const isMade = ({ reads }: Cell): boolean => reads.some(({ ofAll, making }) => !ofAll && making > 0);

function pathOf(
  dimensions: Question['rows'],
  tuple: Tuple,
  keys: readonly (string | null)[],
): readonly (string | null)[] {
  let [name, date] = [0, 0];
  return dimensions.map(({ dimension }) => {
    const member = (dimension === 'date' ? keys[date++] : tuple[name++]) ?? null;
    return isRest(member) ? OTHER : member;
  });
}
