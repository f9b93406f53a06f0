import type { Comparison } from '#shared/question.ts';
import type { Scope } from '#shared/tiles/tile-questions.ts';
import type { CrossFilter } from '../../state/dashboards-slice.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';

/** What a dashboard can be held against. */
export const COMPARISONS_OFFERED = ['last-year', 'previous', 'none'] as const satisfies readonly Comparison[];

/** The scope of the whole dashboard. */
export function wholeScope({ period, compare, filters }: OverviewChoices): Scope {
  const asked = filters.filter((filter) => !('values' in filter) || filter.values.length > 0);
  return { period: period ?? 'latest-year', compare, filters: asked };
}

/**
 * The scope of one tile: the clicked mark's own tile stays whole, all others show only its rows. A clicked period becomes their period.
 * Example: 'Väst' clicked in the chart of regions leaves the other tiles with the filter region = Väst.
 */
export function scopeOf(tile: string, whole: Scope, cross: CrossFilter | null): Scope {
  if (cross === null || cross.tile === tile) return whole;
  if (cross.dimension === 'date') return cross.member === null ? whole : { ...whole, period: cross.member };
  const { dimension, member } = cross;
  const others = whole.filters.filter(
    (filter) => !(filter.op === 'in' && filter.dimension === dimension && filter.values.includes(member)),
  );
  return { ...whole, filters: [...others, { op: 'in', dimension, values: [member] }] };
}

/** A click on the mark that is chosen already lets all rows in again. */
export function toggled(cross: CrossFilter | null, clicked: CrossFilter): CrossFilter | null {
  const isSame =
    cross !== null &&
    cross.tile === clicked.tile &&
    cross.dimension === clicked.dimension &&
    cross.member === clicked.member;
  return isSame ? null : clicked;
}
