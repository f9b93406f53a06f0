import type { KpiDefinition } from '#shared/kpi-definition.ts';
import type { Unit } from '#shared/units.ts';
import { unitOfFormula } from './check-units.ts';
import { inputsOf, type Expression, type Input } from './expression.ts';
import { FUNCTION_WORDS, isCalendarName } from './formula.ts';
import { badFormula } from './formula-error.ts';
import { inlineMeasure } from './inline-measure.ts';
import { parseFormula } from './parse-formula.ts';
import { resolveKpi, type Definitions, type IsAvailable, type Variants } from './resolve-kpi.ts';
import { unitsShown, type Inferred } from './unit-rules.ts';

export interface CheckedFormula {
  readonly expression: Expression;
  /** What the formula comes to by its units. */
  readonly unit: Unit;
  /** What it may be shown in, `unit` first. */
  readonly units: readonly Unit[];
  readonly inputs: readonly Input[];
}

/**
 * A formula as the KPI `id` of the user's own, new or in place of the one with that id.
 * Throws E_BAD_FORMULA with the place (also where units do not go together, and 'reserved' for an id that is a built-in KPI, measure or
 * word of the language) and E_FORMULA_CYCLE with the path.
 * Example: 'net-sales / distinct-orders' comes to money; 'calls / active-reps' to a ratio that may be shown as a quantity.
 */
export function checkFormula(
  text: string,
  id: string,
  definitions: Definitions,
  variants: Variants,
  isAvailable?: IsAvailable,
): CheckedFormula {
  const { kpis, measures } = definitions;
  const taken = kpis.get(id);
  const isBuiltIn = (taken !== undefined && taken.own === undefined) || measures.has(id);
  if (isBuiltIn || isCalendarName(id) || FUNCTION_WORDS.includes(id))
    throw badFormula(text, { at: 0, end: 0 }, 'reserved', [id]);
  const draft: KpiDefinition = {
    id,
    category: 'result',
    unit: 'quantity',
    direction: 'neutral',
    variants: [{ id: 'own', formula: text }],
    source: 'own',
  };
  const withDraft: Definitions = { ...definitions, kpis: new Map([...kpis, [id, draft]]) };
  const chosen = { ...variants, [id]: 'own' };
  const { expression } = resolveKpi(id, chosen, withDraft, isAvailable);
  const unitOfName = (name: string): Inferred => {
    if (isCalendarName(name)) return name === 'months' ? 'count' : 'days';
    const measure = measures.get(name);
    if (measure !== undefined) return measure.unit;
    const { variant, definition } = resolveKpi(name, chosen, withDraft, isAvailable);
    return variant.unit ?? definition.unit;
  };
  const inferred = unitOfFormula(parseFormula(text), text, {
    name: unitOfName,
    aggregate: (node) => inlineMeasure(node, text, definitions.fields).unit,
  });
  const units = unitsShown(inferred);
  return { expression, unit: units[0], units, inputs: inputsOf(expression) };
}
