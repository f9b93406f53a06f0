import { AppError } from '#shared/errors.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { NoValueCode } from '#shared/question.ts';
import { HERE, inputsOf, overAll, type Expression, type Input, type Reading } from './expression.ts';
import type { CalendarName, Operator } from './formula.ts';
import { noValue, type Outcome } from './outcome.ts';
import { overMembers } from './over-members.ts';

/** What stands behind the names of a formula in the cell at hand. */
export interface CellReader {
  /** A measure, read as asked. Of a member's reader, `over` is its dimension; null there reads without the member. */
  measure(measure: MeasureDefinition, reading: Reading): Outcome;
  /** Days of some sort in the counted part of the span. */
  calendar(id: CalendarName, reading: Reading): Outcome;
  /** A reader for every member of the dimension that these inputs have rows of in the cell, or why the dimension cannot be asked for. */
  members(dimension: string, inputs: readonly Input[], reading: Reading): readonly CellReader[] | NoValue;
}
export type NoValue = Extract<Outcome, { readonly value: null }>;

/**
 * Value of an expression in one cell. No value anywhere gives no value with the first reason; a denominator that is zero or
 * missing says so; sums and differences of exact decimals stay exact. `if` evaluates only the branch it takes.
 * Throws E_OVERFLOW for a number beyond every double. Never NaN or infinite.
 * Example: `growth(a, b)` with a 120 and b 100 is 0.2; with b −50 it is no value, 'base-not-positive', difference 170.
 */
export function evaluate(expression: Expression, reader: CellReader, reading: Reading = HERE): Outcome {
  const inner = (node: Expression): Outcome => evaluate(node, reader, reading);
  switch (expression.type) {
    case 'number':
      return { value: expression.value, exact: isExact(expression.value) };
    case 'measure':
      return reader.measure(expression.measure, reading);
    case 'calendar':
      return reader.calendar(expression.id, reading);
    case 'none':
      return { value: null, reason: expression.reason };
    case 'kpi':
      return inner(expression.body);
    case 'time':
      return evaluate(expression.body, reader, { ...reading, shifts: [...reading.shifts, expression.shift] });
    case 'total':
      return evaluate(expression.body, reader, overAll(reading));
    case 'over': {
      const { dimension, body, reduce } = expression;
      const within: Reading = { ...reading, over: dimension };
      const members = reader.members(dimension, inputsOf(body, within), within);
      if ('reason' in members) return members;
      const none = members.length === 0 ? evaluate(body, reader, within) : null;
      if (none?.value === null && !BY_ITS_NUMBERS.includes(none.reason.code)) return none;
      const reduced = overMembers(
        reduce,
        members.map((member) => evaluate(body, member, within)),
      );
      return reduced.value === null ? reduced : number(reduced.value, reduced.exact);
    }
    case 'negate': {
      const operand = inner(expression.operand);
      return operand.value === null ? operand : number(-operand.value, operand.exact);
    }
    case 'binary':
      return binary(expression.operator, inner(expression.left), inner(expression.right));
    case 'function':
      return call(expression.name, expression.args, inner);
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

function quotient(numerator: Outcome, denominator: Outcome): Outcome {
  if (numerator.value === null) return numerator;
  if (denominator.value === null)
    return denominator.reason.code === 'no-data' ? noValue('missing-denominator') : denominator;
  if (denominator.value === 0) return noValue('zero-denominator');
  return number(numerator.value / denominator.value, false);
}

type FunctionNode = Extract<Expression, { readonly type: 'function' }>;

function call(name: FunctionNode['name'], args: readonly Expression[], inner: (node: Expression) => Outcome): Outcome {
  const [first, second, third] = args;
  if (first === undefined) return noValue('no-data');
  switch (name) {
    case 'if': {
      const condition = inner(first);
      if (condition.value === null) return condition;
      const branch = condition.value === 0 ? third : second;
      return branch === undefined ? noValue('no-data') : inner(branch);
    }
    case 'abs': {
      const operand = inner(first);
      return operand.value === null ? operand : number(Math.abs(operand.value), operand.exact);
    }
    case 'growth':
      return second === undefined ? noValue('no-comparison') : growth(inner(first), inner(second));
    case 'min':
    case 'max':
      return args.map(inner).reduce((best, next) => {
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
