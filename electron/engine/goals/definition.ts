import type { Goal, GoalDefinition } from '#shared/goals.ts';
import type { KpiDefinition } from '#shared/kpi-definition.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import type { QuestionContext } from '../question/context.ts';
import { partsOf } from '../question/measure-parts.ts';
import { kpiPlanner } from '../question/planned-kpi.ts';

/**
 * How a KPI is counted now, to be kept with a goal whose period is over: its variant and formula, the variants in force, the formulas of
 * the user's own KPIs that it is made of, and the settings that rows are counted by. Where customers are counted lost after twice their
 * median gap, the days that this is now are kept.
 * Throws E_UNKNOWN_KPI, E_BAD_FORMULA, E_FORMULA_CYCLE. Example: churn with a lapse of 90 days keeps the 90.
 */
export function definitionInForce(kpi: string, context: QuestionContext): GoalDefinition {
  const { variant, inputs } = kpiPlanner({ variants: {}, compare: 'none' }, context)(kpi);
  const { kpis } = context.definitions ?? BUILT_IN;
  const own: Record<string, string> = {};
  const add = (formula: string): void => {
    for (const [name] of formula.matchAll(/[a-z][\w-]*/gi)) {
      const found = kpis.get(name);
      if (found?.own === undefined || Object.hasOwn(own, name)) continue;
      own[name] = found.variants[0].formula;
      add(found.variants[0].formula);
    }
  };
  add(variant.formula);
  const lapses = inputs.some(({ measure }) => partsOf(measure).some(({ kind }) => kind === 'customer_span'));
  const inForce = context.rules?.inForce ?? null;
  const rules =
    inForce !== null && lapses ? { ...inForce, lapseDays: inForce.lapseDays ?? context.queries.lapse().days } : inForce;
  return { variant: variant.id, formula: variant.formula, variants: { ...context.settings.variants }, own, rules };
}

/**
 * What a goal's questions are answered against: the definitions of today, or those kept with it.
 * Example: churn was counted by customers when 2025 ended; a goal for 2025 goes on being counted so when revenue churn comes in force.
 */
export function contextOfGoal(
  { kpi: reference, definition }: Pick<Goal, 'kpi' | 'definition'>,
  context: QuestionContext,
): QuestionContext {
  if (definition === null) return context;
  const { kpi } = parseKpiReference(reference);
  const definitions = context.definitions ?? BUILT_IN;
  const kpis = new Map(definitions.kpis);
  const put = (id: string, change: (known: KpiDefinition) => KpiDefinition): void => {
    const known = kpis.get(id);
    if (known !== undefined) kpis.set(id, change(known));
  };
  for (const [id, formula] of Object.entries(definition.own))
    put(id, (known) => ({ ...known, variants: [{ ...known.variants[0], formula }] }));
  put(kpi, (known) => {
    const { variant: id, formula } = definition;
    const kept = known.variants.find((each) => each.id === id) ?? known.variants[0];
    return { ...known, variants: [{ ...kept, id, formula }] };
  });
  const { rules } = definition;
  const variants = { ...definition.variants, [kpi]: definition.variant };
  const fiscalYearStart = rules?.fiscalYearStart ?? context.settings.fiscalYearStart;
  return {
    ...context,
    ...(rules === null || context.rules === undefined ? {} : { queries: context.rules.under(rules) }),
    settings: { variants, fiscalYearStart },
    definitions: { ...definitions, kpis },
  };
}
