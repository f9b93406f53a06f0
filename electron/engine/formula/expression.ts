import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Reason } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import type { CalendarName, Operator, Reduce } from './formula.ts';

/** One step in time: which span a measure is read over instead of the cell's own. */
export type TimeShift =
  | { readonly by: 'compare' }
  | { readonly by: 'prev' | 'same_period_last_year' | 'period_start' | 'ytd' }
  /** From the first of the month; to the period's last day, ahead included; from the data's first day; the 12 months that end with it. */
  | { readonly by: 'mtd' | 'whole' | 'ever' | 'trailing_year' }
  | { readonly by: 'rolling'; readonly n: number }
  /** Whole months back. */
  | { readonly by: 'lag'; readonly n: number };

/** A formula whose names are looked up: measures at the leaves, KPIs written out. */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'measure'; readonly measure: MeasureDefinition }
  | { readonly type: 'calendar'; readonly id: CalendarName }
  | { readonly type: 'kpi'; readonly id: string; readonly unit: Unit; readonly body: Expression }
  | { readonly type: 'none'; readonly reason: Reason }
  | { readonly type: 'negate'; readonly operand: Expression }
  | { readonly type: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | {
      readonly type: 'function';
      readonly name: 'if' | 'min' | 'max' | 'abs' | 'growth';
      readonly args: readonly Expression[];
    }
  | { readonly type: 'time'; readonly shift: TimeShift; readonly body: Expression }
  | { readonly type: 'total'; readonly body: Expression }
  /** The body's values of the dimension's members, made one. Never one within another. */
  | { readonly type: 'over'; readonly dimension: string; readonly reduce: Reduce; readonly body: Expression };

/**
 * Where a measure is read: through these steps in time, outermost first; over all members of the breakdown; of one member of a
 * dimension more. `total` inside an …_over reads without the member (over is null), around it over the members of all.
 */
export interface Reading {
  readonly shifts: readonly TimeShift[];
  readonly total: boolean;
  readonly over: string | null;
}

export const HERE: Reading = { shifts: [], total: false, over: null };

/** Key of the steps in time: '' for the cell's own span, 'prev/rolling:3' for rolling(x, 3) inside prev. */
export function shiftsKey(shifts: readonly TimeShift[]): string {
  return shifts.map((shift) => ('n' in shift ? `${shift.by}:${String(shift.n)}` : shift.by)).join('/');
}

/** Key of a reading: readings with the same one read the same rows. */
export function readingKey({ shifts, total, over }: Reading): string {
  return `${shiftsKey(shifts)} ${String(total)} ${over ?? ''}`;
}

export interface Input extends Reading {
  readonly measure: MeasureDefinition;
}

/** A name in a formula and the reading it stands under. An aggregate written in it is named by its text. */
export interface NamedNode {
  readonly id: string;
  readonly node: Extract<Expression, { readonly type: 'measure' | 'calendar' | 'kpi' }>;
  readonly reading: Reading;
}

/** The reading of what stands inside `total`. */
export function overAll(reading: Reading): Reading {
  return { ...reading, total: true, over: null };
}

/** Meets every part of an expression with the reading it stands under, in the order of the formula; goes into those that `enter` says. */
function walk(expression: Expression, standing: Reading, enter: (node: Expression, reading: Reading) => boolean): void {
  if (!enter(expression, standing)) return;
  switch (expression.type) {
    case 'number':
    case 'none':
    case 'measure':
    case 'calendar':
      return;
    case 'kpi':
      return walk(expression.body, standing, enter);
    case 'negate':
      return walk(expression.operand, standing, enter);
    case 'binary':
      walk(expression.left, standing, enter);
      return walk(expression.right, standing, enter);
    case 'function':
      for (const arg of expression.args) walk(arg, standing, enter);
      return;
    case 'time':
      return walk(expression.body, { ...standing, shifts: [...standing.shifts, expression.shift] }, enter);
    case 'total':
      return walk(expression.body, overAll(standing), enter);
    case 'over':
      return walk(expression.body, { ...standing, over: expression.dimension }, enter);
  }
}

/**
 * The names of an expression that stands under a reading, each reading once, in the order of the formula. A KPI is one name, or
 * opened to its own.
 */
export function namesIn(
  expression: Expression,
  kpis: 'as-names' | 'opened',
  standing: Reading = HERE,
): readonly NamedNode[] {
  const found = new Map<string, NamedNode>();
  const add = (id: string, node: NamedNode['node'], reading: Reading): void => {
    const key = `${id} ${readingKey(reading)}`;
    if (!found.has(key)) found.set(key, { id, node, reading });
  };
  walk(expression, standing, (node, reading) => {
    if (node.type === 'measure') add(node.measure.id, node, reading);
    else if (node.type === 'calendar') add(node.id, node, reading);
    else if (node.type === 'kpi' && kpis === 'as-names') {
      add(node.id, node, reading);
      return false;
    }
    return true;
  });
  return [...found.values()];
}

export type OverNode = Extract<Expression, { readonly type: 'over' }>;

/** The …_over of an expression, with the reading that its body stands under for a member. */
export function oversIn(expression: Expression): readonly { readonly node: OverNode; readonly within: Reading }[] {
  const found: { readonly node: OverNode; readonly within: Reading }[] = [];
  walk(expression, HERE, (node, reading) => {
    if (node.type === 'over') found.push({ node, within: { ...reading, over: node.dimension } });
    return true;
  });
  return found;
}

/** Every measure an expression reads under a reading, each reading once, in the order of the formula. */
export function inputsOf(expression: Expression, standing: Reading = HERE): readonly Input[] {
  return namesIn(expression, 'opened', standing).flatMap(({ node, reading }) =>
    node.type === 'measure' ? [{ measure: node.measure, ...reading }] : [],
  );
}

/** Whether some part of an expression meets a condition. */
export function hasPart(expression: Expression, is: (node: Expression) => boolean): boolean {
  if (is(expression)) return true;
  const within = (node: Expression): boolean => hasPart(node, is);
  switch (expression.type) {
    case 'number':
    case 'none':
    case 'measure':
    case 'calendar':
      return false;
    case 'kpi':
    case 'time':
    case 'total':
    case 'over':
      return within(expression.body);
    case 'negate':
      return within(expression.operand);
    case 'binary':
      return within(expression.left) || within(expression.right);
    case 'function':
      return expression.args.some(within);
  }
}

/** Whether rows stand behind a division: few of them make a shaky number. */
export function divides(expression: Expression): boolean {
  return hasPart(
    expression,
    (node) => (node.type === 'binary' && node.operator === '/') || (node.type === 'function' && node.name === 'growth'),
  );
}
