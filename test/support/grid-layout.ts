import type { Show } from '#shared/grid.ts';
import { OTHER, type DimensionRef, type Question } from '#shared/question.ts';
import { axisOf, besideOf } from './reference/slots.ts';
import { periodOf, type Clock } from './reference/time.ts';

/**
 * Tables the plain way: lines by looking for members, every way of showing by its words. Where the numbers come from is another's
 * matter: `plain-grid.ts` filters rows, `sql-grid.ts` asks SQLite.
 */
export type Step = string | null;
export type Path = readonly Step[];
export type AxisName = 'rows' | 'columns';
/** What a cell is counted over: its own days, those it is compared with, or all from the first of its dates. */
export type Moment = 'now' | 'previous' | 'last-year' | 'so-far';

export interface GridSource {
  /** The members under a path of one axis that have a row at any of these moments. */
  members(axis: AxisName, parent: Path, moments: readonly Moment[]): readonly Step[];
  count(moment: Moment, row: Path, column: Path): number;
  value(kpi: string, moment: Moment, row: Path, column: Path): number | null;
  /** Something of any time passes the filters: what did not happen inside the data's days is 0 then. */
  readonly isKnown: boolean;
}

const collator = new Intl.Collator('sv', { numeric: true });
const byName = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : Number(a > b));
/** Numbers of the rows by their size, all else by name. */
const labelOrder = (dimension: string) =>
  dimension.startsWith('value:') ? (a: string, b: string): number => Number(a) - Number(b) : byName;

export interface Ranked {
  readonly member: Step;
  readonly value: number;
}

/** The unknown member comes first of those that are as good. */
const tied = (compare: (a: string, b: string) => number, a: Step, b: Step): number =>
  a === null || b === null ? Number(b === null) - Number(a === null) : compare(a, b);

/** The best of some members, ties by name. */
export const bestOf = (
  members: readonly Ranked[],
  { n, lowest = false }: { readonly n: number; readonly lowest?: boolean | undefined },
  dimension: string,
): readonly Step[] =>
  members
    .toSorted((a, b) => (lowest ? 1 : -1) * (a.value - b.value) || tied(labelOrder(dimension), a.member, b.member))
    .slice(0, n)
    .map(({ member }) => member);

