/**
 * The expression language of KPIs, built in or the user's own.
 *
 *   formula    = comparison
 *   comparison = sum [("<" | "<=" | ">" | ">=" | "=" | "!=") sum]
 *   sum        = product {("+" | "-") product}
 *   product    = factor {("*" | "/") factor}
 *   factor     = "-" factor | number | name | function "(" formula {"," formula} ")" | "(" formula ")"
 *
 * A name is a measure or KPI id: letters, digits and single hyphens inside. A hyphen between two letters or digits belongs to the name,
 * so a subtraction of names has spaces: `net-sales - cost-of-goods`. Functions have underscores and are always followed by "(".
 * A comparison is 1 or 0.
 */
export type Operator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '=' | '!=';

export type Formula =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'name'; readonly name: string; readonly at: number }
  | { readonly type: 'negate'; readonly operand: Formula }
  | { readonly type: 'binary'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Formula[]; readonly at: number };

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
  rolling: [2, 2],
} as const;
export type FunctionName = keyof typeof FUNCTIONS;
