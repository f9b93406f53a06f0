import type { ChartModel, ChartPoint, ChartSeries } from '#shared/charts/model.ts';
import type { Unit } from '#shared/units.ts';
import type { Say } from './shown-report.ts';

export interface NumberColumn {
  readonly label: string;
  /** Null for names. */
  readonly unit: Unit | null;
}

/** The numbers of a chart in base units. */
export interface ChartNumbers {
  readonly columns: readonly NumberColumn[];
  readonly rows: readonly { readonly total: boolean; readonly cells: readonly (string | number | null)[] }[];
}

/** Read as they are drawn: their series are rows. */
const SIDEWAYS: ReadonlySet<ChartModel['kind']> = new Set(['heat-map', 'cohort']);

/** Categories downwards and a column for each series, with the ends of what is forecast; totals last where series have them. */
export function chartNumbers(model: ChartModel, say: Say): ChartNumbers {
  return SIDEWAYS.has(model.kind) ? gridNumbers(model, say) : listNumbers(model, say);
}

const isSpread = ({ points }: ChartSeries): boolean => points.some(({ low, high }) => low !== null || high !== null);

function listNumbers({ categories, series, x }: ChartModel, say: Say): ChartNumbers {
  const across = (one: ChartSeries, point: ChartPoint | null): readonly (number | null)[] => [
    ...(x === null ? [] : [point?.x ?? null]),
    point?.value ?? null,
    ...(isSpread(one) ? [point?.low ?? null, point?.high ?? null] : []),
  ];
  const columns = series.flatMap((one): readonly NumberColumn[] => {
    const { name, unit } = one;
    const ends = isSpread(one)
      ? [
          { label: say('report:files.low', { name }), unit },
          { label: say('report:files.high', { name }), unit },
        ]
      : [];
    return [...(x === null ? [] : [{ label: x.name, unit: x.unit }]), { label: name, unit }, ...ends];
  });
  const totals = series.some(({ total }) => total !== null)
    ? [{ total: true, cells: [say('charts:total'), ...series.flatMap((one) => across(one, one.total))] }]
    : [];
  return {
    columns: [{ label: '', unit: null }, ...columns],
    rows: [
      ...categories.map(({ name, level }, at) => ({
        total: level,
        cells: [name, ...series.flatMap((one) => across(one, one.points[at] ?? null))],
      })),
      ...totals,
    ],
  };
}

function gridNumbers({ categories, series, kind }: ChartModel, say: Say): ChartNumbers {
  const unit = series[0]?.unit ?? 'count';
  const isSized = series.some(({ total }) => total !== null);
  const size: NumberColumn =
    kind === 'cohort' ? { label: say('charts:size'), unit: 'count' } : { label: say('charts:total'), unit };
  const first = isSized && kind === 'cohort';
  const last = isSized && kind !== 'cohort';
  return {
    columns: [
      { label: kind === 'cohort' ? say('charts:cohort') : '', unit: null },
      ...(first ? [size] : []),
      ...categories.map(({ label }) => ({ label, unit })),
      ...(last ? [size] : []),
    ],
    rows: series.map(({ name, points, total }) => ({
      total: false,
      cells: [
        name,
        ...(first ? [total?.value ?? null] : []),
        ...categories.map((_, at) => points[at]?.value ?? null),
        ...(last ? [total?.value ?? null] : []),
      ],
    })),
  };
}
