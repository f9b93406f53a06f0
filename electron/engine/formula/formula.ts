/**
 * The expression language of KPIs, built in or the user's own.
 *
 *   formula    = comparison
 *   comparison = sum [("<" | "<=" | ">" | ">=" | "=" | "!=") sum]
 *   sum        = product {("+" | "-") product}
 *   product    = factor {("*" | "/") factor}
 *   factor     = "-" factor | primary
 *   primary    = number | name | call | "(" formula ")"
 *   call       = function "(" formula {"," formula} ")" | over "(" word "," formula ")" | aggregate "(" source {"," condition} ")"
 *   source     = word ["." word] ["by" word]
 *   condition  = ["not"] word | word ("=" | "!=") text
 *   word       = name | text
 *
 * A name is a measure, a KPI or one of CALENDAR_NAMES: letters, digits and single hyphens inside. A hyphen between two letters or
 * digits belongs to the name, so a subtraction of names has spaces: `net-sales - cost-of-goods`. A text stands in "…", a " inside it is
 * doubled. Functions have underscores and are always followed by "(". A comparison is 1 or 0.
 *
 * An aggregate counts rows of a kind itself: `sum(sale."custom:Frakt" by order_date, channel = "Web", not order)`. A word alone asks for
 * a value, of a flag for yes; `!=` also takes rows without value.
 */
export type Operator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '=' | '!=';

/** Where something stands in the text: from the 0-based `at` to before `end`. */
export interface Place {
  readonly at: number;
  readonly end: number;
}

/** A kind, field or dimension as written. */
export interface Word extends Place {
  readonly name: string;
}

export interface FieldCondition extends Place {
  readonly field: Word;
  readonly is: 'there' | 'not-there' | 'equal' | 'unequal';
  /** Empty for the first two. */
  readonly value: string;
}

export interface AggregateNode extends Place {
  readonly type: 'aggregate';
  readonly do: AggregateName;
  readonly kind: Word;
  readonly field: Word | null;
  readonly by: Word | null;
  readonly where: readonly FieldCondition[];
}

export type Formula =
  | AggregateNode
  | (Place &
      (
        | { readonly type: 'number'; readonly value: number }
        | { readonly type: 'name'; readonly name: string }
        | { readonly type: 'negate'; readonly operand: Formula }
        | { readonly type: 'binary'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
        | { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Formula[] }
        | { readonly type: 'over'; readonly reduce: Reduce; readonly dimension: Word; readonly body: Formula }
      ));

/** Functions and how many arguments each takes, at least and at most. */
export const FUNCTIONS = {
  if: [3, 3],
  min: [1, 20],
  max: [1, 20],
  abs: [1, 1],
  growth: [2, 2],
  total: [1, 1],
  prev: [1, 1],
  same_period_last_year: [1, 1],
  period_start: [1, 1],
  ytd: [1, 1],
  mtd: [1, 1],
  whole: [1, 1],
  ever: [1, 1],
  trailing_year: [1, 1],
  rolling: [2, 2],
  lag: [2, 2],
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** How the values of a dimension's members become one. */
export const OVER_FUNCTIONS = {
  count_over: 'count',
  sum_over: 'sum',
  mean_over: 'mean',
  median_over: 'median',
} as const;
export type Reduce = (typeof OVER_FUNCTIONS)[keyof typeof OVER_FUNCTIONS];

export const AGGREGATE_NAMES = ['sum', 'count', 'distinct', 'mean', 'median'] as const;
export type AggregateName = (typeof AGGREGATE_NAMES)[number];

/** Names that read the calendar: days, working days and months of the counted part of the span. */
export const CALENDAR_NAMES = ['days', 'working-days', 'months'] as const;
export type CalendarName = (typeof CALENDAR_NAMES)[number];

/** Every word that is followed by "(". */
export const FUNCTION_WORDS: readonly string[] = [
  ...Object.keys(FUNCTIONS),
  ...Object.keys(OVER_FUNCTIONS),
  ...AGGREGATE_NAMES,
];

export function isCalendarName(name: string): name is CalendarName {
  return CALENDAR_NAMES.some((known) => known === name);
}
