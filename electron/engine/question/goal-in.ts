import type { QuestionContext } from './context.ts';
import { countedDays } from './history.ts';
import { pathOf, type CellAt, type Level } from './levels.ts';
import { nameOf } from './member-names.ts';
import type { Plan } from './plan.ts';
import type { PlannedKpi } from './planned-kpi.ts';

/** What goals say of a cell: those for its KPI, with the question's filters and the cell's own members. Null without one. */
export function goalIn(
  { ref }: PlannedKpi,
  level: Level,
  cell: CellAt,
  { question, period }: Pick<Plan, 'question' | 'period'>,
  { goalTarget, queries }: Pick<QuestionContext, 'goalTarget' | 'queries'>,
): number | null {
  const days = countedDays(level.slots[cell.slot]?.span ?? period);
  if (goalTarget === undefined || days === null || cell.group < 0) return null;
  const path = pathOf(level, cell);
  const members = level.dimensions.flatMap((dimension, depth) =>
    dimension.type === 'date'
      ? []
      : [{ op: 'in' as const, dimension: dimension.dimension, values: [nameOf(queries, dimension, path[depth] ?? 0)] }],
  );
  return goalTarget({ kpi: ref, filters: [...question.filters, ...members] }, days);
}
