import type { ChartModel } from '#shared/charts/model.ts';
import { pieParts } from '#shared/charts/pie-parts.ts';
import { valueAxis } from '#shared/charts/value-axis.ts';
import type { Unit } from '#shared/units.ts';
import type { ChartBook } from './chart-book.ts';
import type { ChartLook } from './chart-xml.ts';
import { COLOURS, seriesColour } from './colours.ts';
import { drawnSeries, drawnWaterfall, type Drawn, type DrawnSeries, type Stroke } from './drawn-series.ts';
import { scaledCode } from './number-codes.ts';
import { shortText } from './plain-text.ts';
import type { ChartGroup, ChartOptions } from './pptx-library.ts';
import type { Say } from './shown-report.ts';

/** A chart that can be edited: what the library draws it with, what is put right in it, and the numbers behind it. */
export interface SlideChart {
  readonly groups: readonly ChartGroup[];
  readonly options: ChartOptions;
  readonly look: ChartLook;
  readonly book: ChartBook;
  /** Its axis of values leaves out the way from zero. */
  readonly broken: boolean;
}

const AS_TABLES: ReadonlySet<ChartModel['kind']> = new Set(['scorecard', 'table', 'heat-map', 'cohort', 'bullet']);
const LONGEST_NAME = 60;
const SMALL = 9;
const FONT = 'Arial';

/** Whether slides have a chart for it, and it has something to draw. */
export const isDrawn = ({ kind, series, categories }: ChartModel): boolean =>
  !AS_TABLES.has(kind) && series.length > 0 && (kind === 'pie' || kind === 'scatter' || categories.length > 0);

/** Null for what slides have no chart for, or where there is nothing to draw: it stands there as a table. */
export function slideChart(model: ChartModel, say: Say): SlideChart | null {
  if (!isDrawn(model)) return null;
  if (model.kind === 'pie') return pie(model, say);
  if (model.kind === 'scatter') return scatter(model);
  return axes(model, model.kind === 'waterfall' ? drawnWaterfall(model, say) : drawnSeries(model));
}

/** The library changes what it is given. */
const area = (): Pick<ChartOptions, 'chartArea'> => ({ chartArea: { roundedCorners: false } });
const text = (name: string): string => shortText(name, LONGEST_NAME);
const BESIDE_CHART = {
  lang: 'en-US',
  catAxisLabelFontSize: SMALL,
  catAxisLabelFontFace: FONT,
  catAxisLabelColor: COLOURS['ink-2'],
  catAxisLineColor: COLOURS['line-strong'],
  catAxisMajorTickMark: 'none',
  valAxisMajorTickMark: 'none',
  valAxisLabelFontSize: SMALL,
  valAxisLabelFontFace: FONT,
  valAxisLabelColor: COLOURS['ink-3'],
  valAxisLineShow: false,
  legendPos: 'b',
  legendFontSize: SMALL,
  legendFontFace: FONT,
  legendColor: COLOURS['ink-2'],
  dataLabelFontSize: SMALL,
  dataLabelFontFace: FONT,
  dataLabelColor: COLOURS['ink-2'],
  displayBlanksAs: 'gap',
} as const satisfies ChartOptions;

const TYPES: Readonly<Record<Stroke, 'bar' | 'line' | 'area'>> = {
  bar: 'bar',
  hatched: 'bar',
  none: 'bar',
  line: 'line',
  dashed: 'line',
  tick: 'line',
  area: 'area',
  faint: 'area',
};

