import { AppError } from '#shared/errors.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { NoValueCode } from '#shared/question.ts';
import { HERE, overAll, type Expression, type OverNode, type Reading } from './expression.ts';
import type { CalendarName, Operator } from './formula.ts';
import { noValue, type Outcome } from './outcome.ts';
import { overMembers } from './over-members.ts';

/** What stands behind the names of a formula, looked up once for all cells. */
export interface FormulaReader<Cell> {
  /** A measure, read as asked. Of a member's cell, `over` is its dimension; null there reads without the member. */
  measure(measure: MeasureDefinition, reading: Reading): Read<Cell>;
  /** Days of some sort in the counted part of the span. */
  calendar(id: CalendarName, reading: Reading): Read<Cell>;
  /** What each member of the dimension of an …_over that has rows in a cell brings to it; or why the dimension cannot be asked for. */
  brought(over: OverNode, within: Reading): (cell: Cell) => readonly Outcome[] | NoValue;
}
export type Read<Cell> = (cell: Cell) => Outcome;
export type NoValue = Extract<Outcome, { readonly value: null }>;

/**
 * An expression made ready to be read in many cells. No value anywhere gives no value with the first reason; a denominator that is
 * zero or missing says so; sums and differences of exact decimals stay exact. `if` reads only the branch it takes.
 * What it gives throws E_OVERFLOW for a number beyond every double. Never NaN or infinite.
 * Example: `growth(a, b)` with a 120 and b 100 is 0.2; with b −50 it is no value, 'base-not-positive', difference 170.
 */
export function evaluator<Cell>(
  expression: Expression,
  reader: FormulaReader<Cell>,
  reading: Reading = HERE,
): Read<Cell> {
  const inner = (node: Expression): Read<Cell> => evaluator(node, reader, reading);
  switch (expression.type) {
    case 'number': {
      const outcome: Outcome = { value: expression.value, exact: isExact(expression.value) };
      return () => outcome;
    }
    case 'measure':
      return reader.measure(expression.measure, reading);
    case 'calendar':
      return reader.calendar(expression.id, reading);
    case 'none': {
      const outcome: Outcome = { value: null, reason: expression.reason };
      return () => outcome;
    }
    case 'kpi':
      return inner(expression.body);
    case 'time':
      return evaluator(expression.body, reader, { ...reading, shifts: [...reading.shifts, expression.shift] });
    case 'total':
      return evaluator(expression.body, reader, overAll(reading));
    case 'over': {
      const { dimension, body, reduce } = expression;
      const within: Reading = { ...reading, over: dimension };
      const broughtIn = reader.brought(expression, within);
      const ofNobody = evaluator(body, reader, within);
      return (cell) => {
        const brought = broughtIn(cell);
        if ('reason' in brought) return brought;
        const none = brought.length === 0 ? ofNobody(cell) : null;
        if (none?.value === null && !BY_ITS_NUMBERS.includes(none.reason.code)) return none;
        const reduced = overMembers(reduce, brought);
        return reduced.value === null ? reduced : number(reduced.value, reduced.exact);
      };
    }
    case 'negate': {
      const operand = inner(expression.operand);
      return (cell) => {
        const outcome = operand(cell);
        return outcome.value === null ? outcome : number(-outcome.value, outcome.exact);
      };
    }
    case 'binary': {
      const { operator } = expression;
      const [left, right] = [inner(expression.left), inner(expression.right)];
      return (cell) => binary(operator, left(cell), right(cell));
    }
    case 'function':
      return called(expression.name, expression.args.map(inner));
  }
}

/** What has no value for its numbers alone. Where nobody is met and the body has none for another reason, it is not known that nobody was there. */
const BY_ITS_NUMBERS: readonly NoValueCode[] = ['zero-denominator', 'base-not-positive'];

function binary(operator: Operator, left: Outcome, right: Outcome): Outcome {
  if (operator === '/') return quotient(left, right);
  if (left.value === null) return left;
  if (right.value === null) return right;
  const exact = left.exact && right.exact;
  switch (operator) {
    case '+':
      return number(left.value + right.value, exact);
    case '-':
      return number(left.value - right.value, exact);
    case '*':
      return number(left.value * right.value, false);
    case '<':
      return truth(left.value < right.value);
    case '<=':
      return truth(left.value <= right.value);
    case '>':
      return truth(left.value > right.value);
    case '>=':
      return truth(left.value >= right.value);
    case '=':
      return truth(left.value === right.value);
    case '!=':
      return truth(left.value !== right.value);
  }
}

/** One value divided by another, or why that has no value. */
export function quotient(numerator: Outcome, denominator: Outcome): Outcome {
  if (numerator.value === null) return numerator;
  if (denominator.value === null)
    return denominator.reason.code === 'no-data' ? noValue('missing-denominator') : denominator;
  if (denominator.value === 0) return noValue('zero-denominator');
  return number(numerator.value / denominator.value, false);
}

type FunctionNode = Extract<Expression, { readonly type: 'function' }>;

const NOTHING: Outcome = noValue('no-data');

function called<Cell>(name: FunctionNode['name'], args: readonly Read<Cell>[]): Read<Cell> {
  const [first, second, third] = args;
  if (first === undefined) return () => NOTHING;
  switch (name) {
    case 'if':
      return (cell) => {
        const condition = first(cell);
        if (condition.value === null) return condition;
        return (condition.value === 0 ? third : second)?.(cell) ?? NOTHING;
      };
    case 'abs':
      return (cell) => {
        const operand = first(cell);
        return operand.value === null ? operand : number(Math.abs(operand.value), operand.exact);
      };
    case 'growth':
      return second === undefined ? () => noValue('no-comparison') : (cell) => growth(first(cell), second(cell));
    case 'min':
    case 'max':
      return (cell) =>
        args
          .map((arg) => arg(cell))
          .reduce((best, next) => {
            if (best.value === null) return best;
            if (next.value === null) return next;
            return (name === 'min' ? next.value < best.value : next.value > best.value) ? next : best;
          });
  }
}

function growth(current: Outcome, base: Outcome): Outcome {
  if (current.value === null) return current;
  if (base.value === null) return base.reason.code === 'no-data' ? noValue('no-comparison') : base;
  const difference = binary('-', current, base);
  if (difference.value === null || base.value > 0)
    return difference.value === null ? difference : number(difference.value / base.value, false);
  return noValue('base-not-positive', { difference: difference.value });
}

function number(value: number, exact: boolean): Outcome {
  if (!Number.isFinite(value)) throw new AppError('E_OVERFLOW', 'A number became too large to compute with.');
  return { value: (exact ? Math.round(value * DECIMAL_SCALE) / DECIMAL_SCALE : value) + 0, exact };
}

function truth(holds: boolean): Outcome {
  return { value: holds ? 1 : 0, exact: true };
}

function isExact(value: number): boolean {
  return Number.isInteger(value) || Math.round(value * DECIMAL_SCALE) / DECIMAL_SCALE === value;
}
