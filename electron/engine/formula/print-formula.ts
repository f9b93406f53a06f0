import {
  OVER_FUNCTIONS,
  type AggregateNode,
  type FieldCondition,
  type Formula,
  type Operator,
  type Word,
} from './formula.ts';

const COMPARED = 1;
const ADDED = 2;
const MULTIPLIED = 3;
const SIGNED = 4;
const ALONE = 5;

/**
 * A formula as text, the same text for the same formula: one space around signs, parentheses only where needed.
 * Example: '((a)+b )*2' is printed '(a + b) * 2'.
 */
export function printFormula(formula: Formula): string {
  return printed(formula, COMPARED);
}

/** `least`: how tightly the formula must bind to stand here without parentheses. */
function printed(formula: Formula, least: number): string {
  const text = (own: number, written: string): string => (own < least ? `(${written})` : written);
  switch (formula.type) {
    case 'number':
      return plainNumber(formula.value);
    case 'name':
      return formula.name;
    case 'negate':
      return text(SIGNED, `-${printed(formula.operand, ALONE)}`);
    case 'binary': {
      const { operator, left, right } = formula;
      const own = bindingOf(operator);
      const first = own === COMPARED ? ADDED : own;
      return text(own, `${printed(left, first)} ${operator} ${printed(right, own + 1)}`);
    }
    case 'call':
      return `${formula.name}(${formula.args.map((arg) => printed(arg, COMPARED)).join(', ')})`;
    case 'over': {
      const name = Object.entries(OVER_FUNCTIONS).find(([, reduce]) => reduce === formula.reduce)?.[0] ?? '';
      return `${name}(${word(formula.dimension)}, ${printed(formula.body, COMPARED)})`;
    }
    case 'aggregate':
      return aggregate(formula);
  }
}

function bindingOf(operator: Operator): number {
  if (operator === '+' || operator === '-') return ADDED;
  return operator === '*' || operator === '/' ? MULTIPLIED : COMPARED;
}

function aggregate({ do: name, kind, field, by, where }: AggregateNode): string {
  const source = `${word(kind)}${field === null ? '' : `.${word(field)}`}${by === null ? '' : ` by ${word(by)}`}`;
  return `${name}(${[source, ...where.map(condition)].join(', ')})`;
}

function condition({ field, is, value }: FieldCondition): string {
  switch (is) {
    case 'there':
      return word(field);
    case 'not-there':
      return `not ${word(field)}`;
    case 'equal':
      return `${word(field)} = ${quoted(value)}`;
    case 'unequal':
      return `${word(field)} != ${quoted(value)}`;
  }
}

function word({ name }: Word): string {
  const isBare = /^[A-Za-z][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*$/.test(name) && name !== 'by' && name !== 'not';
  return isBare ? name : quoted(name);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Without an exponent, which the language does not have. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