function axes(model: ChartModel, drawn: Drawn): SlideChart {
  const { names, series } = drawn;
  const { kind } = model;
  const sideways = kind.endsWith('bar') || kind === 'funnel' || kind === 'waterfall';
  const shares = kind.startsWith('share-');
  const stacked = shares || kind.startsWith('stacked-') || kind === 'waterfall';
  const layered = series.some(({ stroke }) => stroke === 'area');
  const [unit = 'count'] = series.map((one) => one.unit);
  const formatted = series.map((one) => ({ ...one, format: scaledCode(one.unit, model, one.values) }));
  const isBeside = (one: DrawnSeries): boolean => one.unit !== unit;
  // One group of marks after the other, those of another unit with an axis of their own.
  const order = (['area', 'bar', 'line'] as const).flatMap((type) =>
    [false, true].map((beside) => formatted.filter((one) => TYPES[one.stroke] === type && isBeside(one) === beside)),
  );
  const groups = order.filter((group) => group.length > 0);
  const all = groups.flat();
  const labels = names.map(text);
  const format = all.find((one) => !isBeside(one))?.format ?? 'General';
  const labelled = all.some((one) => one.labelled) && !all.some(isBeside);
  const axis = axisOf(
    model,
    all.filter((one) => !isBeside(one)),
    drawn,
  );
  const besides = all.some(isBeside);
  const hidden = labelled || kind === 'waterfall';
  const common: ChartOptions = {
    ...BESIDE_CHART,
    ...area(),
    barDir: sideways ? 'bar' : 'col',
    valAxisLabelPos: 'nextTo',
    catAxisLabelPos: 'low',
    barGrouping: shares ? 'percentStacked' : stacked || layered ? 'stacked' : 'clustered',
    barGapWidthPct: sideways ? 45 : 55,
    ...(stacked ? {} : { barOverlapPct: 35 }),
    valAxisHidden: hidden,
    valAxisLabelFormatCode: shares ? '0%' : format,
    valGridLine: hidden ? { style: 'none' } : { color: COLOURS.line, size: 0.75 },
    ...(shares ? {} : axis.ends),
    showLegend: all.filter(({ stroke }) => stroke !== 'none').length > 1 && kind !== 'waterfall',
    chartColors: all.map(({ colour }) => colour),
  };
  const value = { valAxisLabelFormatCode: format };
  const beside = {
    valAxisLabelFormatCode: axisCode(all.find(isBeside)),
    valGridLine: { style: 'none' },
    ...sharesEnd(all.filter(isBeside)),
  } as const;
  return {
    groups: groups.map((group) => ({
      type: TYPES[group[0]?.stroke ?? 'bar'],
      data: group.map((one) => ({ name: text(one.name), labels: [...labels], values: plainValues(one.values) })),
      options: {
        valLabelFormatCode: group[0]?.format ?? 'General',
        ...(group.some(isBeside) ? { secondaryValAxis: true, secondaryCatAxis: true } : {}),
      },
    })),
    options: besides ? { ...common, valAxes: [value, beside], catAxes: [{}, { catAxisHidden: true }] } : common,
    look: { series: all, points: null, across: null, lang: model.format.locale, sideways },
    book: { names: labels, columns: [...all.map(columnOf), ...all.flatMap(spreadColumns)] },
    broken: axis.broken,
  };
}

/** Beside an axis a share has no decimals. */
const axisCode = (one: { readonly unit: Unit; readonly format: string } | undefined): string =>
  one?.unit === 'ratio' ? one.format.replace('0.0%', '0%') : (one?.format ?? 'General');

/** An axis of shares that reach the whole ends there. */
function sharesEnd(
  series: readonly DrawnSeries[],
): Pick<ChartOptions, 'valAxisMinVal' | 'valAxisMaxVal' | 'valAxisMajorUnit'> {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const whole = series.every(({ unit }) => unit === 'ratio') && low >= 0 && high > 0.8 && high <= 1 + 1e-9;
  return whole ? { valAxisMinVal: 0, valAxisMaxVal: 1, valAxisMajorUnit: 0.25 } : {};
}

/** The library's word for no value. */
function plainValues(values: readonly (number | null)[]): number[] {
  return values.map((value) => value ?? Number.NaN);
}

const columnOf = ({ name, format, values }: ChartLook['series'][number]): ChartBook['columns'][number] => ({
  name: text(name),
  format,
  values,
});

const spreadColumns = ({ name, format, spread }: ChartLook['series'][number]): ChartBook['columns'] =>
  spread === null
    ? []
    : [
        { name: `${text(name)} +`, format, values: spread.up },
        { name: `${text(name)} −`, format, values: spread.down },
      ];

interface AxisEnds {
  readonly ends: Pick<ChartOptions, 'valAxisMinVal' | 'valAxisMaxVal'>;
  readonly broken: boolean;
}

