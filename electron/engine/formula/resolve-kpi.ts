import { AppError } from '#shared/errors.ts';
import type { KpiDefinition, KpiVariant, MeasureDefinition } from '#shared/kpi-definition.ts';
import { inputsOf, type Expression } from './expression.ts';
import type { Formula } from './formula.ts';
import { badFormula } from './formula-error.ts';
import { reason } from './outcome.ts';
import { parseFormula } from './parse-formula.ts';

/** The KPIs and measures that formulas may name, built in and the user's own. */
export interface Definitions {
  readonly kpis: ReadonlyMap<string, KpiDefinition>;
  readonly measures: ReadonlyMap<string, MeasureDefinition>;
}

export interface ResolvedKpi {
  readonly definition: KpiDefinition;
  /** The variant in force; when the one asked for does not exist, the default beside an expression without value. */
  readonly variant: KpiVariant;
  readonly expression: Expression;
}

/** KPI id to the variant in force; KPIs that are not named take their default. */
export type Variants = Readonly<Record<string, string>>;

/**
 * A KPI in the variant in force, its formula looked up down to measures.
 * Throws E_UNKNOWN_KPI, E_BAD_FORMULA (also for a name nobody defines and a `period_start` of a flow) and E_FORMULA_CYCLE with
 * the path in `details.path`. A variant that does not exist gives an expression without value ('no-variant').
 * Example: sales-growth is growth(kpi revenue, prev(kpi revenue)), each over the measure net-sales.
 */
export function resolveKpi(id: string, variants: Variants, definitions: Definitions): ResolvedKpi {
  let names = 0;
  return resolve(id, variants, definitions, [], () => (names += 1) > MOST_NAMES);
}

/** A formula written out down to measures. Without a bound, KPIs that each name another twice would double with every step. */
const MOST_NAMES = 1000;

function resolve(
  id: string,
  variants: Variants,
  definitions: Definitions,
  path: readonly string[],
  isTooMany: () => boolean,
): ResolvedKpi {
  if (path.includes(id)) {
    const cycle = [...path.slice(path.indexOf(id)), id];
    throw new AppError('E_FORMULA_CYCLE', `The formulas refer to each other: ${cycle.join(' → ')}.`, { path: cycle });
  }
  const definition = definitions.kpis.get(id);
  if (definition === undefined) throw new AppError('E_UNKNOWN_KPI', `There is no KPI "${id}".`, { kpi: id });
  const [standard] = definition.variants;
  const asked = Object.hasOwn(variants, id) ? variants[id] : standard.id;
  const variant = definition.variants.find((one) => one.id === asked);
  if (variant === undefined)
    return { definition, variant: standard, expression: { type: 'none', reason: reason('no-variant') } };
  const { formula } = variant;
  const expression = lookUp(parseFormula(formula), (name, at) => {
    if (isTooMany()) throw badFormula(formula, at, `written out it has more than ${String(MOST_NAMES)} names`);
    const measure = definitions.measures.get(name);
    if (measure !== undefined) return { type: 'measure', measure };
    if (!definitions.kpis.has(name)) throw badFormula(formula, at, `nothing is named "${name}"`);
    return { type: 'kpi', id: name, body: resolve(name, variants, definitions, [...path, id], isTooMany).expression };
  });
  const flow = inputsOf(expression).find(
    ({ measure, shifts }) => measure.nature === 'flow' && shifts.some(({ by }) => by === 'period_start'),
  );
  if (flow !== undefined) throw badFormula(formula, 0, `period_start is for balances, and ${flow.measure.id} is none`);
  return { definition, variant, expression };
}

function lookUp(formula: Formula, find: (name: string, at: number) => Expression): Expression {
  switch (formula.type) {
    case 'number':
      return formula;
    case 'name':
      return find(formula.name, formula.at);
    case 'negate':
      return { type: 'negate', operand: lookUp(formula.operand, find) };
    case 'binary':
      return { ...formula, left: lookUp(formula.left, find), right: lookUp(formula.right, find) };
    case 'call':
      return lookUpCall(
        formula,
        formula.args.map((arg) => lookUp(arg, find)),
      );
  }
}

function lookUpCall(formula: Extract<Formula, { readonly type: 'call' }>, args: readonly Expression[]): Expression {
  const body = args[0] ?? { type: 'number', value: 0 };
  switch (formula.name) {
    case 'total':
      return { type: 'total', body };
    case 'prev':
    case 'same_period_last_year':
    case 'period_start':
    case 'ytd':
      return { type: 'time', shift: { by: formula.name }, body };
    case 'rolling':
      return { type: 'time', shift: { by: 'rolling', n: args[1]?.type === 'number' ? args[1].value : 1 }, body };
    case 'if':
    case 'min':
    case 'max':
    case 'abs':
    case 'growth':
      return { type: 'function', name: formula.name, args };
  }
}
