import type { Question } from '#shared/question.ts';
import { rowsOf, type Cell, type Read } from './cell.ts';
import { REFERENCE } from './kpis/index.ts';
import type { Kpi } from './kpis/kpi.ts';
import { isNumber, type Num } from './numbers.ts';
import { hasValues, rangeOf, text, type Row } from './rows.ts';
import { bucketsOf, iso, lastYear, periodOf, previous, shared, type Span } from './time.ts';
import { reachOf, type World } from './world.ts';

export interface Expected {
  readonly value: Num;
  /** Beside it, where the question compares. */
  readonly beside: Num | null;
}

/** Every cell that an answer must have, by KPI and the names of its row and column. */
export type ExpectedCells = ReadonlyMap<string, Expected>;

export const cellKey = (kpi: string, row: readonly (string | null)[], column: readonly (string | null)[]): string =>
  JSON.stringify([kpi, row, column]);

interface Slot {
  readonly keys: readonly (string | null)[];
  readonly span: Span | null;
  readonly beside: Span | null;
  readonly undated: Cell['undated'];
}

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

  const cells = new Map<string, Expected>();
  const shown = new Set<string>();
  for (let depth = 0; depth <= question.rows.length; depth++)
    for (let across = 0; across <= question.columns.length; across++) {
      const dimensions = [...question.rows.slice(0, depth), ...question.columns.slice(0, across)];
      const names = dimensions.flatMap(({ dimension }) => (dimension === 'date' ? [] : [dimension]));
      const grains = dimensions.flatMap(({ dimension, grain }) => (dimension === 'date' ? [grain ?? 'month'] : []));
      const axes = grains.map((grain) => axisOf(period, grain, question.compare, world, hasUndated));
      for (const slot of slotsOf(wholeSlot, axes))
        for (const tuple of tuplesOf(world, names)) {
          const members = names.map((name, i) => [name, tuple[i] ?? null] as const);
          const met = kpis.map(({ of }, i) => {
            const cell = cellIn(slot, members, ratedOnly[i] ?? new Set());
            const value = of(cell);
            const besides = { ...cell, span: slot.beside, undated: 'no' } as const;
            const other = question.compare === 'none' ? null : of(besides);
            const isMet = cell.reads.some(({ ofAll, making }) => !ofAll && making > 0);
            return { value, other, isMet };
          });
          if (names.length > 0 && !met.some(({ isMet }) => isMet)) continue;
          const path = pathOf(dimensions, tuple, slot.keys);
          const [row, column] = [path.slice(0, depth), path.slice(depth)];
          const isPlaced =
            (depth === 0 || shown.has(JSON.stringify([row.slice(0, -1), []]))) &&
            (depth === 0 || across === 0 || shown.has(JSON.stringify([row, []]))) &&
            (across === 0 || shown.has(JSON.stringify([[], column.slice(0, -1)]))) &&
            (depth === 0 || across === 0 || shown.has(JSON.stringify([[], column])));
          if (!isPlaced) continue;
          shown.add(JSON.stringify([row, column]));
          met.forEach(({ value, other }, i) => {
            const known = (num: Num): Num => (isEmpty[i] === true && isNumber(num) ? 'no-data' : num);
            const then = other === null ? null : known(other);
            cells.set(cellKey(kpis[i]?.ref ?? '', row, column), {
              value: known(value),
              beside: then === 'no-data' ? 'no-comparison' : then,
            });
          });
        }
    }
  return cells;
}

function readsOf(cell: Cell, of: Kpi): readonly Read[] {
  const reads: Read[] = [];
  of({ ...cell, reads });
  return reads;
}

/** Kinds of which a KPI counts money while some rows have no rate: it counts nothing else of such rows either. */
function unratedKinds(cell: Cell, of: Kpi): ReadonlySet<string> {
  const kinds = readsOf(cell, of).flatMap(({ source, isMoney }) => (isMoney ? [source.kind] : []));
  return new Set(kinds.filter((kind) => cell.world.tables[kind]?.some((row) => text(row, 'unrated') !== null)));
}

/**
 * Whether nothing that is asked for has a row, now, beside, or where the KPI looks, and there is nobody else to say it of: a kind
 * without rows, or a filter that lets no row of any kind through at any time. Then there is no zero either.
 */
function hasNobody(cell: Cell, beside: Span | null, of: Kpi): boolean {
  const cells = [cell, ...(beside === null ? [] : [{ ...cell, span: beside, undated: 'no' } as const])];
  const reads = cells.flatMap((one) => {
    const own = readsOf(one, of);
    const again: Read[] = [];
    for (const { source } of own) rowsOf({ ...one, reads: again }, source, []);
    return [...own, ...again];
  });
  const counts = reads.flatMap(({ ofAll, rows }) => (ofAll || rows === null ? [] : [rows]));
  if (counts.length === 0 || counts.some((count) => count > 0)) return false;
  const { tables, stored } = cell.world;
  if (reads.every(({ source }) => (tables[source.kind] ?? []).length === 0)) return true;
  const kinds = [...Object.keys(stored), ...reads.map(({ source }) => source.kind)];
  const isLetThrough = (row: Row): boolean =>
    cell.filters.every(({ dimension, op, values }) => values.includes(text(row, dimension)) === (op === 'in'));
  return !kinds.some((kind) => {
    const canTell = cell.filters.every(({ dimension }) => hasValues(tables[kind], dimension));
    return canTell && tables[kind]?.some(isLetThrough) === true;
  });
}

