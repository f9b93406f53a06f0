import { derivedFields } from '#shared/derived-fields.ts';
import { ANY_KINDS, CUSTOM_PREFIX, fieldsOfKind } from '#shared/record-kinds.ts';
import { hasPart, inputsOf, type Expression, type TimeShift } from './expression.ts';
import { isCalendarName, type Formula, type Place, type Word } from './formula.ts';
import { badFormula } from './formula-error.ts';
import { inlineMeasure, type FieldsAtHand } from './inline-measure.ts';
import { nearestNames } from './nearest-names.ts';

export interface LookUp {
  /** The formula as written, for errors. */
  readonly text: string;
  /** What a name that is no calendar name stands for; throws for one nobody defines. */
  readonly find: (name: string, place: Place, depth: number) => Expression;
  readonly fieldsAtHand: FieldsAtHand | undefined;
}

/** Deeper than any one formula can be: written out, KPIs that name each other at the end of long sums could be without end. */
const DEEPEST = 1500;

const DIMENSIONS: ReadonlySet<string> = new Set(
  ANY_KINDS.flatMap((kind) => [...fieldsOfKind(kind), ...derivedFields(kind)]).flatMap(({ key, type }) =>
    type === 'text' ? [key] : [],
  ),
);

/**
 * A formula with its names looked up. Throws E_BAD_FORMULA at an unknown name, field or dimension, a `period_start` of what is no
 * balance, an …_over in another (also in a KPI it names), and where the whole becomes too deep.
 */
export function lookUp(formula: Formula, names: LookUp, depth: number, isInOver = false): Expression {
  const { text } = names;
  const inner = (node: Formula, over = isInOver): Expression => lookUp(node, names, depth + 1, over);
  if (depth > DEEPEST) throw badFormula(text, formula, 'too-long');
  switch (formula.type) {
    case 'number':
      return { type: 'number', value: formula.value };
    case 'name': {
      const { name } = formula;
      if (isCalendarName(name)) return { type: 'calendar', id: name };
      const found = names.find(name, formula, depth + 1);
      if (isInOver && hasPart(found, ({ type }) => type === 'over')) throw badFormula(text, formula, 'nested');
      return found;
    }
    case 'aggregate':
      return { type: 'measure', measure: inlineMeasure(formula, text, names.fieldsAtHand).measure };
    case 'negate':
      return { type: 'negate', operand: inner(formula.operand) };
    case 'binary': {
      const { operator, left, right } = formula;
      return { type: 'binary', operator, left: inner(left), right: inner(right) };
    }
    case 'over': {
      if (isInOver) throw badFormula(text, formula, 'nested');
      const { reduce, dimension } = formula;
      return { type: 'over', dimension: dimensionOf(dimension, text), reduce, body: inner(formula.body, true) };
    }
    case 'call':
      return called(
        formula,
        text,
        formula.args.map((arg) => inner(arg)),
      );
  }
}

function dimensionOf(word: Word, text: string): string {
  const { name } = word;
  if (DIMENSIONS.has(name) || name.startsWith(CUSTOM_PREFIX)) return name;
  throw badFormula(text, word, 'unknown-name', nearestNames(name, DIMENSIONS));
}

function called(
  formula: Extract<Formula, { readonly type: 'call' }>,
  text: string,
  args: readonly Expression[],
): Expression {
  const body = args[0] ?? { type: 'number', value: 0 };
  const n = args[1]?.type === 'number' ? args[1].value : 1;
  const at = (shift: TimeShift): Expression => ({ type: 'time', shift, body });
  switch (formula.name) {
    case 'total':
      return { type: 'total', body };
    case 'period_start': {
      const other = inputsOf(body).find(({ measure }) => measure.nature !== 'balance');
      if (other !== undefined) throw badFormula(text, formula, 'balance-only', [other.measure.id]);
      return at({ by: 'period_start' });
    }
    case 'prev':
    case 'same_period_last_year':
    case 'ytd':
    case 'mtd':
    case 'whole':
    case 'ever':
    case 'trailing_year':
      return at({ by: formula.name });
    case 'rolling':
    case 'lag':
      return at({ by: formula.name, n });
    case 'if':
    case 'min':
    case 'max':
    case 'abs':
    case 'growth':
      return { type: 'function', name: formula.name, args };
  }
}
