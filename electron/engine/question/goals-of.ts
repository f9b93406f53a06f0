import type { QuestionContext } from './context.ts';
import { countedDays } from './history.ts';
import type { CellAt, Level } from './levels.ts';
import { namer } from './member-names.ts';
import type { Plan } from './plan.ts';
import type { PlannedKpi } from './planned-kpi.ts';

/**
 * What goals say of a level's cells: those for its KPI, with the question's filters and the cell's own members. Null for a cell
 * without one, and where there are no goals to ask.
 */
export function goalsOf(
  { ref }: PlannedKpi,
  level: Level,
  { question, period }: Pick<Plan, 'question' | 'period'>,
  { goalTarget, queries }: Pick<QuestionContext, 'goalTarget' | 'queries'>,
): ((cell: CellAt) => number | null) | null {
  if (goalTarget === undefined) return null;
  const named = level.dimensions.flatMap((one) =>
    one.type === 'text' ? [{ dimension: one.dimension, nameOf: namer(queries, one) }] : [],
  );
  return (cell) => {
    const days = countedDays(level.slots[cell.slot]?.span ?? period);
    if (days === null || cell.group < 0) return null;
    const codes = named.length === 0 ? [] : level.breakdown.codes(cell.group);
    const members = named.map(({ dimension, nameOf }, i) => ({
      op: 'in' as const,
      dimension,
      values: [nameOf(codes[i] ?? 0)],
    }));
    return goalTarget({ kpi: ref, filters: [...question.filters, ...members] }, days);
  };
}