/** An open period counts as far as the kinds reach that are asked for, `all` over every day they count; targets ahead lead neither on. */
function countedFor(text: string, sources: readonly Read[], { clock, tables }: World): Span {
  const isSpread = ({ source }: Read): boolean => source.nature === 'spread';
  const kinds = sources.map(({ source }) => source.kind);
  const dated = kinds.flatMap((kind) => (kind.startsWith('customer') ? ['sale', 'subscription'] : [kind]));
  if (text === 'all') {
    const met = sources.every(isSpread) ? sources : sources.filter((read) => !isSpread(read));
    const reach = met.flatMap((read) => {
      const { kind, date, until = date } = read.source;
      const range = rangeOf(tables[kind], isSpread(read) ? [date, until] : [date]);
      return range === null ? [] : [range.from, range.to];
    });
    return periodOf('all', clock, reach);
  }
  const data = reachOf(
    tables,
    dated.filter((kind) => kind !== 'target'),
  );
  const period = periodOf(text, clock);
  const spec = /^(?:latest|this)-/.test(text) ? `${iso(period.from)}..${iso(period.to)}` : text;
  return { ...period, through: periodOf(spec, { ...clock, data: data ?? clock.data }).through };
}

/** Whether there are rows without a date that something asked for counts. */
function countsUndated(cell: Cell, of: Kpi): boolean {
  return readsOf(cell, of).some(({ undated }) => undated > 0);
}

function stepBack(span: Span, compare: Question['compare'], { clock }: World): Span | null {
  return compare === 'previous' ? previous(span, clock) : compare === 'last-year' ? lastYear(span, clock) : null;
}

/** By working days there is none where none has elapsed that it could be met on. */
function besideOf(period: Span, compare: Question['compare'], world: World): Span | null {
  const other = stepBack(period, compare, world);
  return world.clock.working !== null && other !== null && other.through < other.from ? null : other;
}

/** Buckets of a period, each with the one it is compared to: its own a year back, or the one with the same number. */
function axisOf(
  period: Span,
  grain: string,
  compare: Question['compare'],
  world: World,
  hasUndated: boolean,
): readonly Slot[] {
  const { clock } = world;
  const other = besideOf(period, compare, world);
  const yearBack = compare === 'last-year' || (period.step === 'month' && period.count === 12);
  const numbered = other === null || yearBack ? [] : bucketsOf(other, grain, clock);
  const dated = bucketsOf(period, grain, clock).map(({ key, whole, span }, i): Slot => {
    const uncut = whole.step === 'week' ? whole : { ...whole, through: whole.to };
    const meets =
      period.step === 'all'
        ? stepBack(span, compare, world)
        : yearBack
          ? lastYear(uncut, clock)
          : (numbered[i]?.span ?? null);
    const cut = period.step === 'all' || meets === null || other === null ? meets : shared(meets, other);
    return { keys: [key], span, beside: period.step !== 'all' && other === null ? null : cut, undated: 'no' };
  });
  return hasUndated ? [...dated, { keys: [null], span: null, beside: null, undated: 'alone' }] : dated;
}

/** Every combination of buckets that share a day; a step back is one of the shorter. */
function slotsOf(whole: Slot, axes: readonly (readonly Slot[])[]): readonly Slot[] {
  const finer = (a: Span, b: Span): Span =>
    a.to - a.from <= b.to - b.from ? a : { ...a, step: b.step, count: b.count };
  const both = (a: Span | null, b: Span | null): Span | null =>
    a === null || b === null ? null : shared(finer(a, b), b);
  return axes.reduce<readonly Slot[]>(
    (slots, axis, depth) =>
      depth === 0
        ? axis
        : slots.flatMap((slot) =>
            axis.flatMap((bucket) => {
              if ((bucket.undated === 'alone') !== (slot.undated === 'alone')) return [];
              const span = both(bucket.span, slot.span);
              if (span === null && slot.undated !== 'alone') return [];
              return [
                { ...slot, keys: [...slot.keys, ...bucket.keys], span, beside: both(bucket.beside, slot.beside) },
              ];
            }),
          ),
    axes.length === 0 ? [whole] : [],
  );
}

/** Members that some row of some kind has together. */
function tuplesOf({ tables }: World, names: readonly string[]): readonly (readonly (string | null)[])[] {
  if (names.length === 0) return [[]];
  const tuples = new Map<string, readonly (string | null)[]>();
  for (const rows of Object.values(tables))
    for (const row of rows ?? []) {
      const tuple = names.map((name) => text(row, name));
      tuples.set(JSON.stringify(tuple), tuple);
    }
  return [...tuples.values()];
}

function pathOf(
  dimensions: Question['rows'],
  tuple: readonly (string | null)[],
  keys: readonly (string | null)[],
): readonly (string | null)[] {
  let [name, date] = [0, 0];
  return dimensions.map(({ dimension }) => (dimension === 'date' ? keys[date++] : tuple[name++]) ?? null);
}
