import type { ForecastGrain } from '#shared/forecast.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import type { CellRef, Filter } from '#shared/question.ts';
import { useAppStore } from '../../state/app-store.ts';

/** Opens the passport of a period's outcome, where there is one. */
export function usePeriodPassport(filters: Filter[], grain: ForecastGrain): (cell: CellRef | null) => void {
  const openPassport = useAppStore((state) => state.openPassport);
  return (cell) => {
    if (cell === null) return;
    const rows = [{ dimension: DATE_DIMENSION, grain }];
    openPassport({ question: { kpis: [cell.kpi], rows, filters, period: 'all' }, cell });
  };
}
