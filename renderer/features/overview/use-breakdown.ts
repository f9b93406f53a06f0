import type { OverviewChoices } from '../../state/overview-slice.ts';
import { useFirstAnswer } from '../../transport/use-first-answer.ts';
import { breakdownQuestion, breaksDown } from './overview-questions.model.ts';

/** Revenue by the first of the dimensions that has more than one group under the filters. */
export function useBreakdown(dimensions: readonly string[], choices: OverviewChoices) {
  const questions = dimensions.map((dimension) => breakdownQuestion(dimension, choices));
  const { data, ...query } = useFirstAnswer(questions, breaksDown);
  const dimension = data?.question.rows?.[0]?.dimension ?? null;
  return { ...query, found: data == null || dimension === null ? null : { ...data, dimension } };
}
