import type { Lapse } from '#engine/ports/column-queries.ts';
import { customerParts } from '../derived/customer-parts.ts';
import type { OrderedRows } from '../derived/rows-in-order.ts';
import type { Fields } from '../fields.ts';

const LEAST = 30;

/** As the settings have it, else twice the median gap, at least 30 days. Example: a median of 129 days gives 258. */
export function lapse(fields: Fields): Lapse {
  const medianGap = medianOf(gapCounts(fields));
  const given = fields.columns.rules().lapseDays;
  return { days: given ?? Math.max(LEAST, Math.ceil(2 * (medianGap ?? 0))), medianGap };
}

/** How many gaps there are of each length, by days. */
function gapCounts(fields: Fields): readonly number[] {
  const counts: number[] = [];
  for (const part of customerParts(fields, ['amount'])) {
    const purchases = part.purchases();
    if (purchases !== null) addGaps(counts, purchases);
  }
  return counts;
}

function addGaps(counts: number[], { starts, days }: OrderedRows): void {
  for (let key = 1; key + 1 < starts.length; key++) {
    const end = starts[key + 1] ?? 0;
    for (let i = (starts[key] ?? 0) + 1; i < end; i++) {
      const gap = (days[i] ?? 0) - (days[i - 1] ?? 0);
      while (counts.length <= gap) counts.push(0);
      if (gap > 0) counts[gap] = (counts[gap] ?? 0) + 1;
    }
  }
}

function medianOf(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const nth = (n: number): number => {
    let met = 0;
    return counts.findIndex((count) => (met += count) > n);
  };
  return (nth(Math.floor((total - 1) / 2)) + nth(Math.floor(total / 2))) / 2;
}