export interface DatedSpan {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The days of a question at a moment, and of each of its dates at a grain; without the dates that have no such days. */
export function daysOf(question: Question, moment: Moment, clock: Clock) {
  const own = periodOf(question.period, clock);
  const compare = moment === 'previous' || moment === 'last-year' ? moment : 'none';
  const dates = (grain = 'month'): readonly DatedSpan[] => {
    const slots = axisOf(own, grain, compare, { clock }, false);
    const start = slots[0]?.span?.from;
    return slots.flatMap(({ keys: [key = null], span, beside }) => {
      const days = compare === 'none' ? span : beside;
      const from = moment === 'so-far' ? start : days?.from;
      return key === null || days === null || from === undefined ? [] : [{ key, from, to: days.to }];
    });
  };
  return { whole: compare === 'none' ? own : besideOf(own, compare, { clock }), dates };
}

export interface GridLayout {
  /** The paths of an axis: a group, then its members, in order; the total first. */
  paths(axis: AxisName): readonly Path[];
  shown(kpi: string, show: Show, row: Path, column: Path): number | null;
}

/** Of KPIs that are ratios, which differ in points. */
const RATIOS = new Set(['gross-margin']);

export function gridLayout(source: GridSource, question: Question, shows: readonly Show[], clock: Clock): GridLayout {
  const compared = shows.flatMap((show): Moment[] => {
    if (show.as !== 'difference' && show.as !== 'difference-ratio') return [];
    const { what } = show.from;
    return what === 'previous' || what === 'last-year' ? [what] : [];
  });
  const moments: readonly Moment[] = ['now', ...new Set(compared)];
  const value = (kpi: string, row: Path, column: Path, moment: Moment = 'now'): number | null =>
    source.isKnown ? source.value(kpi, moment, row, column) : null;
  const isDate = (axis: AxisName, depth: number): boolean => question[axis][depth]?.dimension === 'date';
  const datesAlone = (row: Path, column: Path): boolean =>
    row.every((_, i) => isDate('rows', i)) && column.every((_, i) => isDate('columns', i));
  const has = (row: Path, column: Path): boolean =>
    row.length === 0 ||
    column.length === 0 ||
    datesAlone(row, column) ||
    moments.some((moment) => source.count(moment, row, column) > 0);

  const sortedBy = (axis: AxisName, parent: Path, { order, dimension }: DimensionRef, members: readonly Step[]) => {
    const byLabel = labelOrder(dimension);
    const { by, descending = false } = order ?? {};
    const sign = descending ? -1 : 1;
    const labelled = (a: Step, b: Step, way: number): number =>
      a === null || b === null ? Number(a === null) - Number(b === null) : way * byLabel(a, b);
    const valueOf = (step: Step): number => {
      const own = [...parent, step];
      return (by === undefined ? null : axis === 'rows' ? value(by, own, []) : value(by, [], own)) ?? 0;
    };
    return members.toSorted((a, b) => {
      if (a === OTHER || b === OTHER) return Number(a === OTHER) - Number(b === OTHER);
      if (by === undefined) return labelled(a, b, sign);
      return sign * (valueOf(a) - valueOf(b)) || labelled(a, b, 1);
    });
  };
  const known = new Map<string, readonly Path[]>();
  const membersOf = (axis: AxisName, parent: Path): readonly Path[] => {
    const depth = parent.length;
    const ref = question[axis][depth];
    if (ref === undefined) return [];
    const key = JSON.stringify([axis, parent]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const alone = question[axis].slice(0, depth).every(({ dimension }) => dimension === 'date');
    const showsAll = ref.dimension === 'date' && (ref.empty === 'shown' || (ref.empty === undefined && alone));
    const members = showsAll
      ? daysOf(question, 'now', clock)
          .dates(ref.grain)
          .map((bucket) => bucket.key)
      : source.members(axis, parent, moments).filter((step) => step !== OTHER || ref.top?.other !== 'left-out');
    const found = sortedBy(axis, parent, ref, members).map((step) => [...parent, step]);
    known.set(key, found);
    return found;
  };
  const siblings = (axis: AxisName, path: Path): readonly Path[] => membersOf(axis, path.slice(0, -1));
  const at = (axis: AxisName, own: Path, row: Path, column: Path): readonly [Path, Path] =>
    axis === 'rows' ? [own, column] : [row, own];
  const part = (a: number | null, b: number | null): number | null =>
    a === null || b === null || b === 0 ? null : a / b;
  const differs = (kpi: string, as: string, now: number | null, base: number | null): number | null => {
    if (now === null || base === null) return null;
    if (as === 'difference' || RATIOS.has(kpi)) return now - base;
    return base <= 0 ? null : (now - base) / base;
  };

  const shown: GridLayout['shown'] = (kpi, show, row, column) => {
    const own = has(row, column) ? value(kpi, row, column) : null;
    switch (show.as) {
      case 'value':
        return own;
      case 'share': {
        const of: Readonly<Record<typeof show.of, readonly [Path, Path]>> = {
          total: [[], []],
          row: [row, []],
          column: [[], column],
          'row-parent': [row.slice(0, -1), column],
          'column-parent': [row, column.slice(0, -1)],
        };
        return part(own, value(kpi, ...of[show.of]));
      }
      case 'index':
        return own === null
          ? null
          : part(own * (value(kpi, [], []) ?? NaN), (value(kpi, row, []) ?? NaN) * (value(kpi, [], column) ?? NaN));
      case 'difference':
      case 'difference-ratio': {
        const { from } = show;
        if (from.what !== 'before' && from.what !== 'member') {
          if (from.what === 'target') throw new Error('compared elsewhere');
          return differs(kpi, show.as, own, own === null ? null : value(kpi, row, column, from.what));
        }
        const path = from.along === 'rows' ? row : column;
        if (path.length === 0) return null;
        const all = siblings(from.along, path);
        const place = all.findIndex((one) => one.at(-1) === path.at(-1));
        const other = from.what === 'before' ? all[place - 1] : all.find((one) => one.at(-1) === from.name);
        if (other === undefined) return null;
        const beside = at(from.along, other, row, column);
        if (!has(row, column) && !has(...beside)) return null;
        return differs(kpi, show.as, value(kpi, row, column), value(kpi, ...beside));
      }
      case 'rank': {
        const path = show.along === 'rows' ? row : column;
        if (path.length === 0 || path.at(-1) === OTHER || own === null) return null;
        const sign = show.lowestFirst === true ? 1 : -1;
        const better = siblings(show.along, path).filter((one) => {
          const beside = at(show.along, one, row, column);
          if (one.at(-1) === OTHER || !has(...beside)) return false;
          const other = value(kpi, ...beside);
          return other !== null && sign * other < sign * own;
        });
        return better.length + 1;
      }
      case 'running-total': {
        const path = show.along === 'rows' ? row : column;
        if (path.length === 0) return own;
        const ref = question[show.along][path.length - 1];
        if (ref?.dimension === 'date' && ref.order?.by === undefined && ref.order?.descending !== true)
          return value(kpi, row, column, 'so-far');
        if (kpi !== 'revenue') return null;
        const all = siblings(show.along, path);
        const upTo = all.slice(0, all.findIndex((one) => one.at(-1) === path.at(-1)) + 1);
        const met = upTo.filter((one) => has(...at(show.along, one, row, column)));
        if (met.length === 0 || !source.isKnown) return null;
        const cents = (one: Path): number => Math.round((value(kpi, ...at(show.along, one, row, column)) ?? 0) * 100);
        return met.reduce((sum, one) => sum + cents(one), 0) / 100;
      }
    }
  };
  const walk = (axis: AxisName, path: Path): readonly Path[] => [
    path,
    ...membersOf(axis, path).flatMap((member) => walk(axis, member)),
  ];
  return { paths: (axis) => walk(axis, []), shown };
}
