import { buildChart, type PointInput, type SeriesInput } from '#shared/charts/build-chart.ts';
import type { Annotation } from '#shared/annotations.ts';
import type { ChartCategory, ChartModel } from '#shared/charts/model.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import type { FormatContext, MoneyScale } from '#shared/format.ts';
import type { Grid, GridLine } from '#shared/grid.ts';
import { DATE_DIMENSION, OTHER } from '#shared/members.ts';
import type { CellRef, Reason } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import type { ExploreValue } from '../../state/explore-slice.ts';
import { keyOf, memberOfKey } from '#shared/tiles/member-key.ts';
import { annotationsAt, daysOfPeriod, type RemarkScope } from '#shared/tiles/remarks.ts';
import { isChange, type ValueFormat } from './cell-text.model.ts';
import type { ChartPlan } from './chart-plan.model.ts';
import { pathName, valueName, type ExploreWords } from './words.model.ts';

export interface ChartNeeds {
  readonly words: ExploreWords;
  readonly format: FormatContext;
  readonly scale: MoneyScale;
  readonly title: string;
  /** How a value is written: its unit and direction. */
  readonly formatOf: (value: ExploreValue) => ValueFormat | null;
  /** The grand total, and the comparison's; null where it is none or the value is not shown plainly. */
  readonly totalOf: (value: ExploreValue) => { readonly now: number | null; readonly before: number | null } | null;
  readonly reason: (reason: Reason) => string;
  /** What the comparison is called. */
  readonly beforeName: string;
  readonly remarks: readonly Annotation[];
  /** Of the rows that are counted; the KPIs are those of the chart. */
  readonly scope: Pick<RemarkScope, 'period' | 'filters'>;
  readonly fiscalYearStart: number;
}

/** What the number of a cell is to a chart: shares and changes in percent are ratios, ranks and indices plain. */
function chartedUnit({ show, unit }: ValueFormat): Unit {
  switch (show.as) {
    case 'share':
    case 'difference-ratio':
      return 'ratio';
    case 'rank':
      return 'count';
    case 'index':
      return 'index';
    case 'value':
    case 'difference':
    case 'running-total':
      return unit;
  }
}

const nameKey = (name: string | null): string => keyOf(name, name === OTHER);

/** A chart of the grid that its plan asks for: categories and series as lines of the table, told as far as a picture can. */
export function exploreChart(plan: ChartPlan, grid: Grid, needs: ChartNeeds): ChartModel {
  const { kind, categories, series } = plan;
  const { format, scale, title, words } = needs;
  const known = plan.values.map((value) => needs.formatOf(value));
  const [first] = known;
  const base = {
    kind,
    title,
    format,
    scale,
    unit: first == null ? ('count' as const) : chartedUnit(first),
    direction: first?.direction ?? ('neutral' as const),
  };
  if (categories === null) return withoutCategories(plan, grid, needs, base);
  const cells = reader(plan, grid);
  const time = categories.ref.dimension === DATE_DIMENSION;
  const across = linesOf(plan, grid, categories.axis);
  const shown = time ? across.slice(0, 1 + across.findLastIndex((_, index) => cells.isCounted(index))) : across;
  const named = categoriesOf(shown.length === 0 ? across : shown, plan, grid, words);
  const point = (category: number, other: number, value: number): PointInput => {
    const cell = cells.at(category, other, value);
    return { value: cell.value, reason: cell.reason === null ? null : needs.reason(cell.reason), cell: cell.ref };
  };
  const places = named.map((_, index) => index);
  const of = (actual: SeriesInput, other: number): readonly SeriesInput[] =>
    withComparison(actual, places, (place, value) => point(place, other, value), plan, needs);
  const lines = series === null ? [] : linesOf(plan, grid, series.axis).slice(0, plan.most.series);
  const all =
    series === null
      ? plan.values.flatMap((value, at): readonly SeriesInput[] => {
          const actual = valueSeries(value, at, places, point, plan, needs, known[at] ?? null);
          return at === 0 ? of(actual, 0) : [actual];
        })
      : lines.flatMap((line, at): readonly SeriesInput[] => {
          const actual: SeriesInput = {
            key: nameKey(line.path.at(-1) ?? null),
            name: pathName(line.path.at(-1) ?? null, series.ref, words),
            points: places.map((place) => point(place, at, 0)),
          };
          return lines.length > (kind === 'line' ? 1 : MOST_COMPARED) ? [actual] : of(actual, at);
        });
  const sub = cutSentence(plan, grid, named.length, words);
  return buildChart({
    ...base,
    sub,
    time,
    categories: named,
    series: kind === 'scatter' ? scattered(all) : all,
    annotations: annotationsOf(plan, named, lines, needs),
    ...(kind === 'scatter' && plan.values[1] !== undefined && known[1] != null
      ? { x: { name: valueName(plan.values[1], words), unit: chartedUnit(known[1]) } }
      : {}),
  });
}

