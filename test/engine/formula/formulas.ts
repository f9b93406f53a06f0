import { checkFormula, type CheckedFormula } from '#engine/formula/check-formula.ts';
import { evaluator, type NoValue } from '#engine/formula/evaluate.ts';
import { HERE, inputsOf, type Expression, type Input, type Reading } from '#engine/formula/expression.ts';
import type { CalendarName } from '#engine/formula/formula.ts';
import { noValue, type Outcome } from '#engine/formula/outcome.ts';
import { resolveKpi, type Definitions } from '#engine/formula/resolve-kpi.ts';
import { AppError } from '#shared/errors.ts';
import type { KpiDefinition, MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Unit } from '#shared/units.ts';

/** A small world of names for formulas: measures by unit, a balance, and values to read. */
const measure = (
  id: string,
  unit: Unit = 'money',
  nature: MeasureDefinition['nature'] = 'flow',
): MeasureDefinition => ({
  id,
  kind: 'sale',
  aggregate: { do: 'sum', field: 'amount' },
  where: [],
  date: 'date',
  nature,
  unit,
});

export const kpi = (id: string, formula: string, more: Partial<KpiDefinition> = {}): KpiDefinition => ({
  id,
  category: 'result',
  unit: 'money',
  direction: 'higher',
  variants: [{ id: 'standard', formula }],
  source: 'test',
  ...more,
});

const MEASURES: readonly MeasureDefinition[] = [
  ...['a', 'b', 'zero', 'missing', 'net-sales'].map((id) => measure(id)),
  measure('deals', 'count'),
  measure('units', 'quantity'),
  measure('share', 'ratio'),
  measure('cycle', 'days'),
  measure('answer', 'hours'),
  measure('lifetime', 'years'),
  measure('mrr', 'money', 'balance'),
  measure('quota', 'money', 'spread'),
];

export const definitions = (...kpis: readonly KpiDefinition[]): Definitions => ({
  kpis: new Map(kpis.map((one) => [one.id, one])),
  measures: new Map(MEASURES.map((one) => [one.id, one])),
});

export const expressionOf = (formula: string, ...kpis: readonly KpiDefinition[]): Expression =>
  resolveKpi('k', {}, definitions(kpi('k', formula), ...kpis)).expression;

export const checked = (formula: string, ...kpis: readonly KpiDefinition[]): CheckedFormula =>
  checkFormula(formula, 'own', definitions(...kpis), {});

const VALUES: Readonly<Record<string, number>> = { a: 6, b: 4, zero: 0, 'net-sales': 10.1, mrr: 100 };

/** What stands behind the names of a formula in one cell. */
export interface CellReader {
  measure(measure: MeasureDefinition, reading: Reading): Outcome;
  calendar(id: CalendarName, reading: Reading): Outcome;
  members(dimension: string, inputs: readonly Input[], reading: Reading): readonly CellReader[] | NoValue;
}

export const evaluate = (expression: Expression, cell: CellReader, reading: Reading = HERE): Outcome =>
  evaluator<CellReader>(
    expression,
    {
      measure: (of, at) => (one) => one.measure(of, at),
      calendar: (id, at) => (one) => one.calendar(id, at),
      brought: (node, within) => (one) => {
        const members = one.members(node.dimension, inputsOf(node.body, within), within);
        return 'reason' in members ? members : members.map((member) => evaluate(node.body, member, within));
      },
    },
    reading,
  )(cell);

/** Reads measures by id from the values, and the members of every dimension from theirs. */
export function readerOf(
  values: Readonly<Record<string, number>>,
  members: readonly Readonly<Record<string, number>>[] = [],
): CellReader {
  return {
    measure: ({ id }, { total, over }) => {
      const value = over === null && total ? 1000 : values[id];
      return value === undefined ? noValue('no-data') : { value, exact: true };
    },
    calendar: (id) => ({ value: id === 'months' ? 1 : id === 'days' ? 30 : 22, exact: true }),
    members: () => members.map((member) => readerOf(member)),
  };
}

export const outcomeOf = (formula: string, reader = readerOf(VALUES)): Outcome =>
  evaluate(expressionOf(formula), reader);

/** The AppError that something throws; any other error, or none, fails. */
export function errorOf(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
