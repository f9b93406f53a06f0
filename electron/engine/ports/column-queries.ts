import type { Day } from '#shared/calendar.ts';
import type { Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Filter } from '#shared/question.ts';
import type { AnyKind, ListKind } from '#shared/record-kinds.ts';
import type { DayColumn, WorkspaceColumns } from './workspace-columns.ts';

/** What the planner asks of the column engine: rows placed in cells, and one number a cell. */

/** A filter as rows are tested by it. */
export type RowFilter =
  | Exclude<Filter, { readonly op: 'period' | 'top' }>
  | { readonly op: 'days'; readonly dimension: string; readonly from: Day; readonly to: Day };

export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** Groups of members over some text dimensions, numbered the same for every kind. No dimension: the one group 0. */
export interface Breakdown {
  readonly dimensions: readonly string[];
  /** Member codes of a group, one a dimension. */
  codes(group: number): readonly number[];
  /** The same of many groups, a column a dimension. */
  columns(groups: ArrayLike<number>): readonly ArrayLike<number>[];
  /** The group of these codes, null where no row has met them. */
  find(codes: readonly number[]): number | null;
}

/** Keeps members of a dimension under each combination of members of others, and unites the rest of them. */
export interface UnitedMembers {
  readonly dimension: string;
  /** Keys of the dimensions that tell apart, united ones included. */
  readonly under: readonly string[];
  /** Codes of a combination, then of the member kept under it. */
  readonly keep: readonly (readonly number[])[];
}

/** A dimension with united members: breakdowns take its key, rows and names do not have it. */
export interface UnitedDimension {
  readonly key: string;
  /** The code of those that are united; the others keep theirs. */
  readonly otherCode: number;
}

/** Days, with the rows that have no date beside them or not; these rows alone; or no row. */
export type CellSlot = (DayRange & { readonly undated?: true }) | 'undated' | null;

export interface CellRequest {
  readonly kind: AnyKind;
  readonly date: string;
  /** A balance counts the rows that stand at the last day of a slot, a flow those dated in it, a spread those whose days from `date` to `until` meet it. */
  readonly nature: MeasureDefinition['nature'];
  readonly until: string | null;
  /**
   * Of a flow: rows dated in a slot count only if they stood the day before it (`field` is a day before the slot), or stand on its last
   * day (`field` is missing or a later day).
   */
  readonly standing: { readonly kind: 'at-start' | 'at-end'; readonly field: string } | null;
  readonly filters: readonly RowFilter[];
  readonly breakdown: Breakdown;
  /** May overlap. */
  readonly slots: readonly CellSlot[];
}

/** The rows of a request in their cells. Key of a cell: group × number of slots + slot. */
export interface CellRows {
  readonly request: CellRequest;
}

/** A number a cell; `at` is NaN where a mean or quantile has no row, 0 where a sum or count has none. Base units. */
export interface CellValues {
  at(key: number): number;
}

export interface CellCounts extends CellValues {
  /** Keys of the cells with a row, each once. */
  keys(): Float64Array;
}

/** When a customer who buys is lost. */
export interface Lapse {
  /** Days without a purchase that end his stretch of activity when they are passed. */
  readonly days: number;
  /** The middle one of all gaps between two days of purchase of one customer; null without any. */
  readonly medianGap: number | null;
  /** How many gaps that is of, and of how many customers. */
  readonly gaps: number;
  readonly customers: number;
}

/** What customers bought day by day: those of the i-th customer stand from `starts[i]` to before `starts[i + 1]`, the earliest first. */
export interface PurchaseDays {
  /** Codes of `customer_key`, ascending. */
  readonly customers: Int32Array;
  readonly starts: Int32Array;
  readonly days: Int32Array;
  /** Sum of the day's rows, credit notes included, in ten-thousandths. */
  readonly amounts: Float64Array;
  /** Rows left out because their money has no rate. */
  readonly unrated: number;
  /** Rows left out because they name no customer, or no day. */
  readonly nameless: number;
}

export interface ColumnQueries {
  readonly columns: WorkspaceColumns;
  /** A stored field with values; derived ones are the planner's to know. */
  has(kind: AnyKind, field: string): boolean;
  /** Currencies that some rows of a kind have no rate for: their money is missing. */
  unrated(kind: AnyKind): readonly string[];
  /** How many of the rows have a value of a field that is not their own but a list's; null where none has. */
  given(kind: AnyKind, field: string, positions: Int32Array): { readonly list: ListKind; readonly rows: number } | null;
  /** First and last day in a date field; null without any. */
  dateRange(kind: AnyKind, field: string): DayRange | null;
  /** A date field, stored or derived, instants as their days; null without one. */
  days(kind: AnyKind, field: string): DayColumn | null;
  /** Whether some row of a kind, of whatever time, passes all filters; a kind that lacks what they ask for has none. */
  passes(kind: AnyKind, filters: readonly RowFilter[]): boolean;
  breakdown(dimensions: readonly string[]): Breakdown;
  /** The same members give the same key as long as the data stay as they are. */
  united(members: UnitedMembers): UnitedDimension;
  rows(request: CellRequest): CellRows;
  /**
   * Several rows, under one breakdown and the same slots, are those of a measure and of what it counts `also`; `kept` are the
   * measure's own one period before. Throws E_OVERFLOW where a sum passes exact integers.
   */
  aggregate(rows: readonly [CellRows, ...CellRows[]], measure: MeasureDefinition, kept?: CellRows): CellValues;
  /** Whether a derived field was guessed from other data, none saying it outright. */
  inferred(kind: AnyKind, field: string): boolean;
  /** As the settings have it, else twice the median gap, at least 30 days. */
  lapse(): Lapse;
  /** The sales that pass all filters, by customer and day; null where no sale has both. */
  purchaseDays(filters: readonly RowFilter[]): PurchaseDays | null;
  /** Rows that meet all conditions of at least one list. */
  count(rows: CellRows, anyOf: readonly (readonly Condition[])[]): CellCounts;
  /** The same rows of one cell, as ascending positions in the kind's table. */
  positions(rows: CellRows, key: number, anyOf: readonly (readonly Condition[])[]): Int32Array;
}
