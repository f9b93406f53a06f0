import type { DatedKind } from './record-kinds.ts';
import type { Unit } from './units.ts';

/** How rows become one number. `top-sum` adds the `n` largest sums over `by`, `median-sum` is the middle one. */
export type Aggregate =
  | { readonly do: 'sum'; readonly field: string }
  | { readonly do: 'count' }
  | { readonly do: 'distinct'; readonly field: string }
  | { readonly do: 'mean'; readonly field: string }
  | { readonly do: 'median'; readonly field: string }
  | { readonly do: 'top-sum'; readonly field: string; readonly by: string; readonly n: number }
  | { readonly do: 'median-sum'; readonly field: string; readonly by: string };

/** Which rows count. `present` asks for a value in the field. */
export type Condition =
  | { readonly field: string; readonly is: 'present' }
  | { readonly field: string; readonly is: 'one-of'; readonly values: readonly string[] }
  | { readonly field: string; readonly is: 'true' };

/**
 * One aggregate over one kind. A flow adds up over time; a balance is the value at the end of the period, and its total
 * over months is its last month.
 */
export interface MeasureDefinition {
  readonly id: string;
  readonly kind: DatedKind;
  readonly aggregate: Aggregate;
  readonly where: readonly Condition[];
  /** The date field that places a row in a period. */
  readonly date: string;
  /** Of a balance: the date field from which a row no longer counts. Without one, rows count for ever. */
  readonly until?: string;
  readonly nature: 'flow' | 'balance';
  readonly unit: Unit;
}

export interface KpiVariant {
  readonly id: string;
  readonly formula: string;
  readonly unit?: Unit;
}

/**
 * A KPI as data. Names and plain-language definitions stand in `messages/*\/kpis.json` under the id.
 * The first variant is the default. What it needs is derived from its measures.
 */
export interface KpiDefinition {
  readonly id: string;
  readonly category: 'activity' | 'conversion' | 'result';
  readonly unit: Unit;
  /** Whether more is better. */
  readonly direction: 'higher' | 'lower' | 'neutral';
  readonly variants: readonly [KpiVariant, ...KpiVariant[]];
  /** The breakdown it is meant for, if any: `country` for sales by location. */
  readonly breakdown?: string;
  /** Article and number (`A1`, `B13`), or the textbook. */
  readonly source: string;
}
