import { buildChart, type ChartTable, type PointInput, type SeriesInput } from '../charts/build-chart.ts';
import type { ChartCategory, ChartModel } from '../charts/model.ts';
import type { Tile } from '../dashboards.ts';
import { formatPeriodText } from '../format-period.ts';
import { DATE_DIMENSION } from '../members.ts';
import type { Answer, AnswerCell } from '../question.ts';
import { refOf, totalOf } from './answer-cells.ts';
import { memberName, sideNames, type Words } from './tile-words.ts';
import { targetSeries } from './target-series.ts';
import { annotationsIn, type Beside } from './beside-chart.ts';
import { contributionsOf } from './contributions.ts';
import { keyOf } from './member-key.ts';

export type ChartTile = Extract<Tile, { show: 'chart' }>;

/** What a chart is called beside its numbers. */
export interface TileWords extends Words {
  readonly nameOf: (kpi: string) => string;
  readonly title: string;
  readonly sub: string;
}

/** Kinds whose series are the rows and whose categories are the columns. */
const GRIDS: ReadonlySet<ChartTile['kind']> = new Set(['heat-map', 'cohort']);
/** Kinds that show one thing at a time: no previous year beside it. */
const ALONE: ReadonlySet<ChartTile['kind']> = new Set([
  'pie',
  'scatter',
  'funnel',
  'heat-map',
  'cohort',
  'stacked-column',
  'stacked-bar',
  'share-column',
  'share-bar',
  'area',
]);

/** The tile with its first dimension in the place of its own; itself for none or the same. */
export function splitBy(tile: ChartTile, dimension: string | undefined): ChartTile {
  const [first, ...others] = tile.question.rows;
  if (first === undefined || dimension === undefined || first.dimension === dimension) return tile;
  return { ...tile, question: { ...tile.question, rows: [{ ...first, dimension }, ...others] } };
}

/** What may be drawn of a tile, the wished first: a change that the filters leave one member of is explained by the next dimension. */
export function variantsOf(tile: ChartTile, dimensions: readonly string[]): readonly ChartTile[] {
  if (tile.kind !== 'waterfall') return [tile];
  const own = tile.question.rows[0]?.dimension;
  return [tile, ...dimensions.filter((each) => each !== own).map((each) => splitBy(tile, each))];
}

/** As its table twin has it: of a change both sides, not only what lies between them. */
export function inNumbers(tile: ChartTile): ChartTile {
  return tile.kind === 'waterfall' ? { ...tile, kind: 'bar' } : tile;
}

/** Whether an answer has more than one group, so that it breaks anything down. */
export function breaksDown({ kpis, cells }: Answer): boolean {
  return cells.filter(({ kpi, row }) => kpi === kpis[0]?.ref && row.length === 1).length > 1;
}

/** The chart of an answer to the tile's question. */
export function tileChart(
  { kind, question }: Pick<ChartTile, 'kind' | 'question'>,
  answer: Answer,
  words: TileWords,
  beside: Beside = {},
): ChartModel {
  const { format, scale, title } = words;
  const [row] = question.rows;
  const time = row?.dimension === DATE_DIMENSION;
  const table = (part: Pick<ChartTable, 'categories' | 'series'> & Partial<ChartTable>): ChartModel =>
    buildChart({
      kind,
      title,
      sub: words.sub,
      format,
      scale,
      time,
      unit: answer.kpis[0]?.unit ?? 'count',
      direction: answer.kpis[0]?.direction ?? 'neutral',
      ...part,
    });
  if (kind === 'waterfall') {
    const steps = waterfall(answer, row?.dimension ?? '', words);
    const annotations = annotationsIn({ answer, categories: steps.categories, rows: row?.dimension }, beside);
    return table({ ...steps, annotations, time: false });
  }
  if (GRIDS.has(kind)) return table({ ...grid(answer, question, words), time: false });
  if (kind === 'scatter') return table(scatter(answer, row?.dimension ?? '', words));
  if (row === undefined) return table(totals(answer, kind === 'scorecard', words));
  const cells = answer.cells.filter((cell) => cell.row.length === 1);
  const categories = categoriesOf(cells, row.dimension, words);
  const [column] = question.columns;
  const series =
    column === undefined
      ? [
          ...answer.kpis.flatMap(({ ref }) => kpiSeries(ref, answer, categories, !ALONE.has(kind), words)),
          ...targetSeries(answer, beside.targets ?? null, categories, words),
        ]
      : memberSeries(answer, column.dimension, categories, words);
  const annotations = annotationsIn({ answer, categories, rows: row.dimension, columns: column?.dimension }, beside);
  return table({ categories, series, annotations });
}

