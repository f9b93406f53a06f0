import { formatFull, formatNumber, moneyUnit, NO_VALUE } from '../format.ts';
import type { Unit } from '../units.ts';
import type { ChartModel, ChartSeries, ChartTarget } from './model.ts';
import type { Say } from './point-facts.ts';

export interface ChartTwinCell {
  readonly text: string;
  /** The mark the number is of; null for names. */
  readonly target: ChartTarget | null;
}

/** The numbers of a chart as a table: its first column has names, the others numbers in full. */
export interface ChartTwin {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly number: boolean }[];
  readonly rows: readonly { readonly key: string; readonly total: boolean; readonly cells: readonly ChartTwinCell[] }[];
}

/** A chart whose series are rows: cohorts and heat maps read as they are drawn. */
const SIDEWAYS: ReadonlySet<ChartModel['kind']> = new Set(['heat-map', 'cohort']);

/** The table twin of any chart: categories downwards and a column for each series, or as drawn for grids; totals last where series have them. */
export function chartTwin(model: ChartModel, say: Say): ChartTwin {
  const inFull = writerOf(model);
  return SIDEWAYS.has(model.kind) ? gridTwin(model, inFull, say) : listTwin(model, inFull, say);
}

type InFull = (value: number, unit: Unit) => string;

function valueCell(inFull: InFull, target: ChartTarget): ChartTwinCell {
  const { value } = target.point;
  return { text: value === null ? NO_VALUE : inFull(value, target.series.unit), target };
}

/** Money without its unit, which stands at the column's head, and without decimals where no amount of the chart has any. */
function writerOf({ format, series, x: other }: ChartModel): InFull {
  const isWhole = (value: number | null): boolean => value === null || Number.isInteger(Number(value.toFixed(2)));
  const amounts = series.flatMap(({ unit, points, total }) =>
    [...points, ...(total === null ? [] : [total])].flatMap(({ value, low, high, x }) => [
      ...(unit === 'money' ? [value, low, high] : []),
      ...(other?.unit === 'money' ? [x] : []),
    ]),
  );
  const decimals = amounts.every(isWhole) ? 0 : 2;
  return (value, unit) =>
    unit === 'money' ? formatNumber(value, format.locale, decimals) : formatFull(value, unit, format);
}

const headOf = (name: string, unit: Unit, { format }: ChartModel, say: Say): string =>
  unit === 'money' ? say('withUnit', { name, unit: moneyUnit('one', format) }) : name;

const nameCell = (text: string): ChartTwinCell => ({ text, target: null });

function listTwin(model: ChartModel, inFull: InFull, say: Say): ChartTwin {
  const { categories, series, x } = model;
  const spread = series.filter(({ points }) => points.some(({ low, high }) => low !== null && high !== null));
  const other = (series: ChartSeries, index: number): readonly ChartTwinCell[] => {
    const at = series.points[index]?.x ?? null;
    return x === null ? [] : [nameCell(at === null ? NO_VALUE : inFull(at, x.unit))];
  };
  const interval = (series: ChartSeries, index: number): ChartTwinCell => {
    const { low = null, high = null } = series.points[index] ?? {};
    if (low === null || high === null) return nameCell('');
    const text = (value: number): string => inFull(value, series.unit);
    return nameCell(say('intervalText', { low: text(low), high: text(high) }));
  };
  const rows = categories.map((category, index) => ({
    key: category.key,
    total: category.level,
    cells: [
      nameCell(category.name),
      ...series.flatMap((one) => {
        const point = one.points[index];
        const cell = point === undefined ? nameCell(NO_VALUE) : valueCell(inFull, { series: one, category, point });
        return [...other(one, index), cell, ...(spread.includes(one) ? [interval(one, index)] : [])];
      }),
    ],
  }));
  const totals = series.some(({ total }) => total !== null)
    ? [
        {
          key: 'total',
          total: true,
          cells: [
            nameCell(say('total')),
            ...series.flatMap((one) => [
              ...(x === null ? [] : [nameCell('')]),
              one.total === null ? nameCell('') : valueCell(inFull, { series: one, category: null, point: one.total }),
              ...(spread.includes(one) ? [nameCell('')] : []),
            ]),
          ],
        },
      ]
    : [];
  return {
    columns: [
      { key: 'name', label: '', number: false },
      ...series.flatMap((one) => [
        ...(x === null ? [] : [{ key: `${one.key} x`, label: headOf(x.name, x.unit, model, say), number: true }]),
        { key: one.key, label: headOf(one.name, one.unit, model, say), number: true },
        ...(spread.includes(one) ? [{ key: `${one.key} interval`, label: say('interval'), number: true }] : []),
      ]),
    ],
    rows: [...rows, ...totals],
  };
}

function gridTwin(model: ChartModel, inFull: InFull, say: Say): ChartTwin {
  const { categories, series, kind } = model;
  // All cells are of one unit: the corner says which.
  const corner = series[0]?.unit === 'money' ? moneyUnit('one', model.format) : '';
  const sized = series.some(({ total }) => total !== null);
  const sizeCell = (one: ChartSeries): ChartTwinCell =>
    one.total === null
      ? nameCell('')
      : kind === 'cohort'
        ? { text: formatFull(one.total.value ?? 0, 'count', model.format), target: null }
        : valueCell(inFull, { series: one, category: null, point: one.total });
  return {
    columns: [
      { key: 'name', label: kind === 'cohort' ? say('cohort') : corner, number: false },
      ...(sized && kind === 'cohort' ? [{ key: 'size', label: say('size'), number: true }] : []),
      ...categories.map(({ key, label }) => ({ key: `at ${key}`, label, number: true })),
      ...(sized && kind !== 'cohort' ? [{ key: 'total', label: say('total'), number: true }] : []),
    ],
    rows: series.map((one) => ({
      key: one.key,
      total: false,
      cells: [
        nameCell(one.name),
        ...(sized && kind === 'cohort' ? [sizeCell(one)] : []),
        ...categories.map((category, index) => {
          const point = one.points[index];
          return point === undefined ? nameCell('') : valueCell(inFull, { series: one, category, point });
        }),
        ...(sized && kind !== 'cohort' ? [sizeCell(one)] : []),
      ],
    })),
  };
}
