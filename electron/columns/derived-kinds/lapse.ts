import type { Lapse } from '#engine/ports/column-queries.ts';
import { derivedLapse } from '#shared/lapse.ts';
import { activeDays } from '../derived/active-days.ts';
import { eachPurchase } from '../derived/purchases.ts';
import type { Fields } from '../fields.ts';

/** As the settings have it, else twice the median gap, at least 30 days. Example: a median of 129 days gives 258. */
export function lapse(fields: Fields): Lapse {
  const { counts, customers } = gapCounts(fields);
  const gaps = counts.reduce((sum, count) => sum + count, 0);
  const medianGap = medianOf(counts, gaps);
  const given = fields.columns.rules().lapseDays;
  return { days: given ?? derivedLapse(medianGap), medianGap, gaps, customers };
}

/** How many gaps there are of each length, by days, and of how many customers. */
function gapCounts(fields: Fields): { readonly counts: readonly number[]; readonly customers: number } {
  const counts: number[] = [];
  let customers = 0;
  for (const { starts, days } of activeDays(fields, eachPurchase(fields)))
    for (let customer = 0; customer + 1 < starts.length; customer++) {
      const end = starts[customer + 1] ?? 0;
      if (end - (starts[customer] ?? 0) > 1) customers++;
      for (let i = (starts[customer] ?? 0) + 1; i < end; i++) {
        const gap = (days[i] ?? 0) - (days[i - 1] ?? 0);
        while (counts.length <= gap) counts.push(0);
        counts[gap] = (counts[gap] ?? 0) + 1;
      }
    }
  return { counts, customers };
}

function medianOf(counts: readonly number[], total: number): number | null {
  if (total === 0) return null;
  const nth = (n: number): number => {
    let met = 0;
    return counts.findIndex((count) => (met += count) > n);
  };
  return (nth(Math.floor((total - 1) / 2)) + nth(Math.floor(total / 2))) / 2;
}