/** Months after the data's end hold no rows yet: they are left out, not drawn as zero. */
export function isAhead({ marks, rows }: AnswerCell): boolean {
  return rows.used === 0 && (marks.includes('open-period') || marks.includes('data-ends-early'));
}

function categoriesOf(cells: readonly AnswerCell[], dimension: string, words: Words): readonly ChartCategory[] {
  const first = cells[0]?.kpi;
  const own = cells.filter((cell) => cell.kpi === first && cell.column.length === 0);
  const isTime = dimension === DATE_DIMENSION;
  const shown = isTime ? own.slice(0, own.findLastIndex((cell) => !isAhead(cell)) + 1) : own;
  const years = new Set(shown.map((cell) => (cell.row[0] ?? '').slice(0, 4)));
  return shown.map((cell) => {
    const member = cell.row[0];
    const name = cell.other
      ? words.t('charts:others')
      : isTime && typeof member === 'string'
        ? formatPeriodText(member, words.format.locale)
        : memberName(member, words.t, dimension, words.member);
    return {
      key: keyOf(member, cell.other),
      name,
      label: isTime && typeof member === 'string' ? shortPeriod(member, years.size > 1, words) : name,
      open: isTime && cell.marks.includes('open-period'),
      other: cell.other,
      level: false,
    };
  });
}

function shortPeriod(period: string, withYear: boolean, { format }: Words): string {
  const short = formatPeriodText(period, format.locale, true);
  return withYear && (period.endsWith('-01') || period.endsWith('-Q1')) ? `${short} ${period.slice(2, 4)}` : short;
}

const pointOf = (cell: AnswerCell | undefined): PointInput =>
  cell === undefined ? null : { value: cell.value, cell: refOf(cell) };

function kpiSeries(
  kpi: string,
  answer: Answer,
  categories: readonly ChartCategory[],
  compared: boolean,
  words: TileWords,
): readonly SeriesInput[] {
  const info = answer.kpis.find(({ ref }) => ref === kpi);
  const byKey = new Map(
    answer.cells
      .filter((cell) => cell.kpi === kpi && cell.row.length === 1 && cell.column.length === 0)
      .map((cell) => [keyOf(cell.row[0], cell.other), cell]),
  );
  const total = totalOf(answer, kpi);
  const before = categories.map(({ key }) => byKey.get(key)?.compare?.value ?? null);
  const unit = info === undefined ? {} : { unit: info.unit, direction: info.direction };
  const actual: SeriesInput = {
    key: kpi,
    name: answer.kpis.length === 1 ? words.t('charts:actual') : words.nameOf(kpi),
    ...unit,
    points: categories.map(({ key }) => pointOf(byKey.get(key))),
    ...(total === null ? {} : { total: pointOf(total) }),
  };
  if (!compared || before.every((value) => value === null)) return [actual];
  const previous: SeriesInput = {
    key: `${kpi} before`,
    name: comparisonName(answer, words),
    role: 'previous',
    of: kpi,
    ...unit,
    points: before,
    total: total?.compare?.value ?? null,
  };
  return [actual, previous];
}

