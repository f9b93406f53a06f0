import type { Show } from '#shared/grid.ts';
import { OTHER, type DimensionRef, type Filter, type Question } from '#shared/question.ts';
import type { GridRow } from '../property/grid-worlds.ts';

/**
 * Tables the plain way: every cell by a filter over all rows, every member by looking for it, every way of showing by its words.
 * Revenue, orders and average order value over a year whose every day is known.
 */
type Step = string | null;
type Path = readonly Step[];
const collator = new Intl.Collator('sv', { numeric: true });
const byLabel = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : Number(a > b));
const cents = (rows: readonly GridRow[]): number => rows.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
const MONTHS_OF: Readonly<Record<string, readonly [string, string]>> = {
  all: ['2024-01', '2024-12'],
  '2024': ['2024-01', '2024-12'],
  '2024-Q2': ['2024-04', '2024-06'],
  '2024-03..2024-08': ['2024-03', '2024-08'],
  '2024-03..2024-10': ['2024-03', '2024-10'],
  // Today is long after the data, which end with the year.
  'last-6-months': ['2024-07', '2024-12'],
};

const bucketOf = (date: string, grain: string | undefined): string =>
  grain === 'quarter' ? `2024-Q${String(Math.ceil(Number(date.slice(5, 7)) / 3))}` : date.slice(0, 7);

function isIn(date: string, period: string): boolean {
  const [from, to] = MONTHS_OF[period] ?? ['', ''];
  return date.slice(0, 7) >= from && date.slice(0, 7) <= to;
}

function fieldOf(row: GridRow, field: string): Step {
  const value = (row as unknown as Readonly<Record<string, Step>>)[field];
  return value ?? null;
}

function passes(row: GridRow, filter: Filter): boolean {
  const value = fieldOf(row, filter.dimension);
  switch (filter.op) {
    case 'in':
      return filter.values.includes(value);
    case 'not-in':
      return !filter.values.includes(value);
    case 'contains':
      return value?.toLowerCase().includes(filter.text.toLowerCase()) === true;
    case 'not-contains':
      return value?.toLowerCase().includes(filter.text.toLowerCase()) !== true;
    case 'starts-with':
      return value?.toLowerCase().startsWith(filter.text.toLowerCase()) === true;
    case 'ends-with':
      return value?.toLowerCase().endsWith(filter.text.toLowerCase()) === true;
    case 'blank':
      return value === null;
    case 'not-blank':
      return value !== null;
    case 'between':
      return row.amount >= (filter.from ?? -Infinity) && row.amount <= (filter.to ?? Infinity);
    case 'period':
      return isIn(row.date, filter.period);
    case 'top':
      throw new Error('found before');
  }
}

export interface PlainGrid {
  /** The paths of an axis: a group, then its members, in order; the total first. */
  paths(axis: 'rows' | 'columns'): readonly Path[];
  value(kpi: string, row: Path, column: Path): number | null;
  has(row: Path, column: Path): boolean;
  shown(kpi: string, show: Show, row: Path, column: Path): number | null;
  /** The rows of a cell. */
  rows(row: Path, column: Path): readonly GridRow[];
}

