import type { Direction, FormatContext, MoneyScale } from '../format.ts';
import type { CellRef } from '../question.ts';
import type { Unit } from '../units.ts';

/** The first five are what most people look for; the rest follow. */
export const CHART_KINDS = [
  'column',
  'bar',
  'pie',
  'scorecard',
  'table',
  'stacked-column',
  'stacked-bar',
  'share-column',
  'share-bar',
  'line',
  'area',
  'combo',
  'funnel',
  'waterfall',
  'scatter',
  'heat-map',
  'bullet',
  'cohort',
] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** What a series stands for decides how it is drawn: solid dark, solid light, thin line, hatched. */
export type SeriesRole = 'actual' | 'previous' | 'target' | 'forecast';

/** One place along the axis: a period, a member, a step, an age. */
export interface ChartCategory {
  /** Stable within the chart: the member or the period's text. */
  readonly key: string;
  /** At the axis. */
  readonly label: string;
  /** In full, for tooltips and screen readers: 'mars 2026'. */
  readonly name: string;
  /** A period still going on: drawn as an outline. */
  readonly open: boolean;
  /** The united remainder of a top list: drawn grey and never sorted in. */
  readonly other: boolean;
  /** In a waterfall a level of its own, not a step. */
  readonly level: boolean;
}

export interface ChartPoint {
  /** Base units: currency units, ratios 0 to 1, counts. Null draws no mark; `reason` says why. */
  readonly value: number | null;
  /** A forecast's interval, base units. */
  readonly low: number | null;
  readonly high: number | null;
  /** In a scatter chart the place along the other axis, in `ChartModel.x`'s unit. */
  readonly x: number | null;
  /** A finished sentence: why there is no value, or what to know about it. */
  readonly reason: string | null;
  /** The answer's cell behind the mark, for the passport. */
  readonly cell: CellRef | null;
}

export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  readonly role: SeriesRole;
  /** The actual series that a previous year, target or forecast belongs to. */
  readonly of: string | null;
  readonly unit: Unit;
  readonly direction: Direction;
  /** In a combination drawn as a line, in a panel of its own where its unit is another. */
  readonly line: boolean;
  /** Aligned with the categories. */
  readonly points: readonly ChartPoint[];
  /** The value over all categories, computed anew and never summed: a pie's whole, a scorecard's number, a cohort's size. */
  readonly total: ChartPoint | null;
}

/** A remark kept with its author; drawn as a numbered marker wherever its period or mark is shown. */
export interface ChartAnnotation {
  readonly id: string;
  /** Key of the category. */
  readonly at: string;
  /** Key of the series for a remark on one mark, null for one on the date. */
  readonly series: string | null;
  readonly text: string;
  readonly author: string;
}

/**
 * A chart as plain data, without a drawing library: what screens, tiles and report pages build and `renderer/charts` draws.
 * It is one JSON value. Numbers are in base units; they are rounded and worded where they are drawn, with `scale` and `format`.
 */
export interface ChartModel {
  readonly kind: ChartKind;
  /** Says what, unit and period: 'Intäkter per månad 2026, tkr'. */
  readonly title: string;
  readonly sub: string | null;
  /** Printed under an exported picture: 'Källa: fakturor.xlsx, 48 211 rader'. */
  readonly source: string | null;
  readonly format: FormatContext;
  /** One money scale for the whole chart or page. */
  readonly scale: MoneyScale;
  /** Categories are periods: they run from left to right and lines may join them. */
  readonly time: boolean;
  readonly categories: readonly ChartCategory[];
  readonly series: readonly ChartSeries[];
  /** A scatter chart's other axis. */
  readonly x: { readonly name: string; readonly unit: Unit } | null;
  /** Ends of the value axis in base units, so that charts of one measure on one page share them. */
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly annotations: readonly ChartAnnotation[];
}

/** A mark, as the callbacks of a chart give it; without category for a series' total. */
export interface ChartTarget {
  readonly series: ChartSeries;
  readonly category: ChartCategory | null;
  readonly point: ChartPoint;
}
