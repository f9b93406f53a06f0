import { moneyScale, type Direction, type FormatContext, type MoneyScale } from '../format.ts';
import type { Unit } from '../units.ts';
import type {
  ChartAnnotation,
  ChartCategory,
  ChartKind,
  ChartModel,
  ChartPoint,
  ChartSeries,
  SeriesRole,
} from './model.ts';

/** A point as a caller has it: a bare value, or a value with what it knows besides. */
export type PointInput = number | null | Partial<ChartPoint>;

export interface SeriesInput {
  readonly key: string;
  readonly name: string;
  /** 'actual' unless told. */
  readonly role?: SeriesRole;
  readonly of?: string;
  /** The table's unless told. */
  readonly unit?: Unit;
  readonly direction?: Direction;
  readonly line?: boolean;
  readonly points: readonly PointInput[];
  readonly total?: PointInput;
}

/** Categories × series: the smallest thing a chart can be made of. */
export interface ChartTable {
  readonly kind: ChartKind;
  readonly title: string;
  readonly sub?: string | null;
  readonly source?: string | null;
  readonly format: FormatContext;
  readonly unit: Unit;
  /** What is good for the business; 'neutral' unless told. */
  readonly direction?: Direction;
  /** From the largest amount unless the page has one. */
  readonly scale?: MoneyScale;
  readonly time?: boolean;
  readonly categories: readonly (Pick<ChartCategory, 'key' | 'label'> & Partial<ChartCategory>)[];
  readonly series: readonly SeriesInput[];
  readonly x?: ChartModel['x'];
  readonly range?: ChartModel['range'];
  readonly annotations?: readonly ChartAnnotation[];
}

const BARE: ChartPoint = { value: null, low: null, high: null, x: null, reason: null, cell: null };

const pointOf = (input: PointInput): ChartPoint =>
  typeof input === 'object' && input !== null ? { ...BARE, ...input } : { ...BARE, value: input };

/**
 * A chart's model from a table of categories × series. A series shorter than the categories ends in points without value; a previous
 * year, target or forecast belongs to the first actual series unless it says which; money gets one scale from its largest amount.
 * Example: one series [1 720 000, 1 810 000] in SEK over two months is drawn in thousands: '1 720' and '1 810'.
 */
export function buildChart(table: ChartTable): ChartModel {
  const { kind, title, format, time = false } = table;
  const firstActual = table.series.find(({ role = 'actual' }) => role === 'actual')?.key ?? null;
  const series = table.series.map((input): ChartSeries => {
    const role = input.role ?? 'actual';
    return {
      key: input.key,
      name: input.name,
      role,
      of: role === 'actual' ? null : (input.of ?? firstActual),
      unit: input.unit ?? table.unit,
      direction: input.direction ?? table.direction ?? 'neutral',
      line: input.line ?? false,
      points: table.categories.map((_, index) => pointOf(input.points[index] ?? null)),
      total: input.total === undefined ? null : pointOf(input.total),
    };
  });
  return {
    kind,
    title,
    sub: table.sub ?? null,
    source: table.source ?? null,
    format,
    scale: table.scale ?? labelScale(largestAmount(series)),
    time,
    categories: table.categories.map((category): ChartCategory => ({
      name: category.label,
      open: false,
      other: false,
      level: false,
      ...category,
    })),
    series,
    x: table.x ?? null,
    range: table.range ?? null,
    annotations: table.annotations ?? [],
  };
}

/** At a mark four digits say enough: 2 105 tkr, not 2 105,4. */
function labelScale(largest: number): MoneyScale {
  const scale = moneyScale(largest);
  return scale.step === 'thousand' && largest >= 1e6 ? { ...scale, decimals: 0 } : scale;
}

function largestAmount(series: readonly ChartSeries[]): number {
  let largest = 0;
  for (const { unit, points, total } of series) {
    if (unit !== 'money') continue;
    for (const { value, high } of total === null ? points : [...points, total]) {
      largest = Math.max(largest, Math.abs(value ?? 0), Math.abs(high ?? 0));
    }
  }
  return largest;
}
