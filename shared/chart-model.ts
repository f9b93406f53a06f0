import type { Tone } from './format.ts';
import type { CellRef } from './question.ts';

/**
 * A chart as plain data, without a drawing library: what screens and report pages build and `renderer/charts` draws.
 * Every text in it is finished: rounded, in the reader's language, with its sign.
 */
export interface ChartPoint {
  /** Stable within the chart: the member or the period's text. */
  readonly key: string;
  /** At the axis. */
  readonly label: string;
  /** Base units; null draws no mark. */
  readonly value: number | null;
  /** At the mark; empty for none. */
  readonly valueLabel: string;
  /** Under the axis label, coloured: '+8 %'. */
  readonly note: { readonly text: string; readonly tone: Tone } | null;
  /** One sentence for the pointer and for screen readers: 'mar 2026: 2 105 tkr, +11 % mot 2025'. */
  readonly description: string;
  /** The answer's cell behind the mark, for the passport. */
  readonly cell: CellRef | null;
}

interface ChartBase {
  /** Read out in place of the picture: what the chart says, in a sentence or two. */
  readonly description: string;
  /** Marks explained under the chart; `sign` is shown as text, the others as a swatch. */
  readonly legend: readonly { readonly mark: 'actual' | 'previous' | 'open' | 'sign'; readonly text: string }[];
}

export interface TimePoint extends ChartPoint {
  /** The comparison's value, drawn light behind. */
  readonly previous: number | null;
  /** The period is still open: drawn as an outline. */
  readonly open: boolean;
}

/** Time from left to right in columns from zero; `line` when there are too many for columns. */
export interface TimeChart extends ChartBase {
  readonly kind: 'column' | 'line';
  readonly points: readonly TimePoint[];
}

/** Structure downwards in bars from zero. */
export interface BarChart extends ChartBase {
  readonly kind: 'bar';
  readonly points: readonly ChartPoint[];
}

export interface WaterfallStep extends ChartPoint {
  /** Levels before and after; a total starts at zero. */
  readonly start: number;
  readonly end: number;
  readonly mark: 'previous-total' | 'actual-total' | 'good' | 'bad' | 'neutral';
}

/** From one total to another through contributions that add up. */
export interface WaterfallChart extends ChartBase {
  readonly kind: 'waterfall';
  readonly points: readonly WaterfallStep[];
  /** Where the axis begins; above zero the totals are drawn broken. */
  readonly axisFrom: number;
}

export type ChartModel = TimeChart | BarChart | WaterfallChart;

/** The numbers of a chart as a table, one click away. Texts are finished; `cell` opens the passport. */
export interface TwinTable {
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly {
    readonly key: string;
    readonly total: boolean;
    readonly cells: readonly TwinCell[];
  }[];
}

export interface TwinCell {
  readonly text: string;
  readonly tone: Tone;
  readonly cell: CellRef | null;
}
