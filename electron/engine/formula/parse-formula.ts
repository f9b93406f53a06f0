import {
  AGGREGATE_NAMES,
  FUNCTION_WORDS,
  FUNCTIONS,
  OVER_FUNCTIONS,
  type AggregateName,
  type AggregateNode,
  type FieldCondition,
  type Formula,
  type FunctionName,
  type Operator,
  type Word,
} from './formula.ts';
import { badFormula, type TextProblem } from './formula-error.ts';
import { nearestNames } from './nearest-names.ts';
import { tokensOf, type Token } from './tokens.ts';

const DEEPEST = 100;
const LONGEST = 2000;
const COMPARISONS: readonly Operator[] = ['<', '<=', '>', '>=', '=', '!='];

/**
 * Reads a formula (grammar in formula.ts). Names, kinds and fields are not looked up here.
 * Throws E_BAD_FORMULA with the place for anything else, for more than 2 000 characters and for nesting deeper than 100.
 * Example: '1 + 2 * 3' is 1 + (2 * 3).
 */
export function parseFormula(text: string): Formula {
  if (text.length > LONGEST) throw badFormula(text.slice(0, 40), { at: LONGEST, end: text.length }, 'too-long');
  const tokens = tokensOf(text);
  let position = 0;
  let depth = 0;

  const peek = (): Token => tokens[position] ?? { kind: 'end', text: '', at: text.length, end: text.length };
  /** End of what was read last. */
  const end = (): number => tokens[position - 1]?.end ?? 0;
  const isSign = (sign: string): boolean => peek().kind === 'sign' && peek().text === sign;
  const fail = (problem: TextProblem, names?: readonly string[]) => badFormula(text, peek(), problem, names);
  const accept = (sign: string): boolean => {
    const is = isSign(sign);
    if (is) position += 1;
    return is;
  };
  const expect = (sign: string): void => {
    if (!accept(sign)) throw fail('expected', [sign]);
  };
  const operatorAmong = (operators: readonly Operator[]): Operator | null => operators.find(accept) ?? null;
  const chain = (operators: readonly Operator[], operand: () => Formula): Formula => {
    const { at } = peek();
    let left = operand();
    for (let operator = operatorAmong(operators); operator !== null; operator = operatorAmong(operators))
      left = { type: 'binary', operator, left, right: operand(), at, end: end() };
    return left;
  };

  function comparison(): Formula {
    depth += 1;
    if (depth > DEEPEST) throw fail('too-long');
    const { at } = peek();
    const left = sum();
    const operator = operatorAmong(COMPARISONS);
    depth -= 1;
    return operator === null ? left : { type: 'binary', operator, left, right: sum(), at, end: end() };
  }
  function sum(): Formula {
    return chain(['+', '-'], product);
  }
  function product(): Formula {
    return chain(['*', '/'], factor);
  }
  function factor(): Formula {
    const { at } = peek();
    let negative = false;
    while (accept('-')) negative = !negative;
    const operand = primary();
    return negative ? { type: 'negate', operand, at, end: end() } : operand;
  }
  function primary(): Formula {
    const token = peek();
    if (accept('(')) {
      const inner = comparison();
      expect(')');
      return inner;
    }
    if (token.kind !== 'number' && token.kind !== 'name') throw fail('operand');
    position += 1;
    if (token.kind === 'name')
      return isSign('(') ? call(token) : { type: 'name', name: token.text, at: token.at, end: token.end };
    const value = Number(token.text);
    if (value > Number.MAX_SAFE_INTEGER) throw badFormula(text, token, 'too-long');
    return { type: 'number', value, at: token.at, end: token.end };
  }
  function call(name: Token): Formula {
    const { at } = name;
    if (isAggregate(name.text)) return aggregate(name.text, at);
    if (isOver(name.text)) {
      expect('(');
      const dimension = word();
      expect(',');
      const body = comparison();
      expect(')');
      return { type: 'over', reduce: OVER_FUNCTIONS[name.text], dimension, body, at, end: end() };
    }
    if (!isFunction(name.text)) throw badFormula(text, name, 'no-function', nearestNames(name.text, FUNCTION_WORDS));
    expect('(');
    const args = [comparison()];
    while (accept(',')) args.push(comparison());
    expect(')');
    const [least, most] = FUNCTIONS[name.text];
    if (args.length < least || args.length > most)
      throw badFormula(text, { at, end: end() }, 'argument-count', [...new Set([String(least), String(most)])]);
    const [, periods] = args;
    if ((name.text === 'rolling' || name.text === 'lag') && periods !== undefined && !isPeriods(periods))
      throw badFormula(text, periods, 'rolling-range');
    return { type: 'call', name: name.text, args, at, end: end() };
  }
  function aggregate(name: AggregateName, at: number): AggregateNode {
    expect('(');
    const kind = word();
    const field = accept('.') ? word() : null;
    const isDated = peek().kind === 'name' && peek().text === 'by';
    if (isDated) position += 1;
    const by = isDated ? word() : null;
    const where: FieldCondition[] = [];
    while (accept(',')) where.push(condition());
    expect(')');
    return { type: 'aggregate', do: name, kind, field, by, where, at, end: end() };
  }
  function condition(): FieldCondition {
    const { at, kind, text: first } = peek();
    const next = tokens[position + 1]?.kind;
    const isNot = kind === 'name' && first === 'not' && (next === 'name' || next === 'text');
    if (isNot) position += 1;
    const field = word();
    const operator = isNot ? null : operatorAmong(['=', '!=']);
    if (operator === null) return { field, is: isNot ? 'not-there' : 'there', value: '', at, end: end() };
    if (peek().kind !== 'text') throw fail('expected', ['"']);
    const value = peek().text;
    position += 1;
    return { field, is: operator === '=' ? 'equal' : 'unequal', value, at, end: end() };
  }
  function word(): Word {
    const { kind, text: name, at } = peek();
    if (kind !== 'name' && kind !== 'text') throw fail('operand');
    position += 1;
    return { name, at, end: end() };
  }

  const formula = comparison();
  if (peek().kind !== 'end') throw fail('unexpected');
  return formula;
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

function isOver(name: string): name is keyof typeof OVER_FUNCTIONS {
  return Object.hasOwn(OVER_FUNCTIONS, name);
}

function isAggregate(name: string): name is AggregateName {
  return AGGREGATE_NAMES.some((known) => known === name);
}

function isPeriods(formula: Formula): boolean {
  return formula.type === 'number' && Number.isInteger(formula.value) && formula.value >= 1 && formula.value <= 1000;
}