function annotationsOf(
  { categories, series, values }: ChartPlan,
  named: readonly ChartCategory[],
  lines: readonly GridLine[],
  { remarks, scope, fiscalYearStart }: ChartNeeds,
): ChartModel['annotations'] {
  const place = (key: string, dimension: string | undefined) => {
    const name = memberOfKey(key);
    const days = dimension === DATE_DIMENSION ? daysOfPeriod(name ?? null, fiscalYearStart) : null;
    return { key, dimension, name, days };
  };
  return annotationsAt(
    remarks,
    named.map(({ key }) => place(key, categories?.ref.dimension)),
    lines.map(({ path }) => place(nameKey(path.at(-1) ?? null), series?.ref.dimension)),
    { ...scope, kpis: new Set(values.map(({ kpi }) => kpi)) },
  );
}

/** Lines of the axis that the chart looks at: members alone. */
function linesOf(plan: ChartPlan, grid: Grid, axis: 'rows' | 'columns'): readonly GridLine[] {
  const lines = axis === 'rows' ? grid.rows : grid.columns.filter(({ value }) => value === 0 || value === null);
  const isTotal = (plan.categories?.axis === axis || plan.series?.axis === axis) && lines.length > 1;
  return isTotal ? lines.filter(({ path }) => path.length > 0) : lines;
}

interface ReadCell {
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly ref: CellRef | null;
}

/** Cells by category, series and value, whichever axis these stand on. */
function reader(plan: ChartPlan, grid: Grid) {
  const byColumns = plan.categories?.axis === 'columns';
  const values = Math.max(1, new Set(grid.columns.map(({ value }) => value)).size);
  const at = (category: number, series: number, value: number): ReadCell => {
    const [row, group] = byColumns ? [series, category] : [category, series];
    const column = group * values + value;
    const index = row * grid.columns.length + column;
    const [down, over] = [grid.rows[row], grid.columns[column]];
    const kpi = plan.view.values[value]?.kpi;
    if (down === undefined || over === undefined || kpi === undefined) return { value: null, reason: null, ref: null };
    return {
      value: grid.cells[index] ?? null,
      reason: grid.reasons[index] ?? null,
      ref: { kpi, row: down.path, column: over.path },
    };
  };
  const isOpen = (category: number): boolean => {
    const [row, column] = byColumns ? [0, category * values] : [category, 0];
    return (grid.marks[row * grid.columns.length + column] ?? []).includes('open-period');
  };
  const others = byColumns ? grid.rows.length : Math.max(1, grid.columns.length / values);
  /** Months after the data's end hold nothing yet: they are left out, not drawn as zero. */
  const isCounted = (category: number): boolean =>
    Array.from({ length: others }).some((_, series) => (at(category, series, 0).value ?? 0) !== 0);
  return { at, isOpen, isCounted };
}

function categoriesOf(
  lines: readonly GridLine[],
  plan: ChartPlan,
  grid: Grid,
  words: ExploreWords,
): readonly ChartCategory[] {
  const ref = plan.categories?.ref;
  const time = ref?.dimension === DATE_DIMENSION;
  const cells = reader(plan, grid);
  const years = new Set(lines.map(({ path }) => path.at(-1)?.slice(0, 4)));
  return lines.slice(0, plan.most.categories).map((line, index): ChartCategory => {
    const name = line.path.at(-1) ?? null;
    const full = pathName(name, ref, words);
    const isShort = time && name !== null;
    return {
      key: nameKey(name),
      name: full,
      label: isShort ? shortPeriod(name, years.size > 1, words) : full,
      open: time && cells.isOpen(index),
      other: name === OTHER,
      level: false,
    };
  });
}

/** The year stands at the first of each. */
function shortPeriod(period: string, withYear: boolean, { locale }: ExploreWords): string {
  const short = formatPeriodText(period, locale, true);
  return withYear && /-(?:01|Q1|W01)$/.test(period) ? `${short} ${period.slice(2, 4)}` : short;
}

function valueSeries(
  value: ExploreValue,
  at: number,
  places: readonly number[],
  point: (category: number, series: number, value: number) => PointInput,
  plan: ChartPlan,
  needs: ChartNeeds,
  known: ValueFormat | null,
): SeriesInput {
  const total = needs.totalOf(value);
  return {
    key: `${String(at)} ${value.kpi}`,
    name:
      plan.values.length === 1 && !isChange(value.show)
        ? needs.words.t('charts:actual')
        : valueName(value, needs.words),
    ...(known === null ? {} : { unit: chartedUnit(known), direction: known.direction }),
    line: plan.kind === 'combo' && at > 0,
    points: places.map((place) => point(place, 0, at)),
    ...(total === null ? {} : { total: { value: total.now, cell: { kpi: value.kpi, row: [], column: [] } } }),
  };
}