export function plainGrid(all: readonly GridRow[], question: Question): PlainGrid {
  const dated = all.filter(({ date }) => isIn(date, question.period));
  const measured = (kpi: string, rows: readonly GridRow[]): number | null => {
    const orders = new Set(rows.flatMap(({ order }) => order ?? [])).size;
    if (kpi === 'revenue') return cents(rows) / 100;
    if (kpi === 'orders') return orders;
    return orders === 0 ? null : cents(rows) / 100 / orders;
  };
  const best = (
    rows: readonly GridRow[],
    field: string,
    { n, by, lowest = false }: { readonly n: number; readonly by: string; readonly lowest?: boolean | undefined },
  ): readonly Step[] => {
    const sign = lowest ? 1 : -1;
    return [...new Set(rows.map((row) => fieldOf(row, field)))]
      .map((member) => ({
        member,
        value:
          measured(
            by,
            rows.filter((row) => fieldOf(row, field) === member),
          ) ?? 0,
      }))
      .sort((a, b) => sign * (a.value - b.value) || byLabel(a.member ?? '', b.member ?? ''))
      .slice(0, n)
      .map(({ member }) => member);
  };
  const plain = question.filters.filter(({ op }) => op !== 'top');
  const sifted = dated.filter((row) => plain.every((filter) => passes(row, filter)));
  const tops = question.filters.flatMap((filter) =>
    filter.op === 'top' ? [{ field: filter.dimension, keep: best(sifted, filter.dimension, filter) }] : [],
  );
  const isBest = (row: GridRow): boolean => tops.every(({ field, keep }) => keep.includes(fieldOf(row, field)));
  const rows = sifted.filter(isBest);
  // What did not happen inside the data's year is 0, unless nothing of any time passes the filters.
  const isKnown = all.some((row) => plain.every((filter) => passes(row, filter)) && isBest(row));

  const stepOf = (dimensions: readonly DimensionRef[], depth: number, row: GridRow): Step => {
    const { dimension = '', grain } = dimensions[depth] ?? {};
    if (dimension === 'date') return bucketOf(row.date, grain);
    const keep = keptFor(dimensions, depth, row);
    const member = fieldOf(row, dimension);
    return keep === null || keep.includes(member) ? member : OTHER;
  };
  /** Members with the same names above them, dates aside. */
  const known = new Map<string, readonly Step[]>();
  const united = new Map<DimensionRef, boolean>();
  const parentOf = (dimensions: readonly DimensionRef[], depth: number, row: GridRow): Path =>
    dimensions
      .slice(0, depth)
      .flatMap(({ dimension }, i) => (dimension === 'date' ? [] : [stepOf(dimensions, i, row)]));
  function keptFor(dimensions: readonly DimensionRef[], depth: number, row: GridRow): readonly Step[] | null {
    const ref = dimensions[depth];
    const { dimension = '', top } = ref ?? {};
    if (ref === undefined || top === undefined) return null;
    const siblings = (parent: Path): readonly GridRow[] =>
      rows.filter((one) => JSON.stringify(parentOf(dimensions, depth, one)) === JSON.stringify(parent));
    if (!united.has(ref)) {
      const parents = new Map(
        rows.map((one) => [JSON.stringify(parentOf(dimensions, depth, one)), parentOf(dimensions, depth, one)]),
      );
      const sizes = [...parents.values()].map(
        (parent) => new Set(siblings(parent).map((one) => fieldOf(one, dimension))).size,
      );
      united.set(
        ref,
        sizes.some((size) => size > top.n),
      );
    }
    if (united.get(ref) !== true) return null;
    const parent = parentOf(dimensions, depth, row);
    const key = JSON.stringify([dimensions.map((one) => one.dimension), depth, parent]);
    const keep = known.get(key) ?? best(siblings(parent), dimension, { ...top, by: top.by ?? question.kpis[0] ?? '' });
    known.set(key, keep);
    return keep;
  }
  const pathIn = (dimensions: readonly DimensionRef[], row: GridRow): Path =>
    dimensions.map((_, depth) => stepOf(dimensions, depth, row));
  const paths = new Map(
    rows.map((row) => [row, { rows: pathIn(question.rows, row), columns: pathIn(question.columns, row) }]),
  );
  const starts = (path: Path, with_: Path): boolean => with_.every((step, i) => path[i] === step);
  const cellRows: PlainGrid['rows'] = (row, column) =>
    rows.filter((one) => {
      const at = paths.get(one);
      return at !== undefined && starts(at.rows, row) && starts(at.columns, column);
    });
  const isDate = (axis: 'rows' | 'columns', depth: number): boolean => question[axis][depth]?.dimension === 'date';
  const datesAlone = (row: Path, column: Path): boolean =>
    row.every((_, i) => isDate('rows', i)) && column.every((_, i) => isDate('columns', i));
  const value: PlainGrid['value'] = (kpi, row, column) => (isKnown ? measured(kpi, cellRows(row, column)) : null);
  const has: PlainGrid['has'] = (row, column) =>
    row.length === 0 || column.length === 0 || datesAlone(row, column) || cellRows(row, column).length > 0;

  const buckets = (grain: string | undefined): readonly string[] => {
    const [from = '', to = ''] = MONTHS_OF[question.period] ?? [];
    const months = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`);
    return [...new Set(months.filter((month) => month >= from && month <= to).map((month) => bucketOf(month, grain)))];
  };
  const membersOf = (axis: 'rows' | 'columns', parent: Path): readonly Path[] => {
    const depth = parent.length;
    const ref = question[axis][depth];
    if (ref === undefined) return [];
    const under = axis === 'rows' ? cellRows(parent, []) : cellRows([], parent);
    const met = [...new Set(under.map((row) => paths.get(row)?.[axis][depth] ?? null))];
    const alone = question[axis].slice(0, depth).every(({ dimension }) => dimension === 'date');
    const showsAll = ref.dimension === 'date' && (ref.empty === 'shown' || (ref.empty === undefined && alone));
    const members = showsAll
      ? buckets(ref.grain)
      : met.filter((step) => step !== OTHER || ref.top?.other !== 'left-out');
    const { by, descending = false } = ref.order ?? {};
    const sign = descending ? -1 : 1;
    const valueOf = (step: Step): number | null =>
      by === undefined ? null : axis === 'rows' ? value(by, [...parent, step], []) : value(by, [], [...parent, step]);
    const labelled = (a: Step, b: Step, way: number): number => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return way * byLabel(a, b);
    };
    return [...members]
      .sort((a, b) => {
        if (a === OTHER || b === OTHER) return Number(a === OTHER) - Number(b === OTHER);
        if (by === undefined) return labelled(a, b, sign);
        return sign * ((valueOf(a) ?? 0) - (valueOf(b) ?? 0)) || labelled(a, b, 1);
      })
      .map((step) => [...parent, step]);
  };
  const siblings = (axis: 'rows' | 'columns', path: Path): readonly Path[] => membersOf(axis, path.slice(0, -1));
  const at = (axis: 'rows' | 'columns', own: Path, row: Path, column: Path): readonly [Path, Path] =>
    axis === 'rows' ? [own, column] : [row, own];
  const part = (a: number | null, b: number | null): number | null =>
    a === null || b === null || b === 0 ? null : a / b;

  const shown: PlainGrid['shown'] = (kpi, show, row, column) => {
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
        if (from.what !== 'before' && from.what !== 'member') throw new Error('compared elsewhere');
        const path = from.along === 'rows' ? row : column;
        if (path.length === 0) return null;
        const all = siblings(from.along, path);
        const place = all.findIndex((one) => one.at(-1) === path.at(-1));
        const other = from.what === 'before' ? all[place - 1] : all.find((one) => one.at(-1) === from.name);
        if (other === undefined) return null;
        const beside = at(from.along, other, row, column);
        if (!has(row, column) && !has(...beside)) return null;
        const [now, base] = [value(kpi, row, column), value(kpi, ...beside)];
        if (now === null || base === null) return null;
        if (show.as === 'difference') return now - base;
        return base <= 0 ? null : (now - base) / base;
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
        const all = siblings(show.along, path);
        const upTo = all.slice(0, all.findIndex((one) => one.at(-1) === path.at(-1)) + 1);
        const ref = question[show.along][path.length - 1];
        const inOrder = ref?.dimension === 'date' && ref.order?.by === undefined && ref.order?.descending !== true;
        if (inOrder) {
          const beside = show.along === 'rows' ? column : row;
          const parent = path.slice(0, -1);
          const under = show.along === 'rows' ? cellRows(parent, beside) : cellRows(beside, parent);
          const reached = under.filter((one) => bucketOf(one.date, ref.grain) <= (path.at(-1) ?? ''));
          return isKnown ? measured(kpi, reached) : null;
        }
        if (kpi !== 'revenue') return null;
        const met = upTo.filter((one) => has(...at(show.along, one, row, column)));
        if (met.length === 0 || !isKnown) return null;
        return (
          met.reduce((sum, one) => sum + Math.round((value(kpi, ...at(show.along, one, row, column)) ?? 0) * 100), 0) /
          100
        );
      }
    }
  };
  const walk = (axis: 'rows' | 'columns', path: Path): readonly Path[] => [
    path,
    ...membersOf(axis, path).flatMap((member) => walk(axis, member)),
  ];
  return { paths: (axis) => walk(axis, []), value, has, shown, rows: cellRows };
}
