import { formatChange, formatPercent, NO_VALUE, type Change } from '../format.ts';
import { ADDITIVE } from './chart-problem.ts';
import type { ChartKind, ChartModel, ChartSeries, ChartTarget } from './model.ts';
import { unitValue } from './value-text.ts';

/** Of one whole: here each value's part of it is told. */
const WITH_SHARES: ReadonlySet<ChartKind> = new Set(['bar', 'pie', 'column']);

/** A text of the catalogue `charts` by its key, in the reader's language. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a tooltip says of a mark, and a screen reader in one sentence. */
export interface PointFacts {
  /** The place: 'mars 2026'. */
  readonly place: string;
  /** The series, where there is more than one. */
  readonly series: string | null;
  readonly value: string;
  /** Against the previous year, the target or what the series has besides. */
  readonly lines: readonly { readonly label: string; readonly value: string; readonly change: Change | null }[];
  readonly notes: readonly string[];
}

/** The value beside a target that its previous year, target and forecast have at the same place. */
function companions(model: ChartModel, target: ChartTarget): readonly (readonly [ChartSeries, number])[] {
  const place = target.category === null ? -1 : model.categories.findIndex(({ key }) => key === target.category?.key);
  return model.series.flatMap((series) => {
    if (series.of !== target.series.key || series.role === 'forecast') return [];
    const value = (place < 0 ? series.total : series.points[place])?.value ?? null;
    return value === null ? [] : [[series, value] as const];
  });
}

/** The remarks at a mark, with the numbers of their markers. */
export function remarksAt(
  model: ChartModel,
  target: ChartTarget,
): readonly { readonly number: number; readonly text: string; readonly author: string }[] {
  return model.annotations.flatMap(({ at, series, text, author }, index) =>
    at === target.category?.key && (series === null || series === target.series.key)
      ? [{ number: index + 1, text, author }]
      : [],
  );
}

/**
 * What is to be said of a mark: its value with unit, its change against each comparison, its interval, whether its period is still open,
 * its reason and its remarks.
 */
export function pointFacts(model: ChartModel, target: ChartTarget, say: Say): PointFacts {
  const { series, category, point } = target;
  const { unit, direction } = series;
  const value = point.value === null ? NO_VALUE : unitValue(point.value, unit, model);
  const beside = companions(model, target).map(([other, base]) => ({
    label: other.name,
    value: unitValue(base, unit, model),
    change: point.value === null ? null : changeBetween(point.value, base, series, model),
  }));
  const interval =
    point.low === null || point.high === null
      ? []
      : [
          {
            label: say('interval'),
            value: say('intervalText', {
              low: unitValue(point.low, unit, model),
              high: unitValue(point.high, unit, model),
            }),
            change: null,
          },
        ];
  const other =
    point.x === null || model.x === null
      ? []
      : [{ label: model.x.name, value: unitValue(point.x, model.x.unit, model), change: null }];
  const whole = model.time || category === null ? null : (series.total?.value ?? null);
  const share =
    whole === null || whole <= 0 || point.value === null || !WITH_SHARES.has(model.kind) || !ADDITIVE.has(unit)
      ? []
      : [{ label: say('share'), value: formatPercent(point.value / whole, model.format.locale), change: null }];
  const remarks = remarksAt(model, target).map(
    ({ number, text, author }) => `${say('annotation', { number })}: ${say('annotationBy', { text, author })}`,
  );
  return {
    place: category?.name ?? say('total'),
    series: model.series.length > 1 ? series.name : null,
    value,
    lines: [...other, ...share, ...beside, ...interval],
    notes: [
      ...(category?.open === true ? [say('openPeriod')] : []),
      ...(point.reason === null ? [] : [point.reason]),
      ...remarks,
    ],
  };

  function changeBetween(now: number, base: number, { unit: of }: ChartSeries, { format }: ChartModel): Change | null {
    const difference = now - base;
    return formatChange({ value: base, difference, ratio: base > 0 ? difference / base : null }, of, direction, format);
  }
}

/** The same as one sentence. Example: 'mars 2026, Utfall: 2 105 tkr, Föregående år 1 898 tkr (▲ 10,9 %)'. */
export function pointSentence(model: ChartModel, target: ChartTarget, say: Say): string {
  const { place, series, value, lines, notes } = pointFacts(model, target, say);
  const head = `${[place, series].filter((part) => part !== null).join(', ')}: ${target.point.value === null ? say('noValue') : value}`;
  const said = lines.map(({ label, value: text, change }) =>
    change === null
      ? `${label} ${text}`
      : `${label} ${text} (${change.arrow}${change.arrow === '' ? '' : ' '}${change.text})`,
  );
  return [[head, ...said].join(', '), ...notes.map((note) => note.replace(/\.$/, ''))].join('. ');
}
