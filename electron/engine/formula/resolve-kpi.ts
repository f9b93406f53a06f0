import { AppError } from '#shared/errors.ts';
import type { KpiDefinition, KpiVariant, MeasureDefinition } from '#shared/kpi-definition.ts';
import { inputsOf, type Expression } from './expression.ts';
import { CALENDAR_NAMES, FUNCTION_WORDS, type Place } from './formula.ts';
import { badFormula } from './formula-error.ts';
import type { FieldsAtHand } from './inline-measure.ts';
import { lookUp } from './look-up.ts';
import { nearestNames } from './nearest-names.ts';
import { reason } from './outcome.ts';
import { parseFormula } from './parse-formula.ts';

/** The KPIs and measures that formulas may name, built in and the user's own. */
export interface Definitions {
  readonly kpis: ReadonlyMap<string, KpiDefinition>;
  readonly measures: ReadonlyMap<string, MeasureDefinition>;
  readonly fields?: FieldsAtHand;
}

export interface ResolvedKpi {
  readonly definition: KpiDefinition;
  /** The variant in force; when the one asked for does not exist, the default beside an expression without value. */
  readonly variant: KpiVariant;
  /** Nobody chose it: it stands in for those before it, which lack data. */
  readonly automatic: boolean;
  readonly expression: Expression;
}

/** KPI id to the variant chosen. */
export type Variants = Readonly<Record<string, string>>;

/** Whether the data at hand can answer a measure. */
export type IsAvailable = (measure: MeasureDefinition) => boolean;

/**
 * A KPI in the variant in force, its formula looked up down to measures. Where none is chosen that is the default, or the first
 * `auto` one all of whose measures are available when the default's are not; the same for every KPI named in it.
 * Throws E_UNKNOWN_KPI, E_BAD_FORMULA (see parse-formula and look-up) and E_FORMULA_CYCLE with the path in `details.path` and the place of the
 * name in this formula that leads into it. A variant
 * that does not exist gives an expression without value ('no-variant').
 * Example: sales-growth is growth(kpi revenue, prev(kpi revenue)), each over the measure net-sales.
 */
export function resolveKpi(
  id: string,
  variants: Variants,
  definitions: Definitions,
  isAvailable: IsAvailable = () => true,
): ResolvedKpi {
  let names = 0;
  const isTooMany = (): boolean => (names += 1) > MOST_NAMES;
  return resolve(id, { variants, definitions, isAvailable, isTooMany }, [], 0, { at: 0, end: 0 });
}

/** A formula written out down to measures. Without a bound, KPIs that each name another twice would double with every step. */
const MOST_NAMES = 2000;

interface Resolving {
  readonly variants: Variants;
  readonly definitions: Definitions;
  readonly isAvailable: IsAvailable;
  readonly isTooMany: () => boolean;
}

/** `start`: the name in the outermost formula that led here. */
function resolve(id: string, resolving: Resolving, path: readonly string[], depth: number, start: Place): ResolvedKpi {
  const { variants, definitions, isAvailable } = resolving;
  if (path.includes(id)) {
    const cycle = [...path.slice(path.indexOf(id)), id];
    throw new AppError('E_FORMULA_CYCLE', `The formulas refer to each other: ${cycle.join(' → ')}.`, {
      path: cycle,
      position: start.at,
      length: start.end - start.at,
    });
  }
  const definition = definitions.kpis.get(id);
  if (definition === undefined) throw new AppError('E_UNKNOWN_KPI', `There is no KPI "${id}".`, { kpi: id });
  const [standard, ...others] = definition.variants;
  const inVariant = (variant: KpiVariant, automatic: boolean): ResolvedKpi => {
    const expression = written(variant.formula, resolving, [...path, id], depth, start);
    return { definition, variant, automatic, expression };
  };
  if (Object.hasOwn(variants, id)) {
    const chosen = definition.variants.find((one) => one.id === variants[id]);
    if (chosen !== undefined) return inVariant(chosen, false);
    const expression = { type: 'none', reason: reason('no-variant') } as const;
    return { definition, variant: standard, automatic: false, expression };
  }
  const byDefault = inVariant(standard, false);
  const isPossible = ({ expression }: ResolvedKpi): boolean =>
    inputsOf(expression).every(({ measure }) => isAvailable(measure));
  const automatic = others.filter(({ auto }) => auto === true);
  if (automatic.length === 0 || isPossible(byDefault)) return byDefault;
  for (const variant of automatic) {
    const instead = inVariant(variant, true);
    if (isPossible(instead)) return instead;
  }
  return byDefault;
}

function written(
  formula: string,
  resolving: Resolving,
  path: readonly string[],
  depth: number,
  start: Place,
): Expression {
  const { definitions, isTooMany } = resolving;
  const find = (name: string, place: Place, at: number): Expression => {
    if (isTooMany()) throw badFormula(formula, place, 'too-long');
    const measure = definitions.measures.get(name);
    if (measure !== undefined) return { type: 'measure', measure };
    if (!definitions.kpis.has(name)) throw unknownName(formula, name, place, definitions);
    const { definition, variant, expression } = resolve(name, resolving, path, at, path.length === 1 ? place : start);
    return { type: 'kpi', id: name, unit: variant.unit ?? definition.unit, body: expression };
  };
  return lookUp(parseFormula(formula), { text: formula, find, fieldsAtHand: definitions.fields }, depth);
}

function unknownName(formula: string, name: string, place: Place, { measures, kpis }: Definitions): AppError {
  if (FUNCTION_WORDS.includes(name)) return badFormula(formula, place, 'reserved', [name]);
  const known = [...kpis.keys(), ...measures.keys(), ...CALENDAR_NAMES];
  return badFormula(formula, place, 'unknown-name', nearestNames(name, known));
}
