import type { ChartModel, ChartTarget } from '#shared/charts/model.ts';
import { OTHER } from '#shared/members.ts';
import type { CellRef, QuestionInput } from '#shared/question.ts';
import { memberOfKey } from '#shared/tiles/member-key.ts';
import type { ToldNumberInput } from '#shared/told.ts';
import type { CellSubject } from '../../state/passport-slice.ts';

type CellsNumber = Extract<ToldNumberInput, { readonly of: 'cells' }>;

/** What a number opens that is a cell or made of cells. */
export type CellsOpens = CellSubject | { readonly told: CellsNumber };

/** Keys of what stands in no cell: the rest of a known total, and the members of a bridge that are united. */
const REST = new Set(['rest', 'other']);

/**
 * The passport of a chart's mark: of a bridge's step the change, of its first level and of a mark of the time before the comparison's value,
 * of the rest what is left. Null for a mark without a number behind. Example: 'Others' of a bridge over eight customers is what two of
 * them brought, the six with steps of their own named.
 */
export function markOpens(
  { series, category, point }: ChartTarget,
  model: ChartModel,
  question: QuestionInput,
): CellsOpens | null {
  const told = (figure: CellsNumber['figure'], cell: CellRef, named?: CellsNumber['named']): CellsOpens => ({
    told: { of: 'cells', figure, question, cell, ...(named === undefined ? {} : { named }) },
  });
  const isDated = question.compare === 'previous' || question.compare === 'last-year';
  const { cell } = point;
  if (model.kind === 'waterfall' && category !== null && (cell === null || isDated)) {
    const isBridge = model.categories.some(({ level }) => level);
    const [kpi] = question.kpis;
    if (cell === null && REST.has(category.key) && kpi !== undefined) {
      const own = model.categories.filter(({ key, level }) => !level && !(isBridge && key === 'other'));
      return told(
        'rest',
        { kpi, row: [], column: [] },
        own.map(({ key }) => memberOfKey(key) ?? (key === 'other' ? OTHER : null)),
      );
    }
    if (cell !== null && isBridge && category.key === 'before') return told('before', cell);
    if (cell !== null && isBridge && !category.level) return told('change', cell);
  }
  if (cell !== null) return { question, cell };
  const actual = series.role === 'previous' && isDated ? model.series.find(({ key }) => key === series.of) : undefined;
  const beside =
    category === null ? actual?.total : actual?.points[model.categories.findIndex(({ key }) => key === category.key)];
  return beside?.cell == null ? null : told('before', beside.cell);
}