/** With more series no eye finds each one's comparison; among lines with more than one. */
const MOST_COMPARED = 4;

/** A series of the first value with what it is held against: the value less its difference. Without any comparison it stands alone. */
function withComparison(
  actual: SeriesInput,
  places: readonly number[],
  point: (category: number, value: number) => PointInput,
  { compared, values, view }: ChartPlan,
  { beforeName, totalOf }: ChartNeeds,
): readonly SeriesInput[] {
  if (compared === null) return [actual];
  const before = places.map((place): number | null => {
    const [now, difference] = [numberOf(point(place, 0)), numberOf(point(place, values.length))];
    return now === null || difference === null ? null : now - difference;
  });
  if (before.every((each) => each === null)) return [actual];
  const [first] = values;
  const isAsked = view.question.compare === compared;
  const total = actual.total === undefined || first === undefined || !isAsked ? null : totalOf(first);
  return [
    actual,
    {
      key: `${actual.key} before`,
      name: beforeName,
      role: compared === 'target' ? 'target' : 'previous',
      of: actual.key,
      ...(actual.unit === undefined ? {} : { unit: actual.unit }),
      ...(actual.direction === undefined ? {} : { direction: actual.direction }),
      points: before,
      ...(total === null ? {} : { total: total.before }),
    },
  ];
}

const numberOf = (point: PointInput): number | null =>
  typeof point === 'object' && point !== null ? (point.value ?? null) : point;

/** The first value upwards, the second to the right. */
function scattered([up, right]: readonly SeriesInput[]): readonly SeriesInput[] {
  if (up === undefined) return [];
  return [
    {
      ...up,
      points: up.points.map((point, index) => ({
        ...(typeof point === 'object' ? point : { value: point }),
        x: numberOf(right?.points[index] ?? null),
      })),
    },
  ];
}

type Base = Parameters<typeof buildChart>[0] extends infer T ? Omit<T & object, 'categories' | 'series'> : never;

/** Without dimensions each value is a number on a card, or a mark of its own: the steps of a funnel. */
function withoutCategories(plan: ChartPlan, grid: Grid, needs: ChartNeeds, base: Base): ChartModel {
  const { words } = needs;
  if (plan.kind === 'scorecard') {
    return buildChart({
      ...base,
      categories: [],
      series: plan.values.flatMap((value, at): readonly SeriesInput[] => {
        const known = needs.formatOf(value);
        const total = needs.totalOf(value);
        const about = known === null ? {} : { unit: chartedUnit(known), direction: known.direction };
        const key = `${String(at)} ${value.kpi}`;
        const ref: CellRef = { kpi: value.kpi, row: [], column: [] };
        const now = total === null ? (grid.cells[at] ?? null) : total.now;
        const actual: SeriesInput = {
          key,
          name: valueName(value, words),
          ...about,
          points: [],
          total: { value: now, cell: ref },
        };
        if (total === null || total.before === null) return [actual];
        return [
          actual,
          {
            key: `${key} before`,
            name: needs.beforeName,
            role: 'previous',
            of: key,
            ...about,
            points: [],
            total: total.before,
          },
        ];
      }),
    });
  }
  return buildChart({
    ...base,
    categories: plan.values.map((value, at) => ({ key: `value ${String(at)}`, label: valueName(value, words) })),
    series: [
      {
        key: 'value',
        name: words.t('charts:actual'),
        points: plan.values.map(({ kpi }, at) => ({
          value: grid.cells[at] ?? null,
          cell: { kpi, row: [], column: [] },
        })),
      },
    ],
  });
}

/** What the picture leaves out; null where it shows all. */
function cutSentence(plan: ChartPlan, grid: Grid, shown: number, { t }: ExploreWords): string | null {
  const count = (axis: 'rows' | 'columns'): number =>
    axis === 'rows' ? grid.rowCount : grid.columnCount / Math.max(1, plan.view.values.length);
  const categories = plan.categories === null ? 0 : count(plan.categories.axis);
  const series = plan.series === null ? 0 : count(plan.series.axis);
  const parts = [
    shown === plan.most.categories && categories > shown
      ? t('explore:chart.categories', { shown, all: categories })
      : null,
    series > plan.most.series ? t('explore:chart.series', { shown: plan.most.series, all: series }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}