/** '2025' where the comparison lies in one year, else 'Föregående år' or the other range. */
function comparisonName(answer: Answer, words: Words): string {
  const { from, to } = answer.comparePeriod ?? { from: '', to: '' };
  if (from !== '' && from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01')) return from.slice(0, 4);
  const isYearBefore = to.slice(4) === answer.period.through.slice(4) || to.slice(4) === answer.period.to.slice(4);
  return isYearBefore ? words.t('charts:previousYear') : sideNames(answer, words)[0];
}

/** A series for each member of the column dimension, of the first KPI. */
function memberSeries(
  answer: Answer,
  dimension: string,
  categories: readonly ChartCategory[],
  words: Words,
): readonly SeriesInput[] {
  const kpi = answer.kpis[0]?.ref;
  const cells = answer.cells.filter((cell) => cell.kpi === kpi && cell.column.length === 1);
  const members = [...new Map(cells.map((cell) => [keyOf(cell.column[0], isOther(cell.column[0])), cell.column[0]]))];
  return members.map(([key, member]) => {
    const own = cells.filter((cell) => keyOf(cell.column[0], isOther(cell.column[0])) === key);
    const byKey = new Map(
      own.filter(({ row }) => row.length === 1).map((cell) => [keyOf(cell.row[0], cell.other), cell]),
    );
    return {
      key,
      name: isOther(member) ? words.t('charts:others') : axisName(member, dimension, words),
      points: categories.map((category) => pointOf(byKey.get(category.key))),
      total: pointOf(own.find(({ row }) => row.length === 0)),
    };
  });
}

const isOther = (member: string | null | undefined): boolean => member === '';

const axisName = (member: string | null | undefined, dimension: string, { t, format, member: shown }: Words): string =>
  dimension === DATE_DIMENSION && typeof member === 'string'
    ? formatPeriodText(member, format.locale)
    : memberName(member, t, dimension, shown);

/** Rows as series, columns as categories: heat maps and cohorts are read that way. */
function grid(
  answer: Answer,
  { rows: [row], columns: [column] }: ChartTile['question'],
  words: Words,
): Pick<ChartTable, 'categories' | 'series'> {
  const kpi = answer.kpis[0]?.ref;
  const cells = answer.cells.filter((cell) => cell.kpi === kpi && cell.row.length === 1);
  const across = cells.filter((cell) => cell.column.length === 1);
  const categories = [...new Map(across.map(({ column: [member] }) => [keyOf(member, isOther(member)), member]))].map(
    ([key, member]) => ({ key, label: axisName(member, column?.dimension ?? '', words) }),
  );
  const members = [...new Map(cells.map((cell) => [keyOf(cell.row[0], cell.other), cell]))];
  return {
    categories,
    series: members.map(
      ([
        key,
        {
          row: [member],
          other,
        },
      ]) => {
        const own = cells.filter((cell) => keyOf(cell.row[0], cell.other) === key);
        const at = new Map(own.map((cell) => [keyOf(cell.column[0], isOther(cell.column[0])), cell]));
        return {
          key,
          name: other ? words.t('charts:others') : axisName(member, row?.dimension ?? '', words),
          points: categories.map((category) => pointOf(at.get(category.key))),
          total: pointOf(own.find((cell) => cell.column.length === 0)),
        };
      },
    ),
  };
}

/** The first KPI upwards, the second to the right, a point a member. */
function scatter(answer: Answer, dimension: string, words: TileWords): Pick<ChartTable, 'categories' | 'series' | 'x'> {
  const [up, right] = answer.kpis;
  const cells = answer.cells.filter((cell) => cell.row.length === 1 && cell.column.length === 0);
  const categories = categoriesOf(cells, dimension, words);
  const valueAt = (kpi: string | undefined, key: string): AnswerCell | undefined =>
    cells.find((cell) => cell.kpi === kpi && keyOf(cell.row[0], cell.other) === key);
  return {
    categories,
    x: right === undefined ? null : { name: words.nameOf(right.ref), unit: right.unit },
    series: [
      {
        key: up?.ref ?? '',
        name: up === undefined ? '' : words.nameOf(up.ref),
        points: categories.map(({ key }) => {
          const cell = valueAt(up?.ref, key);
          const x = valueAt(right?.ref, key)?.value ?? null;
          return cell === undefined ? null : { value: cell.value, x, cell: refOf(cell) };
        }),
      },
    ],
  };
}

/** Without a dimension each KPI is a bar of its own: the steps of a funnel; or a number on a scorecard. */
function totals(answer: Answer, asSeries: boolean, words: TileWords): Pick<ChartTable, 'categories' | 'series'> {
  const cells = answer.kpis.map(({ ref }) => totalOf(answer, ref) ?? undefined);
  if (asSeries) {
    return {
      categories: [],
      series: answer.kpis.map(({ ref, unit, direction }, index) => ({
        key: ref,
        name: words.nameOf(ref),
        unit,
        direction,
        points: [],
        total: pointOf(cells[index]),
      })),
    };
  }
  const categories = answer.kpis.map(({ ref }) => ({ key: `kpi ${ref}`, label: words.nameOf(ref) }));
  return { categories, series: [{ key: 'value', name: words.t('charts:actual'), points: cells.map(pointOf) }] };
}

/** From the comparison's total to the period's, through what each member contributed. */
function waterfall(answer: Answer, dimension: string, words: Words): Pick<ChartTable, 'categories' | 'series'> {
  const [before, now] = sideNames(answer, words);
  const steps = contributionsOf(answer, dimension, words);
  if (steps === null) {
    const cells = answer.cells.filter((cell) => cell.row.length === 1);
    return {
      categories: categoriesOf(cells, dimension, words),
      series: [{ key: 'value', name: words.t('charts:actual'), points: cells.map(pointOf) }],
    };
  }
  const level = (key: string, label: string) => ({ key, label, level: true });
  return {
    categories: [
      level('before', before),
      ...steps.members.map(({ key, label, other }) => ({ key, label, other })),
      level('now', now),
    ],
    series: [
      {
        key: 'change',
        name: words.t('charts:change'),
        points: [
          { value: steps.before, cell: steps.cell },
          ...steps.members.map(({ change, cell }) => ({ value: change, cell })),
          { value: steps.now, cell: steps.cell },
        ],
      },
    ],
  };
}
