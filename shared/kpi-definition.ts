import type { QueryKind } from './record-kinds.ts';
import type { Unit } from './units.ts';

/**
 * How rows become one number. A `quantile` is the value below which that share lies, as Excel's PERCENTILE.INC has it: 0.5 is
 * the median. `top-sum` adds the `n` largest sums over `by`, `median-sum` is the middle one.
 */
export type Aggregate =
  | { readonly do: 'sum'; readonly field: string }
  | { readonly do: 'count' }
  | {
      readonly do: 'distinct';
      readonly field: string;
      /** Members of these rows count as well, each once: reps with a sale or a call. */
      readonly also?: readonly Source[];
      /** Only members that were met one period before as well. */
      readonly kept?: 'prev';
    }
  | { readonly do: 'mean'; readonly field: string }
  | { readonly do: 'quantile'; readonly field: string; readonly q: number }
  | { readonly do: 'top-sum'; readonly field: string; readonly by: string; readonly n: number }
  | { readonly do: 'median-sum'; readonly field: string; readonly by: string };

/** Rows of another kind beside a measure's own. */
export interface Source {
  readonly kind: QueryKind;
  readonly date: string;
  readonly where: readonly Condition[];
}

/** Which rows count. `present` asks for a value in the field, `not-true` for anything but a yes, `none-of` for any other value or none, `above` for more than a number in base units. */
export type Condition =
  | { readonly field: string; readonly is: 'present' | 'true' }
  | { readonly field: string; readonly is: 'missing' | 'not-true' }
  | { readonly field: string; readonly is: 'one-of'; readonly values: readonly string[] }
  | { readonly field: string; readonly is: 'none-of'; readonly values: readonly string[] }
  | { readonly field: string; readonly is: 'above'; readonly than: number }
  | { readonly field: string; readonly is: 'in-setting'; readonly setting: 'acquisitionCategories' };

/** Whether rows with a value in the field are what a condition asks for; the others are as well met by a field that no file brought. */
export function asksForValue(condition: Condition): condition is AskingCondition {
  return condition.is !== 'missing' && condition.is !== 'not-true' && condition.is !== 'none-of';
}

export type AskingCondition = Exclude<Condition, { readonly is: 'missing' | 'not-true' | 'none-of' }>;

/**
 * One aggregate over one kind. A flow adds up over time; a balance is the value at the end of the period, and its total
 * over months is its last month. A spread shares each row's value over its working days from `date` to `until`, both included.
 */
export interface MeasureDefinition {
  readonly id: string;
  readonly kind: QueryKind;
  readonly aggregate: Aggregate;
  readonly where: readonly Condition[];
  /** The date field that places a row in a period. */
  readonly date: string;
  /** Of a balance: the date field from which a row no longer counts. Without one, rows count for ever. */
  readonly until?: string;
  readonly nature: 'flow' | 'balance' | 'spread';
  /**
   * Of a flow: a row counts only if it stood the day before the period (`at-start`: `from` says since when), or stands on its
   * last day (`at-end`: `until` says how long).
   */
  readonly standing?: 'at-start' | 'at-end';
  readonly from?: string;
  /** Rows without the date count where the period is `all`, in a bucket of their own. */
  readonly undated?: 'in-all';
  /** Dimensions that this side of a comparison does not split or filter by: own prices have no competitor. */
  readonly blindTo?: readonly string[];
  readonly unit: Unit;
}

export interface KpiVariant {
  readonly id: string;
  readonly formula: string;
  readonly unit?: Unit;
  readonly direction?: Direction;
  /** In force by itself where those before it lack data and none is chosen. */
  readonly auto?: true;
}

export const KPI_CATEGORIES = ['activity', 'conversion', 'result'] as const;
export type KpiCategory = (typeof KPI_CATEGORIES)[number];

/** Whether more is better. */
export const DIRECTIONS = ['higher', 'lower', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * A KPI as data. Names and plain-language definitions stand in `messages/*\/kpis-<area>.json` under the id.
 * The first variant is the default. What it needs is derived from its measures.
 */
export interface KpiDefinition {
  readonly id: string;
  readonly category: KpiCategory;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly variants: readonly [KpiVariant, ...KpiVariant[]];
  /** The breakdowns it is meant for, if any, of which the data must have one; the first they have is its own. */
  readonly breakdowns?: readonly string[];
  /** Below this share of those with a target who reached it the targets may be too ambitious. */
  readonly ambitiousBelow?: number;
  /** KPIs shown beside it: `cost-coverage`, `sales-cycle:mean`. */
  readonly beside?: readonly string[];
  /** Of the user's own: its words. */
  readonly own?: { readonly name: string; readonly definition: string };
  /** Article and number (`A1`, `B13`), or the textbook. */
  readonly source: string;
}
