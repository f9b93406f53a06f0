import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { KpiCheck, kpiCheckInputSchema } from '#shared/own-kpi.ts';
import type { Question } from '#shared/question.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { checkFormula, type CheckedFormula } from '../formula/check-formula.ts';
import { formulaProblem } from '../formula/formula-problem.ts';
import type { QuestionContext } from '../question/context.ts';
import { explain } from '../question/explain.ts';
import { isAvailableIn, needsOf } from '../question/measure-needs.ts';
import { withDraft } from './own-kpis.ts';

/**
 * What is known of a formula that is being written: its unit, value and inputs in a period, or where it goes wrong. For a new KPI,
 * whose name is not known yet, `id` is null.
 * Throws E_BAD_PERIOD, E_UNKNOWN_DIMENSION, E_OVERFLOW.
 * Example: 'net-sales / units' over sales of 1000 and 40 units is money, 25, with the inputs net-sales 1000 and units 40.
 */
export function checkKpi(
  { formula, id, period, filters }: z.infer<typeof kpiCheckInputSchema>,
  context: QuestionContext,
): KpiCheck {
  const { definitions = BUILT_IN, settings, queries } = context;
  const draft = id ?? '';
  let checked: CheckedFormula;
  try {
    checked = checkFormula(formula, draft, definitions, settings.variants, isAvailableIn(queries));
  } catch (error) {
    const problem = error instanceof AppError ? formulaProblem(error, formula, definitions.kpis) : null;
    if (problem === null) throw error;
    return { ok: false, problem };
  }
  const { unit, units, inputs } = checked;
  const about = {
    id: draft,
    name: '',
    definition: '',
    category: 'result',
    direction: 'neutral',
    unit,
    formula,
  } as const;
  const asked = { kpis: [draft], rows: [], columns: [], filters, period };
  const question: Question = { ...asked, compare: 'none', variants: {} };
  const cell = { kpi: draft, row: [], column: [] };
  const told = explain(question, cell, withDraft(context, about));
  return {
    ok: true,
    unit,
    units: [...units],
    value: told.value,
    reason: told.reason,
    needs: [...new Set(inputs.flatMap(({ measure }) => needsOf(measure, queries.has)))],
    inputs: told.inputs.map(({ id: name, period: span, unit: of, value }) => ({
      id: name,
      period: span,
      unit: of,
      value,
    })),
  };
}
