import { OTHER, type DimensionRef, type Filter, type Question } from '#shared/question.ts';
import { CLOCK, type GridRow } from '../property/grid-worlds.ts';
import { bestOf, daysOf, type AxisName, type GridSource, type Moment, type Path, type Step } from './grid-layout.ts';
import { quantile } from './reference/numbers.ts';
import { day, periodOf, unitOf, type Clock } from './reference/time.ts';

const cents = (rows: readonly GridRow[], of: (row: GridRow) => number | null): number =>
  rows.reduce((sum, row) => sum + Math.round((of(row) ?? 0) * 100), 0);

/** KPIs by their words, of rows. */
function measured(kpi: string, rows: readonly GridRow[]): number | null {
  const orders = new Set(rows.flatMap(({ order }) => order ?? [])).size;
  const revenue = cents(rows, ({ amount }) => amount) / 100;
  switch (kpi) {
    case 'revenue':
      return revenue;
    case 'orders':
      return orders;
    case 'average-order-value':
      return orders === 0 ? null : revenue / orders;
    case 'gross-margin': {
      const known = rows.filter(({ cost }) => cost !== null);
      const sales = cents(known, ({ amount }) => amount);
      return sales === 0 ? null : (sales - cents(known, ({ cost }) => cost)) / sales;
    }
    case 'typical-sale':
      return rows.length === 0
        ? null
        : Number(
            quantile(
              rows.map(({ amount }) => amount),
              0.5,
            ),
          );
    default:
      throw new Error(`no KPI ${kpi}`);
  }
}

function fieldOf(row: GridRow, field: string): Step {
  const [by = '', ...rest] = field.split(':');
  const own = (row as unknown as Readonly<Record<string, string | number | null>>)[
    rest.length > 1 ? rest.join(':') : field
  ];
  if (own === undefined || own === null) return null;
  return typeof own === 'number' || rest.length < 2 ? String(own) : unitOf(day(own), by, CLOCK.fiscalYearStart).key;
}

function passes(row: GridRow, filter: Filter, clock: Clock): boolean {
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
    case 'period': {
      const { from, to } = periodOf(filter.period, clock);
      return day(row.date) >= from && day(row.date) <= to;
    }
    case 'top':
      throw new Error('found before');
  }
}

export interface PlainGrid extends GridSource {
  /** The rows of a cell. */
  rows(row: Path, column: Path): readonly GridRow[];
}

/** Tables by brute force: every cell by a filter over all rows, every member by looking for it. */
export function plainGrid(all: readonly GridRow[], question: Question, clock: Clock): PlainGrid {
  const within = (rows: readonly GridRow[], span: { readonly from: number; readonly to: number } | null) =>
    rows.filter(({ date }) => span !== null && day(date) >= span.from && day(date) <= span.to);
  const best = (
    rows: readonly GridRow[],
    field: string,
    top: { readonly n: number; readonly by: string; readonly lowest?: boolean | undefined },
  ): readonly Step[] =>
    bestOf(
      [...new Set(rows.map((row) => fieldOf(row, field)))].map((member) => {
        const own = rows.filter((row) => fieldOf(row, field) === member);
        return { member, value: measured(top.by, own) ?? 0 };
      }),
      top,
      field,
    );
  const now = daysOf(question, 'now', clock);
  const plain = question.filters.filter(({ op }) => op !== 'top');
  const sifted = all.filter((row) => plain.every((filter) => passes(row, filter, clock)));
  const tops = question.filters.flatMap((filter) =>
    filter.op === 'top'
      ? [{ field: filter.dimension, keep: best(within(sifted, now.whole), filter.dimension, filter) }]
      : [],
  );
  const passing = sifted.filter((row) => tops.every(({ field, keep }) => keep.includes(fieldOf(row, field))));
  const rows = within(passing, now.whole);

  /** Members with the same names above them, dates aside. */
  const kept = new Map<string, readonly Step[]>();
  const united = new Map<DimensionRef, boolean>();
  const parentOf = (dimensions: readonly DimensionRef[], depth: number, row: GridRow): Path =>
    dimensions
      .slice(0, depth)
      .flatMap(({ dimension }, i) => (dimension === 'date' ? [] : [stepOf(dimensions, i, row)]));
  function stepOf(dimensions: readonly DimensionRef[], depth: number, row: GridRow): Step {
    const member = fieldOf(row, dimensions[depth]?.dimension ?? '');
    const keep = keptFor(dimensions, depth, row);
    return keep === null || keep.includes(member) ? member : OTHER;
  }
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
    const keep = kept.get(key) ?? best(siblings(parent), dimension, { ...top, by: top.by ?? question.kpis[0] ?? '' });
    kept.set(key, keep);
    return keep;
  }
  /** Names at every depth; of a date, whatever the day. */
  const namesIn = (axis: AxisName, row: GridRow): Path =>
    question[axis].map(({ dimension }, depth) => (dimension === 'date' ? null : stepOf(question[axis], depth, row)));
  const names = new Map(passing.map((row) => [row, { rows: namesIn('rows', row), columns: namesIn('columns', row) }]));

  const dateAt = (axis: AxisName): number => question[axis].findIndex(({ dimension }) => dimension === 'date');
  const [dateRow, dateColumn] = [dateAt('rows'), dateAt('columns')];
  const grain = question.rows[dateRow]?.grain ?? question.columns[dateColumn]?.grain;
  const cellRows = (moment: Moment, row: Path, column: Path): readonly GridRow[] => {
    const key = row[dateRow] ?? column[dateColumn];
    const { whole, dates } = daysOf(question, moment, clock);
    const span = key === undefined ? whole : (dates(grain).find((one) => one.key === key) ?? null);
    const fits = (own: Path, path: Path, date: number): boolean =>
      path.every((step, i) => i === date || own[i] === step);
    return within(passing, span).filter((one) => {
      const at = names.get(one);
      return at !== undefined && fits(at.rows, row, dateRow) && fits(at.columns, column, dateColumn);
    });
  };
  const seen = new Map<string, readonly GridRow[]>();
  const cell = (moment: Moment, row: Path, column: Path): readonly GridRow[] => {
    const key = JSON.stringify([moment, row, column]);
    const found = seen.get(key) ?? cellRows(moment, row, column);
    seen.set(key, found);
    return found;
  };
  return {
    members: (axis, parent, moments) => {
      const depth = parent.length;
      const under = (moment: Moment, path: Path) => (axis === 'rows' ? cell(moment, path, []) : cell(moment, [], path));
      const ref = question[axis][depth];
      if (ref?.dimension === 'date')
        return now
          .dates(ref.grain)
          .map(({ key }) => key)
          .filter((key) => moments.some((moment) => under(moment, [...parent, key]).length > 0));
      const met = moments.flatMap((moment) =>
        under(moment, parent).map((one) => names.get(one)?.[axis][depth] ?? null),
      );
      return [...new Set(met)];
    },
    count: (moment, row, column) => cell(moment, row, column).length,
    value: (kpi, moment, row, column) => measured(kpi, cell(moment, row, column)),
    isKnown: passing.length > 0,
    rows: (row, column) => cell('now', row, column),
  };
}
