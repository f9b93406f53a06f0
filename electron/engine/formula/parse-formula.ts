import { FUNCTIONS, type Formula, type FunctionName, type Operator } from './formula.ts';
import { badFormula } from './formula-error.ts';
import { tokensOf, type Token } from './tokens.ts';

const DEEPEST = 100;
const LONGEST = 2000;
const COMPARISONS: readonly Operator[] = ['<', '<=', '>', '>=', '=', '!='];

/**
 * Reads a formula (grammar in formula.ts). Names are not looked up here.
 * Throws E_BAD_FORMULA with the position for anything else, for more than 2 000 characters and for nesting deeper than 100.
 * Example: '1 + 2 * 3' is 1 + (2 * 3).
 */
export function parseFormula(text: string): Formula {
  if (text.length > LONGEST) throw badFormula(text.slice(0, 40), LONGEST, 'it is too long');
  const tokens = tokensOf(text);
  let position = 0;
  let depth = 0;

  const peek = (): Token => tokens[position] ?? { kind: 'end', text: '', at: text.length };
  const isSign = (sign: string): boolean => peek().kind === 'sign' && peek().text === sign;
  const fail = (problem: string) => badFormula(text, peek().at, problem);
  const expect = (sign: string): void => {
    if (!isSign(sign)) throw fail(`"${sign}" is expected`);
    position += 1;
  };
  const operatorAmong = (operators: readonly Operator[]): Operator | null => {
    const found = operators.find(isSign);
    if (found === undefined) return null;
    position += 1;
    return found;
  };
  const chain = (operators: readonly Operator[], operand: () => Formula): Formula => {
    let left = operand();
    for (let operator = operatorAmong(operators); operator !== null; operator = operatorAmong(operators))
      left = { type: 'binary', operator, left, right: operand() };
    return left;
  };

  function comparison(): Formula {
    depth += 1;
    if (depth > DEEPEST) throw fail('it is nested too deeply');
    const left = sum();
    const operator = operatorAmong(COMPARISONS);
    depth -= 1;
    return operator === null ? left : { type: 'binary', operator, left, right: sum() };
  }
  function sum(): Formula {
    return chain(['+', '-'], product);
  }
  function product(): Formula {
    return chain(['*', '/'], factor);
  }
  function factor(): Formula {
    let negative = false;
    for (; isSign('-'); position += 1) negative = !negative;
    const operand = primary();
    return negative ? { type: 'negate', operand } : operand;
  }
  function primary(): Formula {
    const token = peek();
    if (isSign('(')) {
      position += 1;
      const inner = comparison();
      expect(')');
      return inner;
    }
    position += token.kind === 'number' || token.kind === 'name' ? 1 : 0;
    if (token.kind === 'number') return { type: 'number', value: Number(token.text) };
    if (token.kind !== 'name') throw fail('a number, a name or "(" is expected');
    return isSign('(') ? call(token) : { type: 'name', name: token.text, at: token.at };
  }
  function call(name: Token): Formula {
    if (!isFunction(name.text)) throw badFormula(text, name.at, `there is no function "${name.text}"`);
    expect('(');
    const args = [comparison()];
    while (isSign(',')) {
      position += 1;
      args.push(comparison());
    }
    expect(')');
    const [least, most] = FUNCTIONS[name.text];
    if (args.length < least || args.length > most)
      throw badFormula(
        text,
        name.at,
        `${name.text} takes ${least === most ? String(least) : `${String(least)} to ${String(most)}`} values`,
      );
    if (name.text === 'rolling' && !isWholeNumber(args[1]))
      throw badFormula(text, name.at, 'rolling counts 1 to 1000 periods');
    return { type: 'call', name: name.text, args, at: name.at };
  }

  const formula = comparison();
  if (peek().kind !== 'end') throw fail(`unexpected "${peek().text}"`);
  return formula;
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

function isWholeNumber(formula: Formula | undefined): boolean {
  return formula?.type === 'number' && Number.isInteger(formula.value) && formula.value >= 1 && formula.value <= 1000;
}
