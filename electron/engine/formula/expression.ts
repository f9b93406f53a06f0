import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Reason } from '#shared/question.ts';
import type { Operator } from './formula.ts';

/** One step in time: which span a measure is read over instead of the cell's own. */
export type TimeShift =
  | { readonly by: 'compare' }
  | { readonly by: 'prev' | 'same_period_last_year' | 'period_start' | 'ytd' }
  | { readonly by: 'rolling'; readonly n: number };

/** A formula whose names are looked up: measures at the leaves, KPIs written out. */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'measure'; readonly measure: MeasureDefinition }
  | { readonly type: 'kpi'; readonly id: string; readonly body: Expression }
  | { readonly type: 'none'; readonly reason: Reason }
  | { readonly type: 'negate'; readonly operand: Expression }
  | { readonly type: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | {
      readonly type: 'function';
      readonly name: 'if' | 'min' | 'max' | 'abs' | 'growth';
      readonly args: readonly Expression[];
    }
  | { readonly type: 'time'; readonly shift: TimeShift; readonly body: Expression }
  | { readonly type: 'total'; readonly body: Expression };

/** Where a measure is read: through these steps in time, outermost first, and whether over all members of the breakdown. */
export interface Reading {
  readonly shifts: readonly TimeShift[];
  readonly total: boolean;
}

export const HERE: Reading = { shifts: [], total: false };

/** Key of the steps in time: '' for the cell's own span, 'prev/rolling:3' for rolling(x, 3) inside prev. */
export function shiftsKey(shifts: readonly TimeShift[]): string {
  return shifts.map((shift) => (shift.by === 'rolling' ? `rolling:${String(shift.n)}` : shift.by)).join('/');
}

export interface Input extends Reading {
  readonly measure: MeasureDefinition;
}

/** A name in a formula and the reading it stands under. */
export interface NamedNode {
  readonly id: string;
  readonly node: Extract<Expression, { readonly type: 'measure' | 'kpi' }>;
  readonly reading: Reading;
}

/** The names of an expression, each reading once, in the order of the formula. A KPI is one name, or opened to its own. */
export function namesIn(expression: Expression, kpis: 'as-names' | 'opened'): readonly NamedNode[] {
  const found = new Map<string, NamedNode>();
  const visit = (node: Expression, reading: Reading): void => {
    switch (node.type) {
      case 'number':
      case 'none':
        return;
      case 'measure':
      case 'kpi': {
        if (node.type === 'kpi' && kpis === 'opened') return visit(node.body, reading);
        const id = node.type === 'measure' ? node.measure.id : node.id;
        const key = `${id} ${shiftsKey(reading.shifts)} ${String(reading.total)}`;
        if (!found.has(key)) found.set(key, { id, node, reading });
        return;
      }
      case 'negate':
        return visit(node.operand, reading);
      case 'binary':
        visit(node.left, reading);
        return visit(node.right, reading);
      case 'function':
        for (const arg of node.args) visit(arg, reading);
        return;
      case 'time':
        return visit(node.body, { ...reading, shifts: [...reading.shifts, node.shift] });
      case 'total':
        return visit(node.body, { ...reading, total: true });
    }
  };
  visit(expression, HERE);
  return [...found.values()];
}

/** Every measure an expression reads, each reading once, in the order of the formula. */
export function inputsOf(expression: Expression): readonly Input[] {
  return namesIn(expression, 'opened').flatMap(({ node, reading }) =>
    node.type === 'measure' ? [{ measure: node.measure, ...reading }] : [],
  );
}

/** Whether rows stand behind a division: few of them make a shaky number. */
export function divides(expression: Expression): boolean {
  switch (expression.type) {
    case 'number':
    case 'none':
    case 'measure':
      return false;
    case 'kpi':
    case 'time':
    case 'total':
      return divides(expression.body);
    case 'negate':
      return divides(expression.operand);
    case 'binary':
      return expression.operator === '/' || divides(expression.left) || divides(expression.right);
    case 'function':
      return expression.name === 'growth' || expression.args.some(divides);
  }
}
