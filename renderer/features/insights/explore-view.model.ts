import type { Question } from '#shared/question.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { EMPTY_VIEW } from '../explore/start.model.ts';
import { newValue } from '../explore/view.model.ts';

/** A question as Explore shows it. Example: revenue by customer has revenue as its value and customers on the rows. */
export function exploreViewOf(
  question: Pick<Question, 'kpis' | 'rows' | 'columns' | 'filters' | 'period' | 'compare'>,
): ExploreView {
  const { kpis, rows, columns, filters, period, compare } = question;
  return { ...EMPTY_VIEW, values: kpis.map(newValue), rows, columns, filters, period, compare };
}