/** Bars start at zero, whatever the program that opens them finds nicer; lines as on the screen. */
function axisOf({ kind, range }: ChartModel, series: readonly DrawnSeries[], { from, to }: Drawn): AxisEnds {
  if (range !== null) return { ends: { valAxisMinVal: range.from, valAxisMaxVal: range.to }, broken: range.from > 0 };
  const values = series.flatMap((one) => [
    ...one.values,
    ...one.values.map((value, at) => (value === null ? null : value - (one.spread?.down[at] ?? 0))),
    ...one.values.map((value, at) => (value === null ? null : value + (one.spread?.up[at] ?? 0))),
  ]);
  const known = values.filter((value) => value !== null);
  if (to !== null) return { ends: { valAxisMinVal: from ?? 0, valAxisMaxVal: to }, broken: from !== null };
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (known.length === 0) return { ends: {}, broken: false };
  if (kind === 'line') {
    const axis = valueAxis(low, high, { zero: false, count: 4 });
    return { ends: { valAxisMinVal: axis.from, valAxisMaxVal: axis.to }, broken: axis.broken };
  }
  return { ends: low >= 0 ? { valAxisMinVal: 0 } : high <= 0 ? { valAxisMaxVal: 0 } : {}, broken: false };
}

const LONE = { labelled: false, spread: null, apart: new Map<number, string>() } as const;

function pie(model: ChartModel, say: Say): SlideChart | null {
  const parts = pieParts(model, say('charts:others'));
  const [first] = model.series;
  if (first === undefined || parts.length === 0) return null;
  const values = parts.map(({ value }) => value);
  const names = parts.map(({ category }) => text(category.label));
  const format = scaledCode(first.unit, model, values);
  const colours = parts.map(({ category }, at) => (category.other ? COLOURS['line-strong'] : seriesColour(at)));
  return {
    groups: [{ type: 'pie', data: [{ name: text(first.name), labels: names, values }], options: {} }],
    options: {
      ...BESIDE_CHART,
      ...area(),
      showLegend: true,
      legendPos: 'r',
      legendFontSize: 10,
      showPercent: true,
      dataLabelFormatCode: '0%',
      dataLabelPosition: 'outEnd',
      dataLabelFontSize: 10,
      dataBorder: { pt: 1, color: COLOURS.surface },
      chartColors: colours,
    },
    look: { series: [], points: null, across: null, lang: model.format.locale, sideways: false },
    book: { names, columns: [{ name: text(first.name), format, values }] },
    broken: false,
  };
}

/** More names than this would lie on each other. */
const MOST_NAMED = 25;

function scatter(model: ChartModel): SlideChart | null {
  const { series, categories, x } = model;
  const points = series.flatMap((one, nth) =>
    one.points.flatMap((point, at) =>
      point.x === null || point.value === null ? [] : [{ nth, at, x: point.x, y: point.value }],
    ),
  );
  const [first] = series;
  if (x === null || first === undefined || points.length === 0) return null;
  const across = points.map((point) => point.x);
  const own = series.map((_, nth) => points.map((point) => (point.nth === nth ? point.y : null)));
  const format = scaledCode(
    first.unit,
    model,
    points.map(({ y }) => y),
  );
  const crossFormat = scaledCode(x.unit, model, across);
  const named = series.length === 1 && points.length <= MOST_NAMED;
  const all = series.map((one, nth) => ({
    ...LONE,
    name: one.name,
    unit: one.unit,
    values: own[nth] ?? [],
    stroke: 'tick' as const,
    colour: seriesColour(nth),
    format,
  }));
  return {
    groups: [
      {
        type: 'scatter',
        data: [
          { name: text(x.name), values: across },
          ...all.map(({ name, values }) => ({ name: text(name), values: plainValues(values) })),
        ],
        options: {},
      },
    ],
    options: {
      ...BESIDE_CHART,
      ...area(),
      lineSize: 0,
      showLegend: series.length > 1,
      valAxisLabelFormatCode: format,
      catGridLine: { style: 'none' },
      valGridLine: { color: COLOURS.line, size: 0.75 },
      showCatAxisTitle: true,
      catAxisTitle: text(x.name),
      catAxisTitleFontSize: SMALL,
      catAxisTitleFontFace: FONT,
      showValAxisTitle: true,
      valAxisTitle: text(first.name),
      valAxisTitleFontSize: SMALL,
      valAxisTitleFontFace: FONT,
      chartColors: all.map(({ colour }) => colour),
    },
    look: {
      series: all,
      points: named ? points.map(({ at }) => text(categories[at]?.label ?? '')) : [],
      across: crossFormat,
      lang: model.format.locale,
      sideways: false,
    },
    book: {
      names: null,
      columns: [{ name: text(x.name), format: crossFormat, values: across }, ...all.map(columnOf)],
    },
    broken: false,
  };
}
