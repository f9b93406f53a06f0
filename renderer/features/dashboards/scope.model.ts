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
 * The scope of one tile: the clicked mark's own tile stays whole, all others show only its rows. A clicked period becomes their period, a
 * stretch of periods the one from its first to its last.
 * Example: 'Väst' clicked in the chart of regions leaves the other tiles with the filter region = Väst.
 */
export function scopeOf(tile: string, whole: Scope, cross: CrossFilter | null): Scope {
  if (cross === null || cross.tile === tile) return whole;
  const { dimension, members } = cross;
  if (dimension === 'date') {
    const [first = null, last = null] = [members[0], members.at(-1)];
    return first === null || last === null ? whole : { ...whole, period: first === last ? first : `${first}..${last}` };
  }
  const others = whole.filters.filter(
    (filter) =>
      filter.op !== 'in' ||
      filter.dimension !== dimension ||
      !members.every((member) => filter.values.includes(member)),
  );
  return { ...whole, filters: [...others, { op: 'in', dimension, values: [...members] }] };
}

/** A click on the mark that is chosen already lets all rows in again. */
export function toggled(cross: CrossFilter | null, clicked: CrossFilter): CrossFilter | null {
  const isSame =
    cross !== null &&
    cross.tile === clicked.tile &&
    cross.dimension === clicked.dimension &&
    cross.members.length === clicked.members.length &&
    cross.members.every((member, index) => member === clicked.members[index]);
  return isSame ? null : clicked;
}
