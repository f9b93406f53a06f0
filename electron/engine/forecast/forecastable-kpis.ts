import { AppError } from '#shared/errors.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import type { QuestionContext } from '../question/context.ts';
import { isAvailableIn } from '../question/measure-needs.ts';
import { kpiPlanner } from '../question/planned-kpi.ts';
import { isForecastable } from './series.ts';

/**
 * The KPIs that the data at hand answer in a variant that can be carried on, in the catalogue's order. One that cannot be read is none.
 * Example: with invoices alone revenue, gross profit with costs, orders and units.
 */
export function forecastableKpis(context: QuestionContext): string[] {
  const { kpis } = context.definitions ?? BUILT_IN;
  const planned = kpiPlanner({ variants: {}, compare: 'none' }, context);
  const isAvailable = isAvailableIn(context.queries);
  return [...kpis.keys()].filter((id) => {
    try {
      const kpi = planned(id);
      return isForecastable(kpi) && kpi.inputs.every(({ measure }) => isAvailable(measure));
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  });
}
