import { AppError } from '#shared/errors.ts';
import type { KpiDefinition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { Question } from '#shared/question.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { HERE, inputsOf, type Expression, type Input } from '../formula/expression.ts';
import { reason } from '../formula/outcome.ts';
import { resolveKpi, type Definitions, type ResolvedKpi } from '../formula/resolve-kpi.ts';
import { targetMeasure } from './against-target.ts';
import type { QuestionContext } from './context.ts';
import { fieldsAtHand } from './fields-at-hand.ts';
import { kpiNeeds, needsOfBreakdown } from './kpi-needs.ts';
import { isAvailableIn } from './measure-needs.ts';
import { overParts, type OverPart } from './over-parts.ts';
import { overRatedRows } from './rated-rows.ts';

export interface PlannedKpi extends ResolvedKpi {
  /** As the question names it. */
  readonly ref: string;
  readonly id: string;
  readonly inputs: readonly Input[];
  readonly overs: readonly OverPart[];
  /** Where the question compares with targets, those of this KPI; a variant named beside the one chosen has none. */
  readonly target: MeasureDefinition | null;
}

/** Inputs whose rows make a cell of an answer: a KPI's own, and its target. */
export function cellInputs({ inputs, target }: PlannedKpi): readonly Input[] {
  return target === null ? inputs : [...inputs, { measure: target, ...HERE }];
}

/**
 * KPIs by reference, looked up as a question says: a reference's own variant, then the question's, then the settings', then the
 * first that the data answer. A measure is a KPI of its own, and no way is the better one.
 * Throws E_UNKNOWN_KPI, E_BAD_FORMULA, E_FORMULA_CYCLE.
 */
export function kpiPlanner(
  question: Pick<Question, 'variants' | 'compare'>,
  context: QuestionContext,
): (reference: string) => PlannedKpi {
  const { queries, settings } = context;
  const definitions = { fields: fieldsAtHand(queries.columns), ...(context.definitions ?? BUILT_IN) };
  const variants = { ...settings.variants, ...question.variants };
  const isAvailable = isAvailableIn(queries);
  return (ref) => {
    const { kpi: id, variant } = parseKpiReference(ref);
    const chosen = variant === null ? variants : { ...variants, [id]: variant };
    const resolved = resolveKpi(id, chosen, withMeasure(id, definitions), isAvailable);
    const needs = needsOfBreakdown(resolved, queries.has).length === 0 ? [] : kpiNeeds(resolved, queries.has);
    const expression: Expression =
      needs.length > 0
        ? { type: 'none', reason: reason('needs-data', { needs: [...needs] }) }
        : overRatedRows(resolved.expression, (kind) => queries.unrated(kind));
    const inputs = inputsOf(expression);
    const unit = resolved.variant.unit ?? resolved.definition.unit;
    const isCounted = variant === null || variant === (variants[id] ?? resolved.definition.variants[0]?.id);
    const isHeldAgainst = question.compare === 'target' && isCounted;
    const target = isHeldAgainst ? targetMeasure(id, unit, expression, inputs) : null;
    return { ref, id, ...resolved, expression, inputs, overs: overParts(expression), target };
  };
}

function withMeasure(id: string, definitions: Definitions): Definitions {
  const measure = definitions.kpis.has(id) ? undefined : definitions.measures.get(id);
  if (measure === undefined) return definitions;
  const kpi: KpiDefinition = {
    id,
    category: 'result',
    unit: measure.unit,
    direction: 'neutral',
    variants: [{ id: 'standard', formula: id }],
    source: 'measure',
  };
  return { ...definitions, kpis: new Map([...definitions.kpis, [id, kpi]]) };
}

/** A KPI that an order, a top or a value goes by. */
export function oneOf(kpis: readonly PlannedKpi[], reference: string): PlannedKpi {
  const found = kpis.find(({ ref }) => ref === reference);
  if (found === undefined)
    throw new AppError('E_BAD_REQUEST', `The question does not ask for "${reference}".`, { kpi: reference });
  return found;
}
